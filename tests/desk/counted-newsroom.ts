// Small newsrooms of any articles that counts can differ on, for properties: few values, so that they meet.
import fc from "fast-check";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface CountedArticle {
  readonly section: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly language: string | undefined;
  readonly kind: string;
  readonly status: string;
  readonly created: string | undefined;
  readonly published: string | undefined;
  readonly embargo: string | undefined;
  readonly words: number;
}

/** Around the clock changes of Brussels and New York, the turns of months and years, and the present. */
const MOMENTS = [
  "2026-03-29T00:59:59Z",
  "2026-03-29T01:00:00Z",
  "2026-03-31T22:00:00Z",
  "2026-04-01T03:59:59Z",
  "2026-10-31T22:59:59Z",
  "2026-10-31T23:00:00Z",
  "2026-11-01T05:30:00Z",
  "2026-11-22T07:59:00Z",
  "2026-11-22T08:01:00Z",
  "2027-01-01T02:00:00Z",
] as const;

const moment = fc.option(fc.constantFrom(...MOMENTS), { nil: undefined });

export const articles: fc.Arbitrary<CountedArticle[]> = fc.array(
  fc.record({
    section: fc.constantFrom(
      undefined,
      "world",
      "world/europe",
      "World/Europe",
      "world/europe/north",
      "sport",
    ),
    authors: fc.subarray(["Jane Doe", "jane doe", "Li Wei", "Zoë"]),
    tags: fc.subarray(["EU", "eu", "Café", "cafe", "sport"]),
    language: fc.constantFrom(undefined, "en-GB", "en-gb", "nl"),
    kind: fc.constantFrom("news", "opinion"),
    status: fc.constantFrom("draft", "review", "ready", "published", "withdrawn", "killed"),
    created: moment,
    published: moment,
    embargo: moment,
    words: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 8 },
);

/** Writes the articles and a stet.yaml into an empty folder. */
export function writeCounted(folder: string, counted: readonly CountedArticle[], timezone: string): void {
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), `stet: 1\ntimezone: ${timezone}\nlanguage: nl\n`);
  for (const [at, { words, ...fields }] of counted.entries()) {
    const article = { headline: `Story ${at}`, ...fields, body: "word ".repeat(words) };
    writeFileSync(path.join(folder, `articles/story-${at}.yaml`), JSON.stringify(article));
  }
}
