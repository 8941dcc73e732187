// The fields of a list row: one table that names, types and computes them for every output of `list` and `show`.
import type { Embargo } from "../../article/article.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { isLive, stateAt } from "../../article/state.ts";
import type { Instant } from "../../base/instant.ts";
import { lastChange } from "./last-change.ts";
import { writeInstant } from "../../base/zone.ts";
import { measureBody } from "../../body/measure-body.ts";
import { parseBody } from "../../body/parse-body.ts";
import { plainText } from "../../body/plain-text.ts";
import { pullQuotes } from "../../body/pull-quotes.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import type { Phrase } from "../../query/query.ts";
import { snippetOf, textOfSnippet } from "./snippet-of.ts";
import { isReadable, readEntry, type ArticleEntry } from "./read-entries.ts";

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
export const NAMED_FIELDS = [
  "body",
  "text",
  "quotes",
  "related",
  "translation_of",
  "corrections",
  "x",
  "raw",
  "sha256",
] as const;

/** Fields that only a search or `stet related` can say something of. */
export type HitField = "score" | "snippet" | "why";

export type ListField = (typeof USUAL_FIELDS)[number] | (typeof NAMED_FIELDS)[number];

/** A field of the rows of any command that lists. */
export type RowField = ListField | HitField;

export const LIST_FIELDS: readonly ListField[] = [...USUAL_FIELDS, ...NAMED_FIELDS];

/** One file of a list, as the index knows it; `entry` where it has been read as well. */
export interface ListedFile extends IndexedFile {
  readonly entry?: ArticleEntry;
  /** Of a search and of related articles: how well the file fits. */
  readonly score?: number;
  /** Of a search: what its snippet shows. */
  readonly phrases?: readonly Phrase[];
  /** Of related articles: why the file is among them, in words. */
  readonly why?: string;
}

/** What a field computes its value from. */
interface Row {
  readonly desk: Desk;
  readonly file: ListedFile;
}

type Compute = (row: Row) => unknown;

/** From the index's row; null for a file that holds no article. */
const of =
  (read: (head: ArticleHead) => unknown): Compute =>
  ({ file }) =>
    (file.head === undefined ? undefined : read(file.head)) ?? null;

const moment =
  (read: (head: ArticleHead) => Instant | Embargo | undefined): Compute =>
  ({ desk, file }) => {
    const value = file.head === undefined ? undefined : read(file.head);
    if (value === undefined || value === "open") return value ?? null;
    return writeInstant(value.epochMs, desk.settings.timezone);
  };

/** From the file itself, read for this; null where it holds no article any more. */
const read =
  (compute: (entry: ArticleEntry) => unknown): Compute =>
  ({ desk, file }) => {
    const entry = file.entry ?? readEntry(desk, file.path);
    return isReadable(entry) ? compute(entry) : null;
  };

const COMPUTE: Readonly<Record<RowField, Compute>> = {
  id: of((head) => head.id),
  slug: ({ file }) => file.slug,
  path: ({ file }) => file.path,
  url: ({ desk, file }) => (file.head === undefined ? null : (permalinkOf(desk.settings, file.head) ?? null)),
  headline: of((head) => head.headline),
  summary: of((head) => head.summary),
  section: of((head) => head.section),
  kind: of((head) => head.kind),
  lang: of((head) => head.language),
  status: of((head) => head.status),
  state: ({ desk, file }) => (file.head === undefined ? null : stateAt(file.head, desk.now)),
  authors: of((head) => head.authors.map((author) => author.name)),
  tags: of((head) => head.tags),
  words: ({ file }) => (file.head === undefined ? null : file.words),
  created: moment((head) => head.created),
  updated: moment(lastChange),
  published: moment((head) => head.published),
  embargo: moment((head) => head.embargo),
  expires: moment((head) => head.expires),
  live: ({ desk, file }) => file.head !== undefined && isLive(file.head, desk.now),
  corrected: of((head) => head.corrections.length > 0),
  problems: ({ file }) => file.problems,
  valid: ({ file }) => file.head !== undefined,
  body: read(({ article }) => article.body),
  text: read(({ article }) => plainText(parseBody(article.body))),
  quotes: read(({ article }) => pullQuotes(parseBody(article.body))),
  related: of((head) => head.related),
  translation_of: of((head) => head.translationOf),
  corrections: ({ desk, file }) =>
    file.head?.corrections.map(({ at, text }) => ({
      at: writeInstant(at.epochMs, desk.settings.timezone),
      text,
    })) ?? null,
  x: of(({ x }) => (Object.keys(x).length === 0 ? null : x)),
  raw: read(({ file }) => file.text),
  sha256: ({ file }) => file.hash,
  score: ({ file }) => file.score ?? null,
  snippet: ({ desk, file }) => textOfSnippet(snippetOf(desk, file, SNIPPET_COLUMNS)),
  why: ({ file }) => file.why ?? null,
};

/** Of the field; on a terminal a snippet is as wide as there is room. */
const SNIPPET_COLUMNS = 160;

/** An article that was read on its own, as a list has it. Costs what measureBody costs. */
export function listed(entry: ArticleEntry): ListedFile {
  const { path, file, article, problems } = entry;
  const { body, notes: _, ...head } = article;
  const { words } = measureBody(body);
  return { path, hash: file.hash, slug: article.slug, problems: problems.length, words, head, entry };
}

/** The named fields of one file, in the order named; what a file without an article cannot say is null. */
export function rowOf(desk: Desk, file: ListedFile, fields: readonly RowField[]): Record<string, unknown> {
  const row = { desk, file };
  const values: Record<string, unknown> = {};
  for (const field of fields) values[field] = COMPUTE[field](row);
  return values;
}

/** The same without their names. */
export function cellsOf(desk: Desk, file: ListedFile, fields: readonly RowField[]): unknown[] {
  const row = { desk, file };
  return fields.map((field) => COMPUTE[field](row));
}
