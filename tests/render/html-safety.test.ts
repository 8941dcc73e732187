// Hostile text in every slot of an article, judged by an HTML5 parser: nothing active, nothing lost.
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { renderHtmlPage } from "../../src/render/html/html-page.ts";
import type { Story } from "../../src/render/story.ts";
import { HOSTILE_ADDRESSES, HOSTILE_BODIES, HOSTILE_TEXTS } from "./hostile-payloads.ts";
import { judge, type Judged } from "./judge-html.ts";
import { instant, storyOf } from "./sample-story.ts";

function judgeStory(article: Partial<Article>, around: Partial<Story> = {}): Judged {
  return judge(renderHtmlPage(storyOf(article, around)));
}

describe("a hostile body", () => {
  test.each(HOSTILE_BODIES)("%j", (body) => {
    const { faults, text } = judgeStory({ body });
    expect(faults).toEqual([]);
    expect(text).toContain("CANARY");
  });
});

/** Every place a text can stand in, but the body. */
const TEXT_SLOTS: Readonly<Record<string, (text: string) => [Partial<Article>, Partial<Story>?]>> = {
  headline: (headline) => [{ headline }],
  kicker: (kicker) => [{ kicker }],
  summary: (summary) => [{ summary }],
  dateline: (dateline) => [{ dateline }],
  slug: (slug) => [{ slug, kicker: slug, body: "a[^1]\n\n[^1]: b" }],
  language: (language) => [{ language, kicker: language }],
  "author name": (name) => [{ authors: [{ name }] }],
  "author role": (role) => [{ authors: [{ name: "x", role }] }],
  "image alt": (alt) => [{ image: { src: "a.jpg", alt } }],
  "image caption": (caption) => [{ image: { src: "a.jpg", caption } }],
  "image credit": (credit) => [{ image: { src: "a.jpg", credit } }],
  correction: (text) => [{ corrections: [{ at: instant("2026-11-23T09:00:00Z"), text }] }],
  "newsroom name": (name) => [{}, { newsroom: { name, language: "en", timezone: "UTC" } }],
  "newsroom language": (language) => [
    { kicker: language },
    { newsroom: { name: "x", language, timezone: "UTC" } },
  ],
  breadcrumb: (name) => [{}, { breadcrumb: [{ name, href: "/" }] }],
  "related headline": (headline) => [{}, { related: [{ slug: "x", headline, href: "/x" }] }],
};

describe.each(Object.entries(TEXT_SLOTS))("a hostile %s", (_, slot) => {
  test.each(HOSTILE_TEXTS)("%j", (payload) => {
    const { faults, text } = judgeStory(...slot(payload));
    expect(faults).toEqual([]);
    expect(text).toContain("CANARY");
  });
});

const ADDRESS_SLOTS: Readonly<Record<string, (address: string) => [Partial<Article>, Partial<Story>?]>> = {
  "author url": (url) => [{ authors: [{ name: "CANARY", url }] }],
  "author email": (email) => [{ authors: [{ name: "CANARY", email }] }],
  "image src": (src) => [{ image: { src, alt: "CANARY" } }],
  source: (source) => [{ source }],
  permalink: (permalink) => [{ headline: "CANARY" }, { permalink }],
  "newsroom url": (url) => [{}, { newsroom: { name: "CANARY", url, language: "en", timezone: "UTC" } }],
  "breadcrumb href": (href) => [{}, { breadcrumb: [{ name: "CANARY", href }] }],
  "related href": (href) => [{}, { related: [{ slug: "x", headline: "CANARY", href }] }],
  "link target": (href) => [
    { body: "[CANARY](article:x)" },
    { links: new Map([["x", { href, headline: "x" }]]) },
  ],
  "images' place": (imagesAt) => [{ image: { src: "a.jpg", alt: "CANARY" } }, { imagesAt }],
};

describe.each(Object.entries(ADDRESS_SLOTS))("a hostile %s", (_, slot) => {
  test.each(HOSTILE_ADDRESSES)("%j", (payload) => {
    const { faults, text } = judgeStory(...slot(payload));
    expect(faults).toEqual([]);
    expect(text).toContain("CANARY");
  });
});

test("the judge sees what it looks for", () => {
  const page =
    '<svg></svg><a href="java\nscript:x" onclick="x"></a><img src="data:x"><script>x</script>' +
    '<script type="application/ld+json">{</script><meta http-equiv="refresh" content="0; url=javascript:x">';
  expect(judge(page).faults).toEqual([
    "<svg>",
    "href=java\nscript:x",
    "onclick=x",
    "src=data:x",
    "<script>",
    "data {",
    "refresh=0; url=javascript:x",
  ]);
});

test("notes never leave the newsroom", () => {
  expect(renderHtmlPage(storyOf({ notes: "CANARY" }))).not.toContain("CANARY");
});

test("raw HTML in a body is text", () => {
  const html = renderHtmlPage(storyOf({ body: "a <b>c</b>\n\n<div>d</div>" }));
  expect(html).toContain("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;d&lt;/div&gt;</p>");
  expect(parseBody("<div>").blocks).toEqual([
    { type: "paragraph", children: [{ type: "text", text: "<div>" }] },
  ]);
});
