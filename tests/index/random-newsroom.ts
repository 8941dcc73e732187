// Newsrooms nobody would write and everybody has: small random articles with every field, in many scripts, some of
// them broken, as fast-check values. Words come from one small pool, so that queries find some of them.
import fc from "fast-check";
import { anyCharacter } from "../support/any-character.ts";

/** Text or bytes by path relative to the root, stet.yaml among them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Words that fold, join or fall apart in their own ways. */
export const WORDS = [
  "budget",
  "Budgets",
  "deal",
  "Élysée",
  "E\u0301lyse\u0301e",
  "straße",
  "STRASSE",
  "ﬁre",
  "fire",
  "½",
  "İstanbul",
  "istanbul",
  "ΟΔΟΣ",
  "οδος",
  "東京",
  "京",
  "カード",
  "ภาษาไทย",
  "𠮷野家",
  "𝒜lpha",
  "👩‍🚀",
  "co-op",
  "C#",
  "don't",
  "한국어",
  "हिन्दी",
  "שלום",
  "\u0301",
  "\uE000",
  "AND",
  "NEAR",
  "under_score",
  "7",
] as const;

const word = fc.constantFrom(...WORDS);
const blank = fc.constantFrom(" ", " ", " ", ", ", "-", "—", "/", "");

/** A line of text: words of the pool, or anything at all. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 4 }).map(joined) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }).map(onOneLine) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 6 }).map(onOneLine) },
);

function joined(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([each, after]) => each + after).join("");
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}

export const TAGS = ["rail", "Rail", "sea", "Straße", "STRASSE", "東京", "a b", "ß-1", "\u0301"] as const;
export const AUTHORS = ["Ilse Vandermoor", "ilse", "Zoë Ó Briain", "李伟", "Moor"] as const;
export const SECTIONS = ["world", "world/europe", "europe", "europe/world/x", "Wirtschaft", "1.5"] as const;
const LANGUAGES = ["en", "en-GB", "zh-Hant-TW", "fr"] as const;
const MOMENTS = [
  "2025",
  "2025-01-31",
  "2025-01-31T00:00:00+01:00",
  "2026-10-25 02:30",
  "2026-10-25T02:30:00+01:00",
  "2026-11-22T08:59:59.999Z",
  "2026-11-22T09:00:00+01:00",
  "2026-11-23 06:00",
  "2027-02-30",
  "1969-12-31T23:59:59Z",
  "9999-12-31T23:59:59Z",
  "0001-01-01",
] as const;
const IDS = [
  "01958F5C-9A3E-7C11-b0f4-5a2f6f0c9d11",
  "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d12",
  "no-uuid",
] as const;
export const SLUGS = ["a", "deal-of-the-day", "東京", "straße", "strasse", "𠮷", "\uFB00x", "7"] as const;

const instant = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...MOMENTS.slice(1, 8)) },
  { weight: 1, arbitrary: fc.constantFrom(...MOMENTS) },
);

export const OWN_KEYS = [
  "page",
  "shot",
  "desk",
  "legal",
  "team",
  "lead",
  "a.b",
  "a",
  "length",
  "0",
  "__proto__",
] as const;

/** YAML for a value of the newsroom's own: what JSON can say, and what only YAML can. */
const ownValue: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      "3",
      "-0",
      "2.5",
      "1e3",
      "0x1F",
      ".inf",
      "-.inf",
      ".nan",
      "12345678901234567890",
      "5e-324",
    ),
    fc.constantFrom("true", "false", "null", "~", "yes", '""', '"3"', '"2026-02-03"', "2026-02-03T10:00:00Z"),
    line.map(quoted),
    fc.array(tie("value"), { maxLength: 3 }).map((values) => `[${values.join(", ")}]`),
    ownKeys(tie("value")),
  ),
})).value;

function ownKeys(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const key = fc.oneof(fc.constantFrom(...OWN_KEYS), fc.constantFrom("constructor", "toString", "Page", ""));
  return fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 4, selector: ([name]) => name })
    .map((entries) => `{${entries.map(([name, text]) => `${quoted(name)}: ${text}`).join(", ")}}`);
}

const paragraph = fc.oneof(
  line,
  line.map((text) => `## ${text}`),
  line.map((text) => `> ${text}\n>\n> — Zoë`),
  line.map((text) => `> ${text}`),
  line.map((text) => `**${text}** [deal](article:deal-of-the-day) ![京](budget.jpg)`),
  line.map((text) => `Fire[^1].\n\n[^1]: ${text}`),
  fc.constant(""),
);

