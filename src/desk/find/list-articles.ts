// `stet list` and what selects by query: the articles that match, in a total order, answered by the index.
import { pushAll } from "../../base/long-lists.ts";
import { isBefore } from "../../base/code-point-order.ts";
import type { Instant } from "../../base/instant.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import type { Index } from "../../index/open-index.ts";
import {
  countFiles,
  fileAt,
  isSortField,
  selectFiles,
  storedErrors,
  type IndexSort,
} from "../../index/select-files.ts";
import type { Query } from "../../query/query.ts";
import { matchesQuery } from "../../query/matches-query.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import { guessFor } from "../../base/nearest.ts";
import { askedOf, askedOfArticle } from "./asked-of.ts";
import type { Desk } from "../desk.ts";
import { askIndex, rowsOnce, withFreshIndex } from "../keep-index/ask-index.ts";
import { lastChange } from "./last-change.ts";
import { LIST_FIELDS, rowOf, type ListedFile, type ListField } from "./list-fields.ts";
import { isReadable, readEntry, type ArticleEntry } from "./read-entries.ts";
import { articlesFolder } from "../../article/settings.ts";
import { walkArticles } from "../../newsroom/walk/walk-articles.ts";

export interface SortKey {
  readonly field: ListField;
  readonly isDescending: boolean;
}

/** What a list asks for; `limit` 0 is all, no sort the newest change first. */
export interface ListRequest {
  readonly query: Query;
  readonly sort?: readonly SortKey[];
  readonly limit?: number;
}

export interface Listing {
  /** The matching files in a total order (ties go by path), one in memory at a time. To be read once. */
  readonly files: Iterable<ListedFile>;
  /** How many match, limit or not. */
  readonly count: () => number;
  /** Of the files that could not be read, whatever the query. */
  readonly problems: readonly Problem[];
}

