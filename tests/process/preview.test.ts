// `stet preview` as a person runs it: the built program, asked over loopback.
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { startPreview, type RunningPreview } from "../support/running-preview.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const textAt = async (url: string): Promise<string> => (await fetch(url)).text();

/** The status of a request with a Host header of its own, which fetch does not send. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { host } }, ({ statusCode }) => resolve(statusCode)).once("error", reject);
  });
}

test("serves what publish would write, and writes nothing", async () => {
  const { root, url } = await startPreview();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await textAt(url)).toContain("Storm Ilva");
  const page = await textAt(`${url}2026/11/live-storm-ilva/`);
  expect(page).toContain(`href="${url}climate/"`);
  expect(page).not.toContain("https://courier.example/climate/");
  expect((await fetch(`${url}feed.xml`)).headers.get("content-type")).toContain("xml");
  expect((await fetch(`${url}2026/11/who-owns-the-seabed/`)).status).toBe(404);
  expect(existsSync(path.join(root, "public"))).toBe(false);
});

test("shows drafts where they are asked for, marked as what they are", async () => {
  const { url } = await startPreview(["--drafts"]);
  const page = await textAt(`${url}2026/11/who-owns-the-seabed/`);
  expect(page).toContain("Who owns the seabed");
  expect(page).toMatch(/Draft/);
});

test("where nobody looks at a screen, --open says so and starts nothing", async () => {
  const preview = await startPreview(["--open"], sampleNewsroom(), { PATH: "/nonexistent" });
  expect(await said(preview, "\n")).toBe("there is no screen here to show it on; BROWSER names a browser\n");
});

test("answers this machine alone, and no path outside the plan", async () => {
  const { url } = await startPreview();
  expect(await statusFor(url, "evil.example")).toBe(403);
  expect(await statusFor(url, new URL(url).host)).toBe(200);
  expect((await fetch(`${url}..%2f..%2fstet.yaml`)).status).toBe(404);
  expect((await fetch(`${url}stet.yaml`)).status).toBe(404);
  expect((await fetch(url, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${url}-/events`, { method: "HEAD" })).status).toBe(404);
});

test("tells an open page that its article was saved, and what is wrong with one that broke", async () => {
  const { root, url } = await startPreview();
  const article = path.join(root, "articles/2026/11/live-storm-ilva.yaml");
  const page = await textAt(`${url}2026/11/live-storm-ilva/`);
  const [, shown = "", key = ""] = /data-page="([^"]*)" data-key="([^"]*)"/.exec(page) ?? [];
  const events = await fetch(`${url}-/events?${new URLSearchParams({ page: shown, key }).toString()}`);
  const reader = events.body?.getReader();
  const text = readFileSync(article, "utf8");
  writeFileSync(article, text.replace(/^headline: .*$/m, 'headline: "Barrier holds after all"'));
  let news = "";
  while (!news.includes("data:")) news += Buffer.from((await reader?.read())?.value ?? []).toString();
  expect(await textAt(`${url}2026/11/live-storm-ilva/`)).toContain("Barrier holds after all");
  await reader?.cancel();
  writeFileSync(article, text.replace(/^headline: .*$/m, "headline: Brexit: what now?"));
  const broken = await textAt(`${url}2026/11/live-storm-ilva/`);
  expect(broken).toContain("the headline needs quotes");
  expect(broken).toContain("Brexit: what now?");
});

/** Resolves to what the child has written to stderr, once `text` is in it. */
function said({ child }: RunningPreview, text: string): Promise<string> {
  let all = "";
  return new Promise((resolve) => {
    child.stderr?.on("data", (data: Buffer) => {
      all += data.toString();
      if (all.includes(text)) resolve(all);
    });
  });
}

test("--open starts the first of $BROWSER that starts, with the address where %s is, and without a shell", async () => {
  const root = sampleNewsroom();
  const browser = path.join(root, "my browser");
  writeFileSync(browser, '#!/bin/sh\nprintf "%s\\n" "$@" > opened~; mv opened~ opened\n', { mode: 0o755 });
  const env = { BROWSER: `no-such-browser:'${browser}' --url=%s ;touch stolen:touch stolen` };
  const { url } = await startPreview(["--open"], root, env);
  await vi.waitUntil(() => existsSync(path.join(root, "opened")), { timeout: 60_000 });
  expect(readFileSync(path.join(root, "opened"), "utf8")).toBe(`--url=${url}\n;touch\nstolen\n`);
  expect(existsSync(path.join(root, "stolen"))).toBe(false);
});

test("a browser that fails is named, and the preview goes on", async () => {
  const preview = await startPreview(["--open"], sampleNewsroom(), { BROWSER: "no-such-browser:false" });
  expect(await said(preview, "\n")).toBe("false ended with 1; BROWSER names another browser\n");
  expect((await fetch(preview.url)).status).toBe(200);
});

test("ends when it is told to", async () => {
  const { child } = await startPreview();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
