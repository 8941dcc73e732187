// Each rule of the checks, by a good document with one thing spoiled: what no fault is found in may go live.
import { describe, expect, test } from "vitest";
import { printAtom } from "../../src/formats/atom.ts";
import { checkFeed, type DocumentFormat } from "../../src/formats/check-feed.ts";
import { syndicatedHtmlFaults } from "../../src/formats/check-values.ts";
import { printJsonFeed } from "../../src/formats/jsonfeed.ts";
import { printNewsSitemap } from "../../src/formats/news-sitemap.ts";
import { printOpml } from "../../src/formats/opml.ts";
import { printRss } from "../../src/formats/rss.ts";
import { printArticleSitemap } from "../../src/formats/sitemap.ts";
import { instant } from "./sample-entry.ts";
import { AT, FULL_ENTRY, feedEntry, head, HOME, idOf } from "./sample-feed.ts";

const FRAME = { self: head().self, home: HOME, at: AT };
const older = feedEntry({
  id: idOf(2),
  url: `${HOME}2/`,
  published: instant("2026-11-20T00:00:00Z"),
  updated: Date.parse("2026-11-20T00:00:00Z"),
});
const ENTRIES = [FULL_ENTRY, older];
const fresh = feedEntry({ published: instant("2026-11-30T00:00:00Z") });

const GOOD: Readonly<Record<string, readonly [DocumentFormat, string]>> = {
  rss: ["rss", printRss(head(), ENTRIES, AT)],
  atom: ["atom", printAtom(head(), ENTRIES, AT)],
  archive: [
    "atom",
    printAtom(head({ self: `${HOME}current.atom` }), ENTRIES, AT, {
      archive: head().self,
      previous: `${HOME}0.atom`,
    }),
  ],
  json: ["jsonfeed", printJsonFeed(head(), ENTRIES, AT)],
  sitemap: ["sitemap", printArticleSitemap(ENTRIES, "Europe/Brussels", AT)],
  news: ["sitemap", printNewsSitemap(head(), [fresh], AT)],
  opml: ["opml", printOpml("N", HOME, [{ title: "T", format: "rss", url: `${HOME}a` }])],
};

function faults(name: string, from: string | RegExp = "", to = ""): string[] {
  const [format, text] = GOOD[name] ?? ["rss", ""];
  const spoiled = text.replace(from, () => to);
  if (from !== "") expect(spoiled, "the change must change something").not.toBe(text);
  return checkFeed(format, spoiled, FRAME).map(({ message }) => message);
}

test.each(Object.keys(GOOD))("a good %s has no fault", (name) => {
  expect(faults(name)).toEqual([]);
});

describe("every XML document", () => {
  test.each([
    ["a byte order mark", /^/, "\uFEFF", "no XML declaration at the first byte"],
    ["a blank line before it", /^/, "\n", "no XML declaration at the first byte"],
    ["no line break at its end", /\n$/, "", "no line break at the end"],
    ["a DOCTYPE", "?>\n", "?>\n<!DOCTYPE rss>\n", "document type declaration"],
    ["an element left open", "</channel>", "", "not well-formed"],
    ["an entity HTML alone knows", "The Courier", "&nbsp;", "not well-formed"],
    ["a bare ampersand", "The Courier", "a & b", "not well-formed"],
    ["a prefix nobody declared", "<dc:creator>", "<dx:creator>", "not well-formed"],
    ["an attribute twice", 'rel="self"', 'rel="self" rel="self"', "not well-formed"],
    ["a control character", "The Courier", "a\u000B", "a character that XML forbids"],
    ["a character of Windows-1252", "The Courier", "a\u0092", "a character that XML forbids"],
    ["a noncharacter", "The Courier", "a\uFFFE", "a character that XML forbids"],
    ["a second root", /$/, "<a/>\n", "not well-formed"],
  ])("%s", (_name, from, to, expected) => {
    expect(faults("rss", from, to).join("\n")).toContain(expected);
  });
});

type Mutation = readonly [from: string | RegExp, to: string, fault: string];

