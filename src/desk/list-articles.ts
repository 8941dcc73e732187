// `stet list` and what selects by query: the articles that match, in a total order.
import type { Query } from "../query/query.ts";
import { matchesQuery, type Asked } from "../query/matches-query.ts";
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import { nearest } from "../base/nearest.ts";
import type { Desk } from "./desk.ts";
import { isListField, lastChange, LIST_FIELDS, rowOf, type ListField } from "./list-fields.ts";
import { permalinkOf } from "./permalink.ts";
import { isReadable, readEntries, type ArticleEntry } from "./read-entries.ts";

export interface SortKey {
  readonly field: ListField;
  readonly isDescending: boolean;
}

export interface Listing {
  readonly entries: readonly ArticleEntry[];
  /** Of the files that could not be read; the entries are all the others that match. */
  readonly problems: readonly Problem[];
}

/** The matching articles, sorted; ties fall to the path, so the order is total. Reads every file once. */
export function listArticles(desk: Desk, query: Query, sort: readonly SortKey[]): Listing {
  const problems: Problem[] = [];
  const entries = [...matchingArticles(desk, query, problems)];
  return { entries: sorted(desk, entries, sort), problems };
}

/** The matching articles in path order, one in memory at a time; what cannot be read is added to `problems`. */
export function* matchingArticles(
  desk: Desk,
  query: Query,
  problems: Problem[],
): Generator<ArticleEntry, void, undefined> {
  for (const entry of readEntries(desk)) {
    if (!isReadable(entry)) problems.push(...entry.problems.filter(({ severity }) => severity === "error"));
    else if (matchesQuery(askedOf(desk, entry), query.node)) yield entry;
  }
}

function askedOf({ settings, now }: Desk, { article }: ArticleEntry): Asked {
  const url = permalinkOf(settings, article);
  return { article, at: now, timezone: settings.timezone, ...(url === undefined ? {} : { url }) };
}

/** `-updated,headline`: `-` sorts descending. Throws StetError usage for a field that is none. */
export function parseSort(text: string): SortKey[] {
  return text.split(",").map((part) => {
    const isDescending = part.startsWith("-");
    return { field: requireListField(isDescending ? part.slice(1) : part), isDescending };
  });
}

/** Throws StetError usage with the nearest field, and the list of them, for a name that is none. */
export function requireListField(name: string): ListField {
  if (isListField(name)) return name;
  const near = nearest(name, LIST_FIELDS)[0];
  const guess = near === undefined ? "" : `; did you mean ${near}?`;
  throw new StetError("usage", "usage", `"${name}" is no field of a list${guess}`, {
    hint: `fields: ${LIST_FIELDS.join(" ")}`,
  });
}

const NEWEST_FIRST: readonly SortKey[] = [{ field: "updated", isDescending: true }];

function sorted(desk: Desk, entries: readonly ArticleEntry[], sort: readonly SortKey[]): ArticleEntry[] {
  const keys = sort.length === 0 ? NEWEST_FIRST : sort;
  const keyed = entries.map((entry) => ({
    entry,
    values: keys.map(({ field }) => sortValue(desk, entry, field)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { isDescending }] of keys.entries()) {
      const order = compare(a.values[index], b.values[index], isDescending);
      if (order !== 0) return order;
    }
    return compare(a.entry.path, b.entry.path, false);
  });
  return keyed.map(({ entry }) => entry);
}

const MOMENTS: Readonly<Partial<Record<ListField, (entry: ArticleEntry) => number | undefined>>> = {
  updated: ({ article }) => lastChange(article)?.epochMs,
  created: ({ article }) => article.created?.epochMs,
  published: ({ article }) => article.published?.epochMs,
  expires: ({ article }) => article.expires?.epochMs,
};

type SortValue = number | string | undefined;

function sortValue(desk: Desk, entry: ArticleEntry, field: ListField): SortValue {
  const moment = MOMENTS[field];
  if (moment !== undefined) return moment(entry);
  const value = rowOf(desk, entry, [field])[field];
  if (value === null || value === undefined) return undefined;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}

/** What is absent comes last in either direction. */
function compare(a: SortValue, b: SortValue, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === isDescending ? 1 : -1;
}