/** The fields of an article as YAML, each there or not. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  id: fc.constantFrom(...IDS),
  slug: fc.constantFrom(...SLUGS).map(quoted),
  former_slugs: fc.uniqueArray(fc.constantFrom(...SLUGS), { maxLength: 2 }).map(listed),
  summary: line.map(quoted),
  section: fc.constantFrom(...SECTIONS).map(quoted),
  authors: fc
    .array(
      fc.oneof(fc.constantFrom(...AUTHORS).map(quoted), fc.constant("{name: Li Wei, role: Photographs}")),
      {
        maxLength: 3,
      },
    )
    .map((items) => `[${items.join(", ")}]`),
  tags: fc.array(fc.oneof(fc.constantFrom(...TAGS), line), { maxLength: 4 }).map(listed),
  language: fc.constantFrom(...LANGUAGES),
  kind: fc.constantFrom("news", "opinion", "feature", "press-release"),
  status: fc.constantFrom(
    "draft",
    "review",
    "ready",
    "published",
    "published",
    "published",
    "withdrawn",
    "killed",
  ),
  created: instant,
  published: instant,
  updated: instant,
  embargo: fc.oneof(instant, fc.constant("open")),
  expires: instant,
  image: fc.constant("{src: images/a.jpg}"),
  related: fc.constantFrom("[a]", "[]"),
  translation_of: fc.constantFrom("a", ""),
  corrections: fc.array(fc.oneof(line, fc.constant("")), { maxLength: 2 }).map(corrections),
  x: ownKeys(ownValue),
  unknown_key: fc.constant("kept"),
  body: fc.array(paragraph, { maxLength: 4 }).map((parts) => quoted(parts.join("\n\n"))),
};

function corrections(texts: readonly string[]): string {
  return `[${texts.map((text) => `{at: 2026-02-01, text: ${quoted(text)}}`).join(", ")}]`;
}

/** A double-quoted scalar of YAML: JSON's, with what a YAML file may not hold escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7F-\x9F\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function listed(items: readonly string[]): string {
  return `[${items.map(quoted).join(", ")}]`;
}

/** The text of one article file; one in eight is no article at all. */
export const articleText: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc
      .tuple(line, fc.record(FIELDS, { requiredKeys: [] }))
      .map(([headline, fields]) => printed({ headline: quoted(headline), ...fields })),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "headline: [", "- a\n", "headline: a\nheadline: b\n") },
  { weight: 1, arbitrary: fc.constant(Uint8Array.from([0x68, 0x3a, 0x20, 0xff])) },
);

function printed(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]))
    .join("");
}

/** Names whose order differs between UTF-16 and UTF-8, names that are no slug, folders. */
export const PATHS = [
  "articles/a.yaml",
  "articles/a-b.yml",
  "articles/a/b.yaml",
  "articles/𠮷.yaml",
  "articles/\uFB00x.yaml",
  "articles/No Slug.yaml",
  "articles/2026/11/東京.yaml",
  "articles/e\u0301.yaml",
] as const;

const ZONES = ["UTC", "Europe/Brussels", "Asia/Kolkata", "America/Havana"] as const;

/** stet.yaml as any of a few newsrooms has it. */
export const settingsText: fc.Arbitrary<string> = fc
  .record({
    timezone: fc.constantFrom(...ZONES),
    fields: fc.constantFrom("{}", "{page: number, shot: instant, desk: text, legal: boolean}"),
    url: fc.constantFrom("", "url: https://courier.example/\n"),
    language: fc.constantFrom("en", "fr-BE"),
  })
  .map(
    ({ timezone, fields, url, language }) =>
      `stet: 1\ntimezone: ${timezone}\nfields: ${fields}\n${url}language: ${language}\n` +
      "authors: {ilse: {name: Ilse Vandermoor}}\n",
  );

/** A newsroom of up to eight articles. */
export const newsroom: fc.Arbitrary<Files> = fc
  .tuple(
    settingsText,
    fc.uniqueArray(fc.tuple(fc.constantFrom(...PATHS), articleText), {
      selector: ([path]) => path,
      maxLength: 8,
    }),
  )
  .map(([settings, articles]) => ({ "stet.yaml": settings, ...Object.fromEntries(articles) }));
