// Entries and a head for the tests of feeds and sitemaps, and the strings that break other generators.
import type { FeedEntry, FeedHead } from "../../src/formats/feed-entry.ts";
import { instant } from "./sample-entry.ts";

export const AT: number = Date.parse("2026-12-01T00:00:00Z");
export const HOME = "https://courier.example/";

export function head(changes: Partial<FeedHead> = {}): FeedHead {
  return {
    title: "The Courier",
    publisher: "The Courier",
    language: "en-GB",
    timezone: "Europe/Brussels",
    home: HOME,
    self: `${HOME}feed.xml`,
    content: "full",
    limit: 50,
    hubs: [],
    ...changes,
  };
}

/** `urn:uuid:` with that number at its end. */
export function idOf(number: number): string {
  return `urn:uuid:01958f5c-9a3e-7c11-b0f4-${String(number).padStart(12, "0")}`;
}

export function feedEntry(changes: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: idOf(1),
    url: `${HOME}2026/11/story/`,
    title: "Commission fines chipmaker",
    language: "en-GB",
    status: "published",
    published: instant("2026-11-23T06:00:00+01:00"),
    updated: Date.parse("2026-11-23T08:15:00+01:00"),
    summary: "Two sentences.",
    html: "<p>First.</p>",
    authors: [],
    categories: [],
    related: [],
    ...changes,
  };
}

/** One entry an hour from `start` on, numbered from 1. */
export function hourly(count: number, start: string, changes: Partial<FeedEntry> = {}): FeedEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const epochMs = Date.parse(start) + index * 3_600_000;
    const published = instant(new Date(epochMs).toISOString());
    const id = idOf(index + 1);
    return feedEntry({ id, url: `${HOME}${index + 1}/`, published, updated: epochMs, ...changes });
  });
}

export const FULL_ENTRY: FeedEntry = feedEntry({
  authors: [
    { name: "Jane Doe", url: `${HOME}jane` },
    { name: "Li Wei", email: "li@courier.example" },
  ],
  categories: ["Europe", "competition"],
  image: {
    url: `${HOME}images/chip.jpg`,
    mimeType: "image/jpeg",
    length: 1234,
    width: 800,
    height: 600,
    alt: "A wafer",
    credit: "Li Wei",
  },
  related: [{ url: `${HOME}2026/10/other/`, title: "Chip act & you" }],
});

/** formats.md 6.1: what makes other generators' feeds no XML, or shows something else than was typed. */
export const HOSTILE_TEXTS: readonly string[] = [
  "tab\u0009vt\u000Bstx\u0002nul\u0000",
  "win\u0092dows\u0085nel",
  "noncharacters\uFFFE\uFFFF\uFDD0\u{1FFFE}",
  "lone \uD800 surrogates \uDC00",
  "cdata ]]> end <![CDATA[ x",
  "</script><script>alert(1)</script>",
  "<b>Bold</b> & </title> &amp; &lt; &#8217; &nbsp; &bogus;",
  '{{< " {{ x }} {% raw %}',
  "astral 😀𝒳 東京",
  "\u202Eright\u202C to left עברית العربية",
  "cr\rlf\r\nls\u2028ps\u2029",
  `"double" 'single' \`tick\``,
  "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
  "<!-- -- --> -->",
  " \u00A0 \u200B\uFEFF ",
];
