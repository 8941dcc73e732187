// RSS, Atom and JSON Feed together: the same entries, whatever is in them, and never one the gate holds back.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printAtom } from "../../src/formats/atom.ts";
import { checkFeed } from "../../src/formats/check-feed.ts";
import { oneLine } from "../../src/formats/clean-entry.ts";
import type { FeedEntry } from "../../src/formats/feed-entry.ts";
import { printJsonFeed } from "../../src/formats/jsonfeed.ts";
import { printRss } from "../../src/formats/rss.ts";
import { escapeHtml } from "../../src/base/escape-html.ts";
import { HELD_BACK } from "./held-back.ts";
import { readAtom, readJsonFeed, readRss, readWithFeedsmith } from "./read-feeds.ts";
import { anyText, instant } from "./sample-entry.ts";
import { AT, FULL_ENTRY, feedEntry, head, HOME, HOSTILE_TEXTS, hourly, idOf } from "./sample-feed.ts";

const FORMATS = [
  ["rss", printRss, readRss],
  ["atom", printAtom, readAtom],
  ["jsonfeed", printJsonFeed, readJsonFeed],
] as const;
const FRAME = { self: head().self, home: HOME, at: AT };

function hostileEntry(text: string, number = 1): FeedEntry {
  return feedEntry({
    id: idOf(number),
    url: `${HOME}${number}/`,
    title: `a ${text}`,
    summary: text,
    html: `<p>${escapeHtml(text)}</p>`,
    authors: [{ name: text, url: `${HOME}who` }, { name: "B" }],
    categories: [text, "x"],
    language: "ar",
    image: { url: `${HOME}a.png`, mimeType: "image/png", length: 9, alt: text, credit: text },
    related: [{ url: `${HOME}b/`, title: text }],
  });
}

