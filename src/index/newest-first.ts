// What a picker holds of all articles while it is open, in the order it shows them.
import type { Steps } from "../base/steps.ts";
import { fold } from "../query/fold-text.ts";
import type { QueryNode } from "../query/query.ts";
import { exactly } from "./condition.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import {
  EMBARGO,
  eachRowNumber,
  EXPIRES,
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
export type NumberAtHand = "words" | "created" | "published" | "updated" | "embargo" | "expires";

const NUMBERS: Readonly<Record<NumberAtHand, ColumnSource>> = {
  words: WORDS,
  created: MOMENTS.created,
  published: MOMENTS.published,
  updated: MOMENTS.updated,
  embargo: EMBARGO,
  expires: EXPIRES,
};

const NUMBER_NAMES = Object.keys(NUMBERS).filter(isNumberAtHand);

export function isNumberAtHand(field: string): field is NumberAtHand {
  return Object.hasOwn(NUMBERS, field);
}

function eachNumber(columnOf: (name: NumberAtHand) => Float64Array): NewestFirst["numbers"] {
  return {
    words: columnOf("words"),
    created: columnOf("created"),
    published: columnOf("published"),
    updated: columnOf("updated"),
    embargo: columnOf("embargo"),
    expires: columnOf("expires"),
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
  /** How many are read in a step; without it, as many as in two milliseconds. */
  readonly rows?: number;
}

/**
 * The articles that match; with `since`, those of them that commits behind the one of this number have written. 6 us an
 * article, and what `isMeant` costs where it is asked.
 */
export function* articlesNewestFirst(index: Index, asked: AskedFor, since?: number): Steps<NewestFirst> {
  // What is written between two steps is left to whoever follows the index from here.
  const upTo = Number(reading(index, () => prepared(index, LAST_COMMIT).get())?.["number"] ?? 0);
  const isEvery = asked.node.kind === "all" && since === undefined;
  const { ids, isExact } = isEvery ? yield* everyId(index) : idsThatMatch(index, asked, since);
  const all = roomFor(ids.length);
  const step = asked.rows ?? ROWS_A_STEP;
  for (let from = 0; from < ids.length; from += step) {
    if (from > 0) yield;
    const rows = columnsOf(index, ids.slice(from, from + step), { at: asked.at, upTo });
    const places = isExact ? rows.ids.keys() : yield* meantIn(rows.paths, asked);
    for (const place of places) putIn(all, rows, place);
  }
  return all.ids.length === ids.length ? all : joinColumns(all, NONE);
}

/** Of those with these paths the places of those that are meant: each is looked at. */
function* meantIn(paths: readonly string[], { isMeant }: AskedFor): Steps<readonly number[]> {
  const places: number[] = [];
  for (const [place, path] of paths.entries()) {
    if (isMeant(path)) places.push(place);
    yield;
  }
  return places;
}

/** Two milliseconds. */
const ROWS_A_STEP = 400;

const LAST_COMMIT = "SELECT max(number) AS number FROM commits";

/** Newest first; where `isExact` is false, some are among them that are not meant. */
interface Ids {
  readonly ids: readonly number[];
  readonly isExact: boolean;
}

/** In one: what a condition asks of other tables is asked once. */
function idsThatMatch(index: Index, { node, at }: AskedFor, since?: number): Ids {
  const { sql, params, isExact } = node.kind === "all" ? exactly("1") : conditionIn(index, node, at);
  const asked = `SELECT json_group_array(id) AS ids FROM (SELECT id FROM file
    ${since === undefined ? "WHERE" : "INDEXED BY file_written WHERE written > ? AND"} ${sql} ORDER BY newest, path)`;
  const row = reading(index, () =>
    prepared(index, asked).get(...(since === undefined ? [] : [since]), ...params),
  );
  return { ids: numbersIn(listIn(row?.["ids"])).map((id) => id ?? -1), isExact };
}

/** A millisecond. */
const IDS_A_STEP = 4_000;
const BEHIND = "FROM file WHERE (newest, path) > (?, ?) ORDER BY newest, path LIMIT";
const SOME_IDS = `SELECT json_group_array(id) AS ids FROM (SELECT id ${BEHIND} ${IDS_A_STEP})`;
const LAST_OF_THEM = `SELECT newest, path ${BEHIND} 1 OFFSET ${IDS_A_STEP - 1}`;

/** Of all files. */
function* everyId(index: Index): Steps<Ids> {
  const ids: number[] = [];
  let behind: readonly [number, string] = [-Number.MAX_VALUE, ""];
  for (;;) {
    const from = behind;
    const row = reading(index, () => prepared(index, SOME_IDS).get(...from));
    eachRowNumber(row?.["ids"], (id) => ids.push(id));
    const last = reading(index, () => prepared(index, LAST_OF_THEM).get(...from));
    if (last === undefined) return { ids, isExact: true };
    behind = [Number(last["newest"]), String(last["path"])];
    yield;
  }
}

const NAMES = ["id", "path", "slug", "headline", "state", "has", "tags", "authors", ...NUMBER_NAMES];

/** Of those of the rows that hold an article, in their order. */
function columnsOf(
  index: Index,
  ids: readonly number[],
  { at, upTo }: { readonly at: number; readonly upTo: number },
): NewestFirst {
  const state = stateColumn(at);
  const numbered = Object.entries(NUMBERS).map(([name, source]) => `${source.sql} AS ${name}`);
  const asked = `SELECT ${NAMES.map((name) => `json_group_array(${name}) AS ${name}`).join(", ")} FROM (
    SELECT id, path, slug, head ->> 'headline' AS headline, ${state.sql} AS state, has,
      json_array_length(head, '$.tags') AS tags, json_array_length(head, '$.authors') AS authors, ${numbered.join(", ")}
    FROM file WHERE id IN (SELECT value FROM json_each(?)) AND written <= ? AND head IS NOT NULL ORDER BY newest, path)`;
  const row = reading(index, () => prepared(index, asked).get(...state.params, JSON.stringify(ids), upTo));
  const column = (name: string): unknown[] => listIn(row?.[name]);
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

type Growing = ReturnType<typeof roomFor>;

function roomFor(rows: number) {
  const texts = (): string[] => [];
  const counts = (): number[] => [];
  return {
    ids: counts(),
    paths: texts(),
    slugs: texts(),
    headlines: texts(),
    states: texts(),
    has: counts(),
    tags: counts(),
    authors: counts(),
    numbers: eachNumber(() => new Float64Array(rows)),
  };
}

/** No columns. */
export const NONE: NewestFirst = roomFor(0);

function putIn(all: Growing, rows: NewestFirst, place: number): void {
  const at = all.ids.length;
  all.ids.push(rows.ids[place] ?? -1);
  all.paths.push(rows.paths[place] ?? "");
  all.slugs.push(rows.slugs[place] ?? "");
  all.headlines.push(rows.headlines[place] ?? "");
  all.states.push(rows.states[place] ?? "");
  all.has.push(rows.has[place] ?? 0);
  all.tags.push(rows.tags[place] ?? 0);
  all.authors.push(rows.authors[place] ?? 0);
  for (const name of NUMBER_NAMES) all.numbers[name][at] = rows.numbers[name][place] ?? Number.NaN;
}

/** The columns of both, one behind the other. */
export function joinColumns(some: NewestFirst, more: NewestFirst): NewestFirst {
  const numbers = (name: NumberAtHand): Float64Array => {
    const joined = new Float64Array(some.ids.length + more.ids.length);
    joined.set(some.numbers[name].subarray(0, some.ids.length));
    joined.set(more.numbers[name].subarray(0, more.ids.length), some.ids.length);
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
