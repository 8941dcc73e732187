import { describe, expect, test } from "vitest";
import { renderHtmlFragment } from "../../src/render/html/html-article.ts";
import { renderHtmlPage } from "../../src/render/html/html-page.ts";
import { FULL_STORY, instant, storyOf } from "./sample-story.ts";

const page = renderHtmlPage(FULL_STORY);

describe("the page", () => {
  test.each([
    '<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">\n<head>\n<meta charset="utf-8">',
    "<title>Commission fines chipmaker over “loyalty” rebates · The Courier</title>",
    '<meta name="description" content="Brussels says the rebates shut out a rival for five years. The company will appeal.">',
    '<link rel="canonical" href="https://wire.example/991">',
    '<a class="skip" href="#content">Skip to the content</a>',
    '<p class="name"><a href="https://courier.example/">The Courier</a></p>',
    '<nav class="breadcrumb" aria-label="Breadcrumb">\n<ol>\n<li><a href="/">Home</a></li>\n<li><a href="/world/">World</a></li>',
    '<main id="content">\n<article lang="en-GB" dir="ltr">\n<header>\n<p class="kicker">Competition</p>\n<h1>',
    '<p class="byline">By <a href="https://courier.example/jane"><b>Jane Doe</b></a>, <a href="mailto:li@courier.example"><b>Li Wei</b></a> (Photographs) and <b>Ana Sá</b></p>',
    '<span class="dateline">BRUSSELS</span>',
    '<time datetime="2026-11-23T06:00:00+01:00">Published 23 November 2026, 06:00 CET</time>',
    '<time datetime="2026-11-23T08:15:00+01:00">Updated 23 November 2026, 08:15 CET</time>',
    '<img src="images/chip.jpg" alt="A wafer held up to the light">\n<figcaption>A wafer at the plant in Dresden. <small>Photo: Li Wei</small></figcaption>',
    '<section class="corrections">\n<h2>Corrections</h2>\n<ul>\n<li><time datetime="2026-11-23T09:00:00+01:00">23 November 2026</time>: An earlier version misstated the fine.</li>',
    '<p class="source">First published at <a href="https://wire.example/991">https://wire.example/991</a></p>',
    '<section class="related">\n<h2>Related</h2>\n<ul>\n<li><a href="/2026/10/chip-act-explained/">The Chip Act, explained</a></li>\n<li>Inside the fab</li>',
    '<section class="footnotes">\n<h2>Footnotes</h2>\n<ol>',
  ])("holds %j", (part) => {
    expect(page).toContain(part);
  });

  test("has one h1, runs nothing and ends with a newline", () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    expect(page.endsWith("</html>\n")).toBe(true);
  });

  test("is the same every time", () => {
    expect(renderHtmlPage(FULL_STORY)).toBe(page);
  });

  test("names its images' sizes where they are known, and lets only those load late", () => {
    const sizes = new Map([
      ["images/chip.jpg", { width: 800, height: 450 }],
      ["images/chart.png", { width: 640, height: 480 }],
    ]);
    const sized = renderHtmlFragment({ ...FULL_STORY, imageSizes: sizes });
    expect(sized).toContain('alt="A wafer held up to the light" width="800" height="450">');
    expect(sized).toContain('alt="A chart of fines" width="640" height="480" loading="lazy">');
    expect(renderHtmlFragment(FULL_STORY)).not.toMatch(/width=|loading=/);
  });

  test("shows the story's topics with their pages", () => {
    const topics = [{ name: "Chips & trade", href: "/tags/chips/" }];
    expect(renderHtmlFragment({ ...FULL_STORY, topics })).toContain(
      '<nav class="topics" aria-label="Topics">\n<ul>\n<li><a href="/tags/chips/" rel="tag">Chips &amp; trade</a></li>',
    );
  });

  test("holds the fragment", () => {
    expect(page).toContain(renderHtmlFragment(FULL_STORY));
  });

  test("leaves out what the article does not have", () => {
    const bare = renderHtmlFragment(storyOf({}));
    expect(bare).toBe(
      '<article lang="en-GB" dir="ltr">\n<header>\n<h1>Headline</h1>\n</header>\n</article>\n',
    );
  });
});

describe("dates", () => {
  const dates = (published: string | undefined, updated: string) =>
    renderHtmlFragment(
      storyOf({
        ...(published === undefined ? {} : { published: instant(published) }),
        updated: instant(updated),
      }),
    ).match(/Published|Updated/g);

  test.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", ["Published"]],
    ["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", ["Published"]],
    ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", ["Published", "Updated"]],
    [undefined, "2026-01-02T00:00:00Z", ["Updated"]],
  ])("published %s, updated %s", (published, updated, shown) => {
    expect(dates(published, updated)).toEqual(shown);
  });
});

describe("a story that is not live", () => {
  test("is marked and kept from search engines", () => {
    const draft = renderHtmlPage(
      storyOf({}, { state: "draft", permalink: "https://courier.example/story/" }),
    );
    expect(draft).toContain('<header>\n<p class="marker">Draft</p>\n');
    expect(draft).toContain('<meta name="robots" content="noindex">');
    expect(draft).not.toMatch(/og:|ld\+json/);
  });
  test("is not when live", () => {
    expect(page).not.toMatch(/class="marker"|noindex/);
  });
  test("says until when, in its own language", () => {
    const embargoed = storyOf(
      { language: "de", embargo: instant("2026-11-23T05:00:00Z") },
      { state: "embargoed" },
    );
    expect(renderHtmlFragment(embargoed)).toContain(">Sperrfrist bis 23. November 2026, 06:00 CET</p>");
  });
});

test("a right-to-left story turns the page, not the newsroom's name", () => {
  const arabic = renderHtmlPage(storyOf({ language: "ar" }));
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain('<header class="site" lang="en-GB" dir="ltr">');
});
