// The fields of a list row: one table that names, types and computes them for every output of `list` and `show`.
import type { Article, Embargo } from "../article/article.ts";
import { stateAt } from "../article/state.ts";
import type { Instant } from "../base/instant.ts";
import { writeInstant } from "../base/zone.ts";
import { countWords } from "../body/count-words.ts";
import { parseBody } from "../body/parse-body.ts";
import { plainText } from "../body/plain-text.ts";
import { pullQuotes } from "../body/pull-quotes.ts";
import type { Desk } from "./desk.ts";
import { permalinkOf } from "./permalink.ts";
import type { ArticleEntry } from "./read-entries.ts";

/** What bare `--json` and its like print, in this order. Types never change within a major version. */
export const USUAL_FIELDS = [
  "id",
  "slug",
  "path",
  "url",
  "headline",
  "summary",
  "section",
  "kind",
  "lang",
  "status",
  "state",
  "authors",
  "tags",
  "words",
  "created",
  "updated",
  "published",
  "embargo",
  "expires",
  "live",
  "corrected",
  "problems",
  "valid",
] as const;

/** Fields that are printed only when named. */
export const NAMED_FIELDS = ["body", "text", "quotes", "related", "corrections", "raw", "sha256"] as const;

export type ListField = (typeof USUAL_FIELDS)[number] | (typeof NAMED_FIELDS)[number];

export const LIST_FIELDS: readonly ListField[] = [...USUAL_FIELDS, ...NAMED_FIELDS];

/** What a field computes its value from. */
interface Row {
  readonly desk: Desk;
  readonly entry: ArticleEntry;
}

type Compute = (row: Row) => unknown;

const of =
  (read: (article: Article) => unknown): Compute =>
  ({ entry }) =>
    read(entry.article) ?? null;

const moment =
  (read: (article: Article) => Instant | Embargo | undefined): Compute =>
  ({ desk, entry }) => {
    const value = read(entry.article);
    if (value === undefined || value === "open") return value ?? null;
    return writeInstant(value.epochMs, desk.settings.timezone);
  };

const COMPUTE: Readonly<Record<ListField, Compute>> = {
  id: of((article) => article.id),
  slug: of((article) => article.slug),
  path: ({ entry }) => entry.path,
  url: ({ desk, entry }) => permalinkOf(desk.settings, entry.article) ?? null,
  headline: of((article) => article.headline),
  summary: of((article) => article.summary),
  section: of((article) => article.section),
  kind: of((article) => article.kind),
  lang: of((article) => article.language),
  status: of((article) => article.status),
  state: ({ desk, entry }) => stateAt(entry.article, desk.now),
  authors: of((article) => article.authors.map((author) => author.name)),
  tags: of((article) => article.tags),
  words: ({ entry }) => countWords(parseBody(entry.article.body)),
  created: moment((article) => article.created),
  updated: moment(lastChange),
  published: moment((article) => article.published),
  embargo: moment((article) => article.embargo),
  expires: moment((article) => article.expires),
  live: ({ desk, entry }) => stateAt(entry.article, desk.now) === "live",
  corrected: of((article) => article.corrections.length > 0),
  problems: ({ entry }) => entry.problems.length,
  valid: ({ entry }) => entry.problems.every((problem) => problem.severity !== "error"),
  body: of((article) => article.body),
  text: ({ entry }) => plainText(parseBody(entry.article.body)),
  quotes: ({ entry }) => pullQuotes(parseBody(entry.article.body)),
  related: of((article) => article.related),
  corrections: ({ desk, entry }) =>
    entry.article.corrections.map(({ at, text }) => ({
      at: writeInstant(at.epochMs, desk.settings.timezone),
      text,
    })),
  raw: ({ entry }) => entry.file.text,
  sha256: ({ entry }) => entry.file.hash,
};

export function isListField(name: string): name is ListField {
  return LIST_FIELDS.some((field) => field === name);
}

/** The instant an article last changed for a reader: updated, else published, else created. */
export function lastChange(article: Article): Instant | undefined {
  return article.updated ?? article.published ?? article.created;
}

/** The named fields of one entry, in the order named. Fields of the body cost parsing it. */
export function rowOf(
  desk: Desk,
  entry: ArticleEntry,
  fields: readonly ListField[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, COMPUTE[field]({ desk, entry })]));
}
