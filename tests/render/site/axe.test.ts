// Every kind of page through axe-core in a real browser, in both colour schemes and on a phone: no violation of WCAG 2.2
// A and AA, nor of axe's best practices. The browser is Chromium, driven by its command line alone and started once:
// each page stands in a frame, whose colour scheme the frame's own style decides.
import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { renderHtmlPage } from "../../../src/render/html/html-page.ts";
import { BUILT_IN_THEME } from "../../../src/render/theme/theme.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { FULL_STORY } from "../sample-story.ts";
import { samplePages } from "./sample-site.ts";

const BROWSERS = ["chromium", "google-chrome", "chrome"];
const browser = BROWSERS.find((name) => spawnSync(name, ["--version"]).status === 0);
const root = path.resolve(import.meta.dirname, "../../..");

/** Pages of each kind, and the states a reader can meet. */
const CHOSEN = [
  "",
  "2026/11/commission-fines-brackenfold-silicon/",
  "2026/02/lock-keepers-of-the-lisse-canal/",
  "2026/04/maktabat-al-mina/",
  "world/",
  "tags/one/",
  "2026/11/",
  "archive/",
  "corrections/",
  "404.html",
];

const LOOKS: Readonly<Record<string, string>> = {
  light: "color-scheme:light;width:1280px;height:1000px",
  dark: "color-scheme:dark;width:1280px;height:1000px",
  phone: "color-scheme:light;width:390px;height:800px",
};

interface Frame {
  readonly name: string;
  readonly style: string;
  readonly html: string;
}

/** The page with its style inside and axe beside it; a test may run scripts where a page may not. */
function withAxe(html: string): string {
  const style = `<style>${BUILT_IN_THEME.style.text}</style>`;
  return html
    .replace(/<meta http-equiv="(?:Content-Security-Policy|refresh)"[^>]*>\n/g, "")
    .replace(/<link rel="stylesheet"[^>]*>/, () => style)
    .replace("</body>", '<script src="axe.min.js"></script></body>');
}

/** What axe says of each frame, by name; what it leaves to a person's judgement is not among it. */
function findingsIn(frames: readonly Frame[]): Record<string, string[]> {
  const folder = temporaryFolder();
  cpSync(path.join(root, "node_modules/axe-core/axe.min.js"), path.join(folder, "axe.min.js"));
  cpSync(path.join(root, "images"), path.join(folder, "images"), { recursive: true });
  const data = JSON.stringify(frames.map((frame) => ({ ...frame, html: withAxe(frame.html) })));
  writeFileSync(
    path.join(folder, "all.html"),
    `<!DOCTYPE html><html lang="en"><title>axe</title><body><script>
    const told = (each) => each.id + ": " + each.nodes.map((node) => node.html).join(" | ");
    const look = ({ name, style, html }) => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.style.cssText = style;
      frame.onload = async () => {
        const { violations } = await frame.contentWindow.axe.run();
        frame.remove();
        done([name, violations.map(told)]);
      };
      frame.srcdoc = html;
      document.body.append(frame);
    });
    (async () => {
      const found = [];
      for (const frame of ${data.replaceAll("<", String.raw`\u003c`)}) found.push(await look(frame));
      document.body.textContent = "AXE" + encodeURIComponent(JSON.stringify(found)) + "AXE";
    })();
    </script></body></html>`,
  );
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"];
  const { stdout } = spawnSync(
    browser ?? "",
    [...flags, `--user-data-dir=${folder}/profile`, "--dump-dom", `file://${folder}/all.html`],
    { encoding: "utf8", maxBuffer: 1 << 28, timeout: 280_000 },
  );
  const found = /AXE(\S+)AXE/.exec(stdout)?.[1];
  return found === undefined
    ? { "axe did not report": [] }
    : Object.fromEntries(JSON.parse(decodeURIComponent(found)));
}

test.skipIf(browser === undefined)(
  `axe finds nothing${browser === undefined ? " (skipped: no chromium)" : ""}`,
  () => {
    const pages = samplePages("https://courier.example/");
    const all = [
      ...CHOSEN.map((name) => [name, pages.get(name) ?? ""]),
      ["proof", renderHtmlPage(FULL_STORY)],
    ];
    const frames = Object.entries(LOOKS).flatMap(([look, style]) =>
      all.map(([page = "", html = ""]) => ({ name: `${page} ${look}`, style, html })),
    );
    // Without a style of its own it has the browser's colours, of which axe knows only the light ones.
    frames.push({ name: "redirect", style: LOOKS["light"] ?? "", html: pages.get("old/") ?? "" });
    expect(findingsIn(frames)).toEqual(Object.fromEntries(frames.map(({ name }) => [name, []])));
  },
);

test.skipIf(browser === undefined)("axe sees what it looks for, in each look", () => {
  const css = "body{background:#fff;color:#000}@media (prefers-color-scheme:dark){p{color:#ccc}}";
  const narrow = "@media (max-width:400px){p{color:#ccc}}";
  const html = `<html lang="en"><title>t</title><style>${css}${narrow}</style><body><div><h1>x</h1><p>Some words to read.</p></div></body></html>`;
  const frames = Object.entries(LOOKS).map(([name, style]) => ({ name, style, html }));
  const ids = Object.entries(findingsIn(frames)).map(([name, found]) => [
    name,
    found.map((each) => each.slice(0, each.indexOf(":"))),
  ]);
  const pageLevel = ["landmark-one-main", "region"];
  expect(Object.fromEntries(ids)).toEqual({
    light: pageLevel,
    dark: ["color-contrast", ...pageLevel],
    phone: ["color-contrast", ...pageLevel],
  });
});
