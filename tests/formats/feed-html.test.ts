import { describe, expect, test } from "vitest";
import { feedHtml } from "../../src/formats/feed-html.ts";
import { syndicatedHtmlFaults } from "../../src/formats/check-values.ts";
import { HOSTILE_ADDRESSES, HOSTILE_BODIES, HOSTILE_TEXTS } from "../render/hostile-payloads.ts";
import { FULL_STORY, instant, storyOf } from "../render/sample-story.ts";

const PAGE = "https://courier.example/2026/11/story/";
const html = (body: string) => feedHtml(storyOf({ body }, { permalink: PAGE }));

describe("addresses are absolute", () => {
  test.each([
    ["[a](/b)", '<p><a href="https://courier.example/b">a</a></p>'],
    ["[a](b?c=1&d=2)", '<p><a href="https://courier.example/2026/11/story/b?c=1&amp;d=2">a</a></p>'],
    ["[a](#b)", '<p><a href="https://courier.example/2026/11/story/#b">a</a></p>'],
    ["[a](//x.test/b)", '<p><a href="https://x.test/b">a</a></p>'],
    ["[a](https://münchen.test/ü)", '<p><a href="https://xn--mnchen-3ya.test/%C3%BC">a</a></p>'],
    ["<mailto:a@b.test>", '<p><a href="mailto:a@b.test">mailto:a@b.test</a></p>'],
    ["[a](javascript:x)", "<p>a</p>"],
    ["x ![a](b.png)", '<p>x <img src="https://courier.example/2026/11/story/b.png" alt="a"></p>'],
  ])("%s", (body, expected) => {
    expect(html(body)).toBe(expected);
  });
});

test("a footnote's reference is its number, its text a list under a heading", () => {
  expect(html("A[^1].\n\n[^1]: Note.")).toBe(
    "<p>A<sup>1</sup>.</p>\n<h2>Footnotes</h2>\n<ol>\n<li>\n<p>Note.</p>\n</li>\n</ol>",
  );
});

test("a table stands without the page's box", () => {
  expect(html("| a | b |\n|---|--:|\n| *c* | 1[^1] |\n\n[^1]: n")).toContain(
    '<table>\n<thead>\n<tr><th>a</th><th align="right">b</th></tr>\n</thead>\n<tbody>\n<tr><td><em>c</em></td><td align="right">1<sup>1</sup></td></tr>\n</tbody>\n</table>',
  );
});

test("corrections are shown as the page shows them", () => {
  const corrections = [{ at: instant("2026-11-23T09:00:00+01:00"), text: "Not <b>9</b>: 6." }];
  expect(feedHtml(storyOf({ corrections }))).toBe(
    '<h2>Corrections</h2>\n<ul>\n<li><time datetime="2026-11-23T09:00:00+01:00">23 November 2026</time>: Not &lt;b&gt;9&lt;/b&gt;: 6.</li>\n</ul>',
  );
});

test("lead image, source and related stories", () => {
  const story = storyOf(
    {
      image: { src: "images/a.png", alt: 'A "b"', caption: "C", credit: "D" },
      source: "https://wire.example/991",
    },
    {
      permalink: PAGE,
      imagesAt: "https://courier.example/",
      related: [
        { slug: "e", headline: "E & f", href: "/2026/e/" },
        { slug: "g", headline: "G" },
      ],
    },
  );
  expect(feedHtml(story)).toBe(
    [
      "<figure>",
      '<img src="https://courier.example/images/a.png" alt="A &quot;b&quot;">',
      "<figcaption>C Photo: D</figcaption>",
      "</figure>",
      '<p>First published at <a href="https://wire.example/991">https://wire.example/991</a></p>',
      "<h2>Related</h2>",
      "<ul>",
      '<li><a href="https://courier.example/2026/e/">E &amp; f</a></li>',
      "<li>G</li>",
      "</ul>",
    ].join("\n"),
  );
});

test("a language that runs right to left says so", () => {
  expect(feedHtml(storyOf({ language: "ar", body: "نص" }))).toBe(
    '<div lang="ar" dir="rtl">\n<p>نص</p>\n</div>',
  );
});

test("the whole story has nothing a feed reader strips", () => {
  expect(syndicatedHtmlFaults("html", feedHtml({ ...FULL_STORY, permalink: PAGE }))).toEqual([]);
});

test.each(HOSTILE_BODIES)("nothing unsafe of %j", (body) => {
  expect(syndicatedHtmlFaults("html", html(body))).toEqual([]);
});

test.each(HOSTILE_TEXTS)("nothing unsafe around the body: %j", (text) => {
  const story = storyOf(
    {
      image: { src: text, alt: text, caption: text, credit: text },
      source: text,
      corrections: [{ at: instant("2026-11-23T09:00:00Z"), text }],
      language: text,
    },
    { permalink: PAGE, related: HOSTILE_ADDRESSES.map((href) => ({ slug: "a", headline: text, href })) },
  );
  expect(syndicatedHtmlFaults("html", feedHtml(story))).toEqual([]);
});
