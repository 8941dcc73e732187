// Whole pages through the Nu HTML checker, warnings as errors: one page per feature, a hostile one, and every page of the
// sample newsroom's site, in one run of Java.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STATES } from "../../src/article/state.ts";
import { renderHtmlPage } from "../../src/render/html/html-page.ts";
import type { Story } from "../../src/render/story.ts";
import { HOSTILE_ADDRESSES, HOSTILE_BODIES, HOSTILE_TEXTS } from "./hostile-payloads.ts";
import { FULL_STORY, instant, storyOf } from "./sample-story.ts";
import { samplePages } from "./site/sample-site.ts";

const jar = process.env["STET_VNU_JAR"] ?? "node_modules/vnu-jar/build/dist/vnu.jar";

function missing(): string | undefined {
  if (!existsSync(jar)) return `no Nu checker at ${jar} (set STET_VNU_JAR)`;
  return spawnSync("java", ["-version"]).status === 0 ? undefined : "no java";
}

const allTexts = HOSTILE_TEXTS.join(" ");

const PAGES: Readonly<Record<string, Story>> = {
  // Nu takes a file's own address for the page's, where 'self' is no origin.
  full: { ...FULL_STORY, imagesAt: "https://courier.example/" },
  bare: storyOf({}),
  arabic: storyOf({ language: "ar", headline: "عنوان الخبر في الصحيفة", body: "النص الكامل للخبر هنا." }),
  japanese: storyOf({ language: "ja", headline: "新しい計画を発表", body: "東京都は新しい計画を発表した。" }),
  headings: storyOf({ body: "#### Deep\n\n# Top\n\n### Skips\n\n> ## Quoted\n\n- # Listed" }),
  tables: storyOf({ body: "| a | b |\n|:-:|--:|\n| [x](/y) | **z** |\n\n| only head |\n|---|" }),
  notes: storyOf({
    slug: "日本-記事",
    body: "a[^1] [b[^1]](/c)[^2]\n\n[^1]: d\n\n    ```\n    e\n    ```\n\n[^2]:\n[^3]: uncited",
  }),
  images: storyOf({
    body: "![](https://x.test/a.png)\n\n![b](https://x.test/b.png 'c')\n\na ![d](https://x.test/e.png) ![]()",
  }),
  links: storyOf({
    body: "[a]() [b](#c) [d](/e?f=g&h=i) [j](//k.test) <mailto:l@m.test> [n](http://[bad) [o](https:p) [q](/r%zz)",
  }),
  lists: storyOf({ body: "0. a\n1. b\n\n-\n- c\n\n  d\n\n      e\n\n***" }),
  hostileBody: storyOf({
    body: HOSTILE_BODIES.map((body, at) => body.replaceAll("[1]", `[ref${at}]`)).join("\n\n"),
  }),
  hostileText: storyOf(
    {
      headline: allTexts,
      kicker: allTexts,
      summary: allTexts,
      dateline: allTexts,
      authors: HOSTILE_ADDRESSES.map((url) => ({ name: url, url, role: url })),
      corrections: [{ at: instant("2026-11-23T09:00:00Z"), text: allTexts }],
      source: "https://example.test/<a href='b'>?c=\"d\"&e=%",
    },
    { related: HOSTILE_ADDRESSES.map((href) => ({ slug: href, headline: href, href })) },
  ),
  ...Object.fromEntries(
    STATES.map((state) => [
      state,
      storyOf(
        { published: instant("2026-11-23T06:00:00Z"), embargo: "open", expires: instant("2027-01-01") },
        { state },
      ),
    ]),
  ),
};

const reason = missing();

test.skipIf(reason !== undefined)(
  `the Nu checker finds nothing${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "stet-nu-"));
    try {
      const stories = Object.entries(PAGES).map(([name, story]) => [name, renderHtmlPage(story)] as const);
      const files = [...stories, ...samplePages()].map(([name, html]) => {
        const file = join(folder, `${name.replaceAll("/", "_")}.html`);
        writeFileSync(file, html);
        return file;
      });
      const run = spawnSync("java", ["-jar", jar, "--Werror", "--stdout", "--no-langdetect", ...files], {
        encoding: "utf8",
      });
      expect(run.stdout.replaceAll(folder, "")).toBe("");
      expect(run.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