/** The files that match, from the index, which is brought up to the files first. Reads a file only for what no index knows. */
export async function listArticles(desk: Desk, request: ListRequest): Promise<Listing> {
  return withFreshIndex(desk, ({ index, problems }) => ({
    files: first(
      rowsOnce(desk, (asked) => filesIn(desk, asked, request)),
      request.limit ?? 0,
    ),
    count: () => askIndex(desk, (asked) => countIn(desk, asked, request.query)),
    problems: [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error"),
  }));
}

/**
 * The readable articles that match, in path order, each read as it is asked for; errors of files that cannot be read go
 * to `problems`. All of them are there sooner than an index is fresh: then the folders are read one after the other.
 */
export async function matchingArticles(
  desk: Desk,
  query: Query,
  problems: Problem[],
): Promise<Iterable<ArticleEntry>> {
  if (query.node.kind === "all") return everyArticle(desk, problems);
  const listing = await listArticles(desk, { query, sort: [{ field: "path", isDescending: false }] });
  pushAll(problems, listing.problems);
  return stillMatching(desk, query, listing.files);
}

/** A file that goes after its folder was read is passed over; a folder that cannot be read is not. */
function* everyArticle(desk: Desk, problems: Problem[]): Generator<ArticleEntry, void, undefined> {
  const report = (found: readonly Problem[]): void =>
    void problems.push(...found.filter(({ severity }) => severity === "error"));
  for (const walked of walkArticles(desk.root, articlesFolder(desk.settings))) {
    if (!walked.ok) {
      report([walked.problem]);
      continue;
    }
    const entry = readEntry(desk, walked.path);
    if (isReadable(entry)) yield entry;
    else report(entry.problems.filter(({ code }) => code !== GONE));
  }
}

const GONE = "io-missing";

/** What leaves the newsroom is asked once more, by its file: the index is not the authority for what is live. */
function* stillMatching(
  desk: Desk,
  { node }: Query,
  files: Iterable<ListedFile>,
): Generator<ArticleEntry, void, undefined> {
  for (const entry of entriesOf(desk, files)) {
    if (matchesQuery(askedOfArticle(desk, entry.article), node)) yield entry;
  }
}

/** The articles of listed files, each read as it is asked for; what holds none any more is passed over. */
export function* entriesOf(
  desk: Desk,
  files: Iterable<ListedFile>,
): Generator<ArticleEntry, void, undefined> {
  for (const { path } of files) {
    const entry = readEntry(desk, path);
    if (isReadable(entry)) yield entry;
  }
}

const NEWEST_FIRST: readonly SortKey[] = [{ field: "updated", isDescending: true }];

function* filesIn(
  desk: Desk,
  index: Index,
  { query, sort = [], limit = 0 }: ListRequest,
): Generator<ListedFile, void, undefined> {
  const keys = sort.length === 0 ? NEWEST_FIRST : sort;
  const sortable = keys.flatMap(({ field, isDescending }) =>
    isSortField(field) ? [{ field, isDescending }] : [],
  );
  const isSortable = sortable.length === keys.length;
  if (isSortable) yield* matching(desk, index, { query, sort: sortable, limit });
  else yield* sortedHere(desk, index, query, keys);
}

function countIn(desk: Desk, index: Index, query: Query): number {
  return (
    countFiles(index, query.node, desk.now) ?? countOf(matching(desk, index, { query, sort: [], limit: 0 }))
  );
}

interface Matching {
  readonly query: Query;
  readonly sort: readonly IndexSort[];
  readonly limit: number;
}

/** What the index selects, looked at once more where it could not decide. */
function* matching(
  desk: Desk,
  index: Index,
  { query, sort, limit }: Matching,
): Generator<ListedFile, void, undefined> {
  const { files, isExact } = selectFiles(index, query.node, { at: desk.now, sort, limit });
  for (const file of files) if (isExact || matchesQuery(askedOf(desk, file), query.node)) yield file;
}

/** The first `limit` of them; 0 is all. */
export function* first<T>(items: Iterable<T>, limit: number): Generator<T, void, undefined> {
  let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
  for (const item of items) {
    yield item;
    if (--left === 0) return;
  }
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count++;
  return count;
}

/** `-updated,headline`: `-` sorts descending. Throws StetError usage for a field that is none. */
export function parseSort(text: string): SortKey[] {
  return text.split(",").map((part) => {
    const isDescending = part.startsWith("-");
    return { field: requireField(isDescending ? part.slice(1) : part, LIST_FIELDS), isDescending };
  });
}

/** Throws StetError usage with the nearest field, and the list of them, for a name that is none of `known`. */
export function requireField<Field extends string>(name: string, known: readonly Field[]): Field {
  const found = known.find((field) => field === name);
  if (found !== undefined) return found;
  const { question, details } = guessFor(name, known);
  throw new StetError("usage", "usage", `"${name}" is no field of a list${question}`, {
    hint: `fields: ${known.join(" ")}`,
    ...details,
  });
}

/** By fields that only the desk can compute: the values are kept, the rows fetched again in order. */
function* sortedHere(
  desk: Desk,
  index: Index,
  query: Query,
  keys: readonly SortKey[],
): Generator<ListedFile, void, undefined> {
  const keyed: { readonly path: string; readonly values: readonly SortValue[] }[] = [];
  for (const file of matching(desk, index, {
    query,
    sort: [{ field: "path", isDescending: false }],
    limit: 0,
  })) {
    keyed.push({ path: file.path, values: keys.map(({ field }) => sortValue(desk, file, field)) });
  }
  // The sort is stable and what it sorts is in path order: ties stay so.
  keyed.sort((a, b) => {
    for (const [at, { isDescending }] of keys.entries()) {
      const order = compare(a.values[at], b.values[at], isDescending);
      if (order !== 0) return order;
    }
    return 0;
  });
  for (const { path } of keyed) {
    const file = fileAt(index, path);
    if (file !== undefined) yield file;
  }
}

const MOMENTS: Readonly<Partial<Record<ListField, (head: ArticleHead) => Instant | undefined>>> = {
  updated: lastChange,
  created: ({ created }) => created,
  published: ({ published }) => published,
  expires: ({ expires }) => expires,
};

type SortValue = number | string | undefined;

function sortValue(desk: Desk, file: ListedFile, field: ListField): SortValue {
  const moment = MOMENTS[field];
  if (moment !== undefined) return file.head === undefined ? undefined : moment(file.head)?.epochMs;
  const value = rowOf(desk, file, [field])[field];
  if (value === null || value === undefined) return undefined;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}

/** What is absent comes last in either direction; text goes by code points, as in the index. */
function compare(a: SortValue, b: SortValue, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const isLess = typeof a === "string" && typeof b === "string" ? isBefore(a, b) : a < b;
  return isLess === isDescending ? 1 : -1;
}
