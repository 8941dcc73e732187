// Articles for the tests of this room: a plain one, a full one, and any one at all.
import * as fc from "fast-check";
import { KINDS, STATUSES, type Article } from "../../src/article/article.ts";
import type { Instant } from "../../src/base/instant.ts";
import { stateAt } from "../../src/article/state.ts";
import type { ExportEntry, ExportOptions } from "../../src/formats/export-format.ts";
import { anyCharacter } from "../support/any-character.ts";

const NOW: number = Date.parse("2026-12-01T00:00:00Z");
export const OPTIONS: ExportOptions = { timezone: "Europe/Brussels" };

export function instant(written: string): Instant {
  return { written, epochMs: Date.parse(written) };
}

export function article(changes: Partial<Article> = {}): Article {
  return {
    headline: "Commission fines chipmaker",
    slug: "commission-fines-chipmaker",
    formerSlugs: [],
    authors: [],
    tags: [],
    language: "en-GB",
    kind: "news",
    status: "published",
    published: instant("2026-11-23T06:00:00+01:00"),
    related: [],
    corrections: [],
    x: {},
    body: "",
    ...changes,
  };
}

export function entry(changes: Partial<Article> = {}, around: Partial<ExportEntry> = {}): ExportEntry {
  const made = article(changes);
  return { article: made, path: "articles/a.yaml", state: stateAt(made, NOW), ...around };
}

export const FULL: Partial<Article> = {
  id: "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11",
  formerSlugs: ["eu-fines-chipmaker"],
  kicker: "Competition",
  summary: "Two sentences.\nA reader sees them first.",
  section: "world/europe",
  authors: [{ name: "Jane Doe" }, { name: "Li Wei", email: "li@courier.example", role: "Photographs" }],
  dateline: "BRUSSELS",
  tags: ["competition", "no"],
  created: instant("2026-11-22T09:00:00+01:00"),
  updated: instant("2026-11-23T08:15:00+01:00"),
  embargo: instant("2026-11-23T05:00:00+01:00"),
  expires: instant("2027-11-23T00:00:00+01:00"),
  image: { src: "images/chip.jpg", alt: "A wafer", caption: "Chips", credit: "Li Wei" },
  related: ["chip-act-explained"],
  corrections: [{ at: instant("2026-11-23T09:00:00+01:00"), text: "An earlier version misstated the fine." }],
  source: "https://wire.example/991",
  notes: "Secret.",
  x: { print_page: 3 },
  body: 'First, **Markdown**.\n\n> "It is\n> a deal."\n>\n> — A diplomat\n',
};

const hostile = fc.constantFrom(
  "yes",
  "016",
  "2025-01-01",
  "=1+1",
  "{{< x >}}",
  "#MeToo",
  "a: b",
  "'\"\\",
  "\u2028",
  "\u0085",
  "\u0000",
  "\uD800",
  "\uFEFF",
  "&amp;",
  "<b>",
  "- a",
);

/** Text of any characters, controls and lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(hostile, fc.string({ unit: anyCharacter, maxLength: 6 }), fc.string({ maxLength: 8 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));

/** One line of it that is not blank. */
const anyLine: fc.Arbitrary<string> = anyText
  .map((text) => text.replace(/\n/g, " ").trim())
  .filter((line) => line !== "");

const anyInstant = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => instant(`${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`));

const anyAuthor = fc.record(
  { name: anyLine, email: anyLine, url: anyLine, role: anyLine },
  { requiredKeys: ["name"], noNullPrototype: true },
);

const required = {
  headline: anyLine,
  slug: fc.constantFrom("a", "räksmörgås", "2026-budget", "日本"),
  formerSlugs: fc.array(fc.constantFrom("b", "c-d"), { maxLength: 2 }),
  authors: fc.array(anyAuthor, { maxLength: 2 }),
  tags: fc.array(anyLine, { maxLength: 3 }),
  language: fc.constantFrom("en", "fr-BE", "no"),
  kind: fc.constantFrom(...KINDS),
  status: fc.constantFrom(...STATUSES),
  published: anyInstant,
  related: fc.array(anyLine, { maxLength: 2 }),
  corrections: fc.array(fc.record({ at: anyInstant, text: anyLine }, { noNullPrototype: true }), {
    maxLength: 2,
  }),
  x: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== "__proto__"),
    fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(anyText, { maxLength: 2 })),
    { maxKeys: 3, noNullPrototype: true },
  ),
  body: anyText,
};

const optional = {
  id: fc.uuid(),
  kicker: anyLine,
  summary: anyText.filter((text) => text !== ""),
  section: anyLine,
  dateline: anyLine,
  created: anyInstant,
  updated: anyInstant,
  embargo: fc.oneof(anyInstant, fc.constant("open" as const)),
  expires: anyInstant,
  image: fc.record(
    { src: anyLine, alt: anyLine, caption: anyLine, credit: anyLine },
    { requiredKeys: ["src"], noNullPrototype: true },
  ),
  source: anyLine,
};

/** Any valid article, without notes. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .tuple(
    fc.record(required, { noNullPrototype: true }),
    fc.record(optional, { requiredKeys: [], noNullPrototype: true }),
  )
  .map(([always, sometimes]) => Object.assign(always, sometimes));
