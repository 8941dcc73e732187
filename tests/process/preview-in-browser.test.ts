// `stet preview` in a real browser: an open page follows what is saved, and shows what is wrong with it.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { HAS_BROWSER, openPage } from "../support/browser.ts";
import { startPreview } from "../support/running-preview.ts";

/** As editors that are careful save: beside it, then in its place. */
function save(file: string, text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

const HEADLINE = /^headline: .*$/m;

describe.skipIf(!HAS_BROWSER)("a page that is open in Chromium", () => {
  test("loads itself again when its article is saved, says what broke, and is itself again when it is mended", async () => {
    const { root, url } = await startPreview();
    const page = await openPage();
    await page.goTo(`${url}2026/11/live-storm-ilva/`);
    const file = path.join(root, "articles/2026/11/live-storm-ilva.yaml");
    const text = readFileSync(file, "utf8");
    // How soon is docs/benchmarks.md's business: 200 ms on a machine with nothing else to do.
    save(file, text.replace(HEADLINE, "headline: The barrier holds"));
    await page.becomes('document.querySelector("h1").textContent === "The barrier holds"');
    expect(await page.valueOf('document.querySelector(".stet-preview") === null')).toBe(true);
    save(file, text.replace(HEADLINE, "headline: Ilva: the barrier holds"));
    await page.becomes('document.body.innerText.includes("the headline needs quotes")');
    const notice = await page.valueOf('document.querySelector(".stet-preview").innerText');
    expect(notice).toContain("headline: Ilva: the barrier holds");
    expect(notice).toContain('headline: "Ilva: the barrier holds"');
    save(file, text);
    await page.becomes('document.querySelector("h1").textContent.startsWith("Storm Ilva")');
  });

  test("shows a draft, marked as one, where drafts were asked for; the front follows what comes and goes", async () => {
    const { root, url } = await startPreview(["--drafts"]);
    const page = await openPage();
    await page.goTo(`${url}2026/11/who-owns-the-seabed/`);
    expect(await page.valueOf("document.body.innerText")).toMatch(/draft/i);
    await page.goTo(`${url}-/`);
    expect(await page.valueOf("document.body.innerText")).toContain("Who owns the seabed");
    const file = path.join(root, "articles/2026/11/who-owns-the-seabed.yaml");
    save(file, readFileSync(file, "utf8").replace(HEADLINE, "headline: Nobody owns the seabed"));
    await page.becomes('document.body.innerText.includes("Nobody owns the seabed")');
  });

  test("another site open in the same browser gets nothing", async () => {
    const { url } = await startPreview();
    const other = await startPreview();
    const page = await openPage();
    await page.goTo(other.url);
    const asked = (mode: string): Promise<unknown> =>
      page.valueOf(
        `fetch(${JSON.stringify(url)}, {mode: "${mode}"}).then((r) => r.text()).catch(() => "refused")`,
      );
    expect(await asked("cors")).toBe("refused");
    expect(await asked("no-cors")).not.toContain("Storm Ilva");
  });
});
