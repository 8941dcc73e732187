// Queries over the whole grammar (docs/query.md), as fast-check values: text as somebody types it.
import fc from "fast-check";
import { HAS } from "../../src/query/query.ts";
import { STATES } from "../../src/article/state.ts";
import { AUTHORS, line, OWN_KEYS, SECTIONS, SLUGS, TAGS, WORDS } from "./random-newsroom.ts";

const free = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `${word.slice(0, 2)}*`),
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((pair) => quotedValue(pair.join(" "))),
  fc.constantFrom(...WORDS).map((word) => `"deal ${word}*"`),
  line.map(quotedValue),
);

function quotedValue(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/** Values as they are written behind an operator: bare where they can be, or quoted. */
function valueOf(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(values, fc.boolean()).map(([value, isQuoted]) => {
    return isQuoted || /[\s()",]/.test(value) || value === "" ? quotedValue(value) : value;
  });
}

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  slug: [...SLUGS, "deal*", "*", "A"],
  id: ["01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11", "01958*", "none-such"],
  section: [...SECTIONS, "world/*", "World", "W"],
  status: ["draft", "published", "killed", "*ed"],
  kind: ["news", "opinion", "press-release", "p*"],
  lang: ["en", "fr", "zh", "EN", "e*"],
  tag: [...TAGS, "strasse", "r*", "*"],
  url: ["https://courier.example/*", "*deal*", "none"],
};
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  author: [...AUTHORS, "vandermoor", "zoe o*", "li"],
  headline: WORDS,
  summary: WORDS,
  body: [...WORDS, "**"],
  text: [...WORDS, "zoë"],
  correction: WORDS,
};
const PATTERNS = ["/^b/", "/京$/", "/[a-d]l/", "/./", "udg", "rail", "B", "/^$/", "/\\d/"] as const;

function among(table: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<string> {
  return fc.constantFrom(...Object.keys(table)).chain((field) => {
    const value = valueOf(fc.constantFrom(...(table[field] ?? [])));
    return fc.oneof(
      fc.tuple(fc.constantFrom(":", "=", "!="), value).map(([operator, text]) => field + operator + text),
      fc.tuple(value, value).map((values) => `${field}:${values.join(",")}`),
      fc.constantFrom(...PATTERNS).map((pattern) => `${field}~${pattern}`),
      fc.constantFrom(`${field}:any`, `${field}:none`),
    );
  });
}

const PERIODS = [
  "2025",
  "2025-01",
  "2025-01-31",
  "2026-W43",
  "2026-10-25T02:30",
  "2026-11-22T09:00:00+01:00",
  "now",
  "today",
  "tomorrow",
  "-1y",
  "+2h",
  "this-week",
  "1969-12-31",
] as const;
const NUMBERS = ["0", "1", "3", "2.5", "1000", "31", "-1", "10"] as const;

function compared(fields: readonly string[], values: readonly string[]): fc.Arbitrary<string> {
  const value = fc.constantFrom(...values);
  return fc.constantFrom(...fields).chain((field) =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom(":", "=", "!=", "<", "<=", ">", ">="), value)
        .map(([operator, text]) => field + operator + text),
      fc.tuple(value, value).map(([from, to]) => `${field}:${from}..${to}`),
      value.map((from) => `${field}:${from}..`),
      value.map((to) => `${field}:..${to}`),
      fc.constantFrom(`${field}:any`, `${field}:none`),
    ),
  );
}

const OWN_FIELDS = [
  ...OWN_KEYS.map((key) => `x.${key}`),
  "x.team.lead",
  "x.a.b",
  "x.a.0",
  "x.team.page.shot",
  "x.toString",
  "x.Page",
] as const;
const OWN_VALUES = [
  "3",
  "true",
  "false",
  "budget",
  "2026-02-03",
  "[3]",
  "*",
  "null",
  "elysee",
  "1000",
] as const;

/** The newsroom's own fields, compared as what stet.yaml does not say they are, and as what it says. */
const own: fc.Arbitrary<string> = fc.oneof(
  among(Object.fromEntries(OWN_FIELDS.map((field) => [field, OWN_VALUES]))),
  compared(["x.page"], NUMBERS),
  compared(["x.shot"], PERIODS),
);

const leaf: fc.Arbitrary<string> = fc.oneof(
  free,
  among(KEYWORDS),
  among(TEXTS),
  own,
  compared(["created", "updated", "published", "embargo", "expires"], PERIODS),
  compared(["words"], NUMBERS),
  fc.constantFrom("embargo:open", "embargo=open", "embargo!=open", "embargo:2026,open"),
  fc.constantFrom(...STATES, "corrected", "invalid", "stale").map((state) => `is:${state}`),
  fc.constantFrom(...HAS).map((what) => `has:${what}`),
);

/** A query in text. A few are none (a word without a letter, a date of no kind): the parser says which. */
export const queryText: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom("-", "!", "NOT "), leaf).map((parts) => parts.join("")),
    fc
      .tuple(tie("query"), fc.constantFrom(" ", " OR ", " AND ", " | "), tie("query"))
      .map((parts) => parts.join("")),
    tie("query").map((inner) => `(${inner})`),
    tie("query").map((inner) => `-(${inner})`),
  ),
})).query;