const MUTATIONS: readonly (readonly [string, readonly Mutation[]])[] = [
  [
    "rss",
    [
      [/<rss version="2.0"/, '<rss version="0.91"', "this is no RSS 2.0 feed"],
      [/<title>.*<\/title>/, "", "the channel's title is missing"],
      [/<description>The.*<\/description>/, "", "the channel's description is missing"],
      [`<link>${HOME}</link>`, "<link>/</link>", "the channel's link is no absolute address: /"],
      [
        `href="${HOME}feed.xml"`,
        `href="${HOME}other.xml"`,
        `the feed does not link itself at ${HOME}feed.xml`,
      ],
      ["<lastBuildDate>Mon, 23", "<lastBuildDate>Thu, 19", "lastBuildDate is older than an item"],
      [/<lastBuildDate>.*/, "", "lastBuildDate is missing"],
      [idOf(2), idOf(1), `guid comes twice: ${idOf(1)}`],
      [' isPermaLink="false"', "", `the guid of ${idOf(1)} passes for an address`],
      ["<pubDate>Mon, 23 Nov", "<pubDate>Tue, 23 Nov", "names the wrong day of the week"],
      ["<pubDate>Mon, 23 Nov 2026", "<pubDate>Mon, 23 Nov 26", "is no RFC 822 date"],
      [
        "<pubDate>Mon, 23 Nov 2026 06:00:00 +0100",
        "<pubDate>Mon, 23 Nov 2026 06:00:00 CET",
        "is no RFC 822 date",
      ],
      ["<pubDate>Mon, 23 Nov 2026", "<pubDate>Mon, 16 Nov 2026", "the items are not newest first"],
      ["Commission fines", "Commission\nfines", "has a line break"],
      [
        "<dc:creator>Jane Doe</dc:creator>",
        "<author>Jane Doe</author>",
        "has an author, which is an e-mail address",
      ],
      [
        /(<description>Two.*\n)(<content.*\n)/,
        "<content:encoded>x</content:encoded>\n<description>y</description>\n",
        "stands before its description",
      ],
      ['length="1234"', 'length="0"', "has no length"],
      ['type="image/jpeg"', 'type="jpeg"', "has no type"],
      [/url="[^"]*"/, 'url="/a.jpg"', "is no absolute address: /a.jpg"],
      ["&lt;p&gt;", '&lt;p style="x"&gt;', "has an attribute style"],
    ],
  ],
  [
    "atom",
    [
      ['xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://purl.org/atom/ns#"', "this is no Atom feed"],
      [`<id>${HOME}`, "<id>feed:", "the feed's id is no absolute address"],
      [/<updated>.*/, "", "the feed's updated is missing"],
      ["<updated>2026-11-23", "<updated>2026-11-22", "the feed is older than an entry"],
      [/<author>\n<name>The Courier<\/name>\n.*\n<\/author>\n/, "", "the feed's author is missing"],
      ['rel="self"', 'rel="via"', "the feed does not link itself"],
      [idOf(2), idOf(1), `the id comes twice: ${idOf(1)}`],
      [`<id>${idOf(1)}`, `<id>${HOME}slug`, "is no urn:uuid"],
      [/<title>Comm.*/, "<title> </title>", `the title of ${idOf(1)} is missing`],
      ["2026/11/story/", "2026/11/größe/", "is no absolute address"],
      [
        /(<published>.*)\+01:00/,
        "<published>2026-11-23T06:00:00",
        "is no RFC 3339 date: 2026-11-23T06:00:00",
      ],
      ["<published>2026-11-23T06", "<published>2026-11-23T09", "is updated before it is published"],
      ['<content type="html">', '<content type="text/html">', "is not of type html"],
      ["&lt;p&gt;", '&lt;img src="/a"&gt;', "an address that is not absolute: /a"],
      ["<entry>", '<link rel="current" href="https://x.test/"/>\n<entry>', "an archive needs fh:archive"],
    ],
  ],
  [
    "archive",
    [
      ["<fh:archive/>", "", "an archive needs fh:archive and one link to the current feed"],
      ['rel="current"', 'rel="next"', "an archive needs fh:archive and one link to the current feed"],
      [
        `rel="current" href="${HOME}current.atom"`,
        `rel="current" href="${HOME}x.atom"`,
        "the archive's current feed is another feed",
      ],
      [`${HOME}0.atom`, "0.atom", "prev-archive is no absolute address"],
    ],
  ],
  [
    "json",
    [
      [/^\{/, "[", "this is no JSON feed"],
      ["/1.1", "/1", "the version is not 1.1"],
      ['"home_page_url": "https://courier.example/"', '"home_page_url": 7', "home_page_url is missing"],
      ['"feed_url": "', '"feed_url": "x', "the feed does not link itself"],
      ['"authors"', '"author"', "author is of version 1.0"],
      [idOf(2), idOf(1), "the id comes twice"],
      [`"id": "${idOf(2)}"`, '"id": 2', "an item's id is missing"],
      ["2026/11/story/", "größe", "is no absolute address"],
      ["06:00:00+01:00", "06:00", "is no RFC 3339 date"],
      ['"content_html"', '"content"', "has no content"],
      ["<p>First", "<script>First", "has a script element"],
    ],
  ],
  [
    "sitemap",
    [
      ["/0.9", "/0.8", "this is no sitemap"],
      [`<loc>${HOME}2026/11/story/`, "<loc>/a", "loc is no absolute address: /a"],
      [`<loc>${HOME}2/`, "<loc>https://other.example/", "is not of the site"],
      [`<loc>${HOME}2/`, `<loc>${HOME}2026/11/story/`, "loc comes twice"],
      ["T08:15:00+01:00", "T08:15:00", "is no RFC 3339 date"],
    ],
  ],
  [
    "news",
    [
      [">en<", ">en-GB<", '"en-GB" is no language of Google News'],
      [/<news:title>.*/, "", "a news title is missing"],
      ["2026-11-30T", "2026-11-20T", "is not of the last 48 hours"],
      ["2026-11-30T", "2026-12-20T", "is not of the last 48 hours"],
      [/<news:name>.*/, "", "the publication's name is missing"],
    ],
  ],
  [
    "opml",
    [
      ['version="2.0"', 'version="1.0"', "this is no OPML 2.0"],
      [/ text="T"/, "", "an outline's text is missing"],
      [/ xmlUrl="[^"]*"/, "", "an outline's xmlUrl is missing"],
      ['type="rss"', 'type="link"', "an outline is not of type rss"],
    ],
  ],
];

describe.each(MUTATIONS)("%s", (name, mutations) => {
  test.each(mutations)("%s -> %j", (from, to, expected) => {
    expect(faults(name, from, to).join("\n")).toContain(expected);
  });
});

describe("syndicated HTML", () => {
  test.each([
    '<p><a href="https://a.test/?b=1&amp;c">x</a> &lt;script&gt; <br> <img src="https://a.test/b" alt="on=1 style"></p>',
    '<a href="mailto:a@b.test" title="c">x</a> <time datetime="2026">y</time>',
  ])("%s", (html) => {
    expect(syndicatedHtmlFaults("it", html)).toEqual([]);
  });
  test.each([
    ["<script>", "it has a script element"],
    ["<IFRAME>", "it has a iframe element"],
    ['<p onclick="a">', "it has an attribute onclick"],
    ['<p class="a" style="b">', "it has an attribute style"],
    ['<p id="a">', "it has an attribute id"],
    ['<a href="#a">', "it has an address that is not absolute: #a"],
    ['<img src="a.png">', "it has an address that is not absolute: a.png"],
    ['<a href="//a.test">', "it has an address that is not absolute: //a.test"],
    ['<a href="javascript:a">', "it has an address that is not absolute: javascript:a"],
    ["a < b", 'it has a "<" that begins no tag'],
    ["<p class=a>", 'it has a "<" that begins no tag'],
  ])("%s", (html, fault) => {
    expect(syndicatedHtmlFaults("it", html)).toEqual([fault]);
  });
});
