// What a picker holds of all articles while it is open, in the order it shows them.
import { fold } from "../query/fold-text.ts";
import type { QueryNode } from "../query/query.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import {
  listIn,
  MOMENTS,
  numbersIn,
  stateColumn,
  textsIn,
  WORDS,
  type ColumnSource,
} from "./read-columns.ts";
import { conditionIn } from "./select-files.ts";

/** What can be compared without the index: words, and moments in epoch milliseconds. */
export type NumberAtHand = "words" | "created" | "published" | "updated";

const NUMBERS: Readonly<Record<NumberAtHand, ColumnSource>> = {
  words: WORDS,
  created: MOMENTS.created,
  published: MOMENTS.published,
  updated: MOMENTS.updated,
};

export function isNumberAtHand(field: string): field is NumberAtHand {
  return Object.hasOwn(NUMBERS, field);
}

function eachNumber(columnOf: (name: NumberAtHand) => Float64Array): NewestFirst["numbers"] {
  return {
    words: columnOf("words"),
    created: columnOf("created"),
    published: columnOf("published"),
    updated: columnOf("updated"),
  };
}

/** Columns of one length, the newest change first, ties by path. */
export interface NewestFirst {
  /** Row numbers. */
  readonly ids: readonly number[];
  readonly paths: readonly string[];
  /** Folded, as the headlines are. */
  readonly slugs: readonly string[];
  readonly headlines: readonly string[];
  readonly states: readonly string[];
  /** HAS_BIT of what each has. */
  readonly has: readonly number[];
  /** How many tags each has, and how many authors. */
  readonly tags: readonly number[];
  readonly authors: readonly number[];
  /** NaN where there is none. */
  readonly numbers: Readonly<Record<NumberAtHand, Float64Array>>;
}

/** `at` is the instant of states, epoch milliseconds; `isMeant` tells of a path what the index leaves open. */
export interface AskedFor {
  readonly node: QueryNode;
  readonly at: number;
  readonly isMeant: (path: string) => boolean;
}

/**
 * The articles that match; with `since`, those of them that commits behind the one of this number have written. 5 us an
 * article, and what `isMeant` costs where it is asked.
 */
export function articlesNewestFirst(
  index: Index,
  { node, at, isMeant }: AskedFor,
  since?: number,
): NewestFirst {
  const { sql, params, isExact } = conditionIn(index, node, at);
  const state = stateColumn(at);
  const names = [
    "id",
    "path",
    "slug",
    "headline",
    "state",
    "has",
    "tags",
    "authors",
    ...Object.keys(NUMBERS),
  ];
  const numbered = Object.entries(NUMBERS).map(([name, source]) => `${source.sql} AS ${name}`);
  const asked = `SELECT ${names.map((name) => `json_group_array(${name}) AS ${name}`).join(", ")} FROM (
    SELECT id, path, slug, head ->> 'headline' AS headline, ${state.sql} AS state, has,
      json_array_length(head, '$.tags') AS tags, json_array_length(head, '$.authors') AS authors, ${numbered.join(", ")}
    FROM file ${since === undefined ? "WHERE" : "INDEXED BY file_written WHERE written > ? AND"} head IS NOT NULL AND ${sql} ORDER BY newest, path)`;
  const after = since === undefined ? [] : [since];
  const row = reading(index, () => prepared(index, asked).get(...state.params, ...after, ...params));
  const paths = textsIn(listIn(row?.["path"])).map((value) => value ?? "");
  const meant = isExact ? undefined : paths.map(isMeant);
  const column = (name: string): unknown[] => {
    const values = listIn(row?.[name]);
    return meant === undefined ? values : values.filter((_, place) => meant[place]);
  };
  const numbers = (name: string): number[] => numbersIn(column(name)).map((value) => value ?? 0);
  const texts = (name: string): string[] => textsIn(column(name)).map((value) => value ?? "");
  const compared = (name: NumberAtHand): Float64Array =>
    Float64Array.from(numbersIn(column(name)), (value) => value ?? Number.NaN);
  return {
    ids: numbers("id"),
    paths: texts("path"),
    slugs: texts("slug").map(fold),
    headlines: texts("headline").map(fold),
    states: texts("state"),
    has: numbers("has"),
    tags: numbers("tags"),
    authors: numbers("authors"),
    numbers: eachNumber(compared),
  };
}

/** The columns of both, one behind the other. */
export function joinColumns(some: NewestFirst, more: NewestFirst): NewestFirst {
  const numbers = (name: NumberAtHand): Float64Array => {
    const joined = new Float64Array(some.ids.length + more.ids.length);
    joined.set(some.numbers[name]);
    joined.set(more.numbers[name], some.ids.length);
    return joined;
  };
  return {
    ids: some.ids.concat(more.ids),
    paths: some.paths.concat(more.paths),
    slugs: some.slugs.concat(more.slugs),
    headlines: some.headlines.concat(more.headlines),
    states: some.states.concat(more.states),
    has: some.has.concat(more.has),
    tags: some.tags.concat(more.tags),
    authors: some.authors.concat(more.authors),
    numbers: eachNumber(numbers),
  };
}