describe.each(FORMATS)("%s", (format, print, read) => {
  test("holds the newest live entries", () => {
    const entries = hourly(5, "2026-11-30T21:00:00Z");
    const ids = read(print(head({ limit: 2 }), entries, AT)).map(({ id }) => id);
    expect(ids).toEqual(format === "atom" ? [idOf(4), idOf(3), idOf(2), idOf(1)] : [idOf(4), idOf(3)]);
  });

  test.each(HELD_BACK)("holds no %s entry", (_state, changes) => {
    const text = print(head(), [feedEntry({ title: "CANARY", html: "CANARY", ...changes })], AT);
    expect(text).not.toContain("CANARY");
    expect(checkFeed(format, text, FRAME)).toEqual([]);
  });

  test.each(HOSTILE_TEXTS)("%j in every field", (text) => {
    const hostile = print(head({ title: text, publisher: `P ${text}` }), [hostileEntry(text)], AT);
    expect(checkFeed(format, hostile, FRAME)).toEqual([]);
    const [entry] = read(hostile);
    expect(entry?.title).toBe(oneLine(`a ${text}`));
    expect(entry?.authors.at(-1)).toBe("B");
    expect(entry?.html).toBe(`<p>${escapeHtml(text).replaceAll("\r", "")}</p>`);
  });

  test("any text in every field", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(checkFeed(format, print(head(), [hostileEntry(text)], AT), FRAME)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("the same entries in any order are the same bytes", () => {
    const entries = hourly(9, "2026-11-20T00:00:00Z");
    expect(print(head(), entries.toReversed(), AT)).toBe(print(head(), entries, AT));
  });

  test("an hour later nothing has changed", () => {
    expect(print(head(), [FULL_ENTRY], AT + 3_600_000)).toBe(print(head(), [FULL_ENTRY], AT));
  });

  test("a summary feed holds no content", () => {
    const text = print(head({ content: "summary" }), [feedEntry({ html: "CANARY" })], AT);
    expect(text).not.toContain("CANARY");
    expect(text).toContain("Two sentences.");
    expect(checkFeed(format, text, FRAME)).toEqual([]);
  });

  test("names its hubs", () => {
    const text = print(head({ hubs: ["https://hub.example/"] }), [], AT);
    expect(text).toContain("https://hub.example/");
    expect(checkFeed(format, text, FRAME)).toEqual([]);
  });

  test("a feed without entries is good too", () => {
    expect(checkFeed(format, print(head(), [], AT), FRAME)).toEqual([]);
  });
});

test("all three say the same", () => {
  const entries = [
    ...hourly(4, "2026-11-20T00:00:00Z"),
    ...HOSTILE_TEXTS.map((text, index) => hostileEntry(text, index + 10)),
    { ...FULL_ENTRY, id: idOf(99), updated: Date.parse("2026-11-25T00:00:00Z") },
  ];
  const rss = readRss(printRss(head(), entries, AT));
  expect(rss).toHaveLength(entries.length);
  expect(readAtom(printAtom(head(), entries, AT))).toEqual(rss);
  expect(readJsonFeed(printJsonFeed(head(), entries, AT))).toEqual(rss);
});

test("a feed reader shows the titles as typed", () => {
  const titles = ["<b>Bold</b> & co", "&amp; &lt;", "]]> 😀", "plain"];
  const entries = titles.map((title, index) => feedEntry({ id: idOf(index), url: HOME + index, title }));
  const expected = titles.map((title, index) => [idOf(index), title]);
  expect(readWithFeedsmith("rss", printRss(head(), entries, AT))).toEqual(expected);
  expect(readWithFeedsmith("atom", printAtom(head(), entries, AT))).toEqual(expected);
});

describe("RSS", () => {
  test("a full item", async () => {
    await expect(printRss(head(), [FULL_ENTRY], AT)).toMatchFileSnapshot("../golden/feeds/item.rss");
  });
  test("a title's markup is hexadecimal references, a description's is escaped twice", () => {
    const text = printRss(head(), [feedEntry({ title: "<b>&", summary: "<b>&" })], AT);
    expect(text).toContain("<title>&#x3C;b&gt;&#x26;</title>");
    expect(text).toContain("<description>&amp;lt;b&amp;gt;&amp;amp;</description>");
  });
  test.each([0, undefined])("no enclosure of length %s", (length) => {
    const image = { url: `${HOME}a.png`, mimeType: "image/png", ...(length === undefined ? {} : { length }) };
    const text = printRss(head(), [feedEntry({ image })], AT);
    expect(text).not.toContain("<enclosure");
    expect(text).toContain("<media:content");
  });
});

describe("Atom", () => {
  test("a full entry", async () => {
    await expect(printAtom(head(), [FULL_ENTRY], AT)).toMatchFileSnapshot("../golden/feeds/entry.atom");
  });

  test("an archive document links the current one and the one before", () => {
    const self = `${HOME}feed-2026-11-2.atom`;
    const text = printAtom(head({ hubs: ["https://hub.example/"] }), [feedEntry()], AT, {
      archive: self,
      previous: `${HOME}feed-2026-11-1.atom`,
    });
    expect(text).toContain(`<fh:archive/>\n<link rel="current" href="${head().self}"/>`);
    expect(text).toContain(`<link rel="prev-archive" href="${HOME}feed-2026-11-1.atom"/>`);
    expect(text).not.toContain("hub.example");
    expect(checkFeed("atom", text, { ...FRAME, self })).toEqual([]);
  });

  test("a killed story is a tombstone if it was public, newest first", () => {
    const killed = (number: number, changes: Partial<FeedEntry> = {}) =>
      feedEntry({ id: idOf(number), status: "killed", title: "CANARY", ...changes });
    const later = Date.parse("2026-11-24T00:00:00+01:00");
    const text = printAtom(head(), [], AT, {
      killed: [
        killed(1),
        killed(2, { updated: later }),
        killed(3, { embargo: "open" }),
        killed(4, { published: instant("2999-01-01T00:00:00Z") }),
        killed(5, { status: "withdrawn" }),
      ],
    });
    expect(text.match(/<at:deleted-entry .*\n/g)).toEqual([
      `<at:deleted-entry ref="${idOf(2)}" when="2026-11-24T00:00:00+01:00"/>\n`,
      `<at:deleted-entry ref="${idOf(1)}" when="2026-11-23T08:15:00+01:00"/>\n`,
    ]);
    expect(text).toContain("<updated>2026-11-24T00:00:00+01:00</updated>");
    expect(text).not.toContain("CANARY");
    expect(checkFeed("atom", text, FRAME)).toEqual([]);
  });
});

test("JSON Feed: a full item", async () => {
  await expect(printJsonFeed(head(), [FULL_ENTRY], AT)).toMatchFileSnapshot("../golden/feeds/item.json");
});
