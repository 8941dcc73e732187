// What is held of all articles while a picker is open, and how it follows an index that another process writes to: what was
// written goes behind what is there, so that every other place stays an article's own, and is read alone.
import { addBit, allBits, dropBit, growBits, type BitSet, type Run } from "../base/bit-set.ts";
import { articlesNewestFirst, joinColumns, NONE, type AskedFor, type NewestFirst } from "./newest-first.ts";
import type { Steps } from "../base/steps.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import { withoutPlaces, withPlaces } from "./order-runs.ts";
import { listIn, numbersIn } from "./read-columns.ts";
import { identityOf } from "./write-rows.ts";

/** Articles by place; one that is gone, or was written since, leaves its place behind. */
export interface HeldArticles {
  readonly index: Index;
  /** Of the index when they were read. */
  readonly identity: string;
  /** Those that were read in one. */
  readonly first: NewestFirst;
  /** Those that were written later: their places are behind those of the first. */
  readonly later: NewestFirst;
  /** How many places there are. */
  readonly count: number;
  /** The places of those that are there, the newest change first, ties by path. */
  readonly order: readonly Run[];
  /** The same as a set. */
  readonly present: BitSet;
  /** Their places by row number; -1 where there is none. */
  readonly placeOf: Int32Array;
}

/** Reads all. Costs 10 us an article. What is written meanwhile followIndex tells. */
export function* holdArticles(index: Index, asked: AskedFor): Steps<HeldArticles> {
  const identity = identityOf(index);
  const first = yield* articlesNewestFirst(index, asked);
  yield;
  const count = first.ids.length;
  return {
    index,
    identity,
    first,
    later: NONE,
    count,
    order: [{ from: 0, to: count }],
    present: allBits(count),
    placeOf: placesWith(new Int32Array(), first.ids, 0),
  };
}

/** The columns that have a place, and where in them it stands. */
export function columnsAt(
  { first, later }: Pick<HeldArticles, "first" | "later">,
  place: number,
): { readonly columns: NewestFirst; readonly at: number } {
  const before = first.ids.length;
  return place < before ? { columns: first, at: place } : { columns: later, at: place - before };
}

export function pathAt(held: HeldArticles, place: number): string {
  const { columns, at } = columnsAt(held, place);
  return columns.paths[at] ?? "";
}

/** Where more was written or removed, all is read again. */
const MOST_NEW = 1_000;

/**
 * What holdArticles finds now, by other places. Undefined where so much was written since all were read that they are to be
 * read again. Costs what was written since, and no look at any other row.
 */
export function* followIndex(before: HeldArticles, asked: AskedFor): Steps<HeldArticles | undefined> {
  const { index, first, count } = before;
  const since = reading(index, () => prepared(index, COMMIT).get(before.identity))?.["number"];
  if (typeof since !== "number") return undefined;
  const removed = removedSince(index, since);
  const written = reading(index, () => prepared(index, WRITTEN).get(since, MOST_NEW + 1))?.["count"];
  const isTooMuch = before.later.ids.length + Number(written) > MOST_NEW;
  if (isTooMuch || removed === undefined || removed.length > MOST_NEW) return undefined;
  const identity = identityOf(index);
  const added = yield* articlesNewestFirst(index, asked, since);
  const later = joinColumns(before.later, added);
  const gone = removed.map((id) => before.placeOf[id] ?? -1).filter((place) => place >= 0);
  const places = { from: count, to: count + added.ids.length };
  const present = growBits(before.present, places.to);
  for (const place of gone) dropBit(present, place);
  for (let place = places.from; place < places.to; place++) addBit(present, place);
  const placeOf = before.placeOf.slice();
  for (const id of removed) if (id < placeOf.length) placeOf[id] = -1;
  return {
    index,
    identity,
    first,
    later,
    count: places.to,
    order: withPlaces(withoutPlaces(before.order, gone), places, isNewer({ first, later })),
    present,
    placeOf: placesWith(placeOf, added.ids, count),
  };
}

const COMMIT = "SELECT number FROM commits WHERE name = ?";
const REMOVED = `SELECT json_group_array(value) AS ids, (SELECT count(*) FROM commits WHERE number > ?1 AND removed IS NULL) AS untold
  FROM commits, json_each(removed) WHERE number > ?1`;
const WRITTEN =
  "SELECT count(*) AS count FROM (SELECT 1 FROM file INDEXED BY file_written WHERE written > ? LIMIT ?)";

/** The numbers of rows that the commits behind this one removed; undefined where one of them was too large to tell. */
function removedSince(index: Index, since: number): number[] | undefined {
  const row = reading(index, () => prepared(index, REMOVED).get(since));
  if (row?.["untold"] !== 0) return undefined;
  return numbersIn(listIn(row["ids"])).map((id) => id ?? -1);
}

/** As SQLite orders them; paths by their bytes. */
function isNewer(held: Pick<HeldArticles, "first" | "later">): (place: number, other: number) => boolean {
  return (place, other) => {
    const [a, b] = [columnsAt(held, place), columnsAt(held, other)];
    const [changed, otherChanged] = [changedAt(a), changedAt(b)];
    if (changed !== otherChanged) return changed > otherChanged;
    const path = Buffer.from(a.columns.paths[a.at] ?? "");
    return path.compare(Buffer.from(b.columns.paths[b.at] ?? "")) < 0;
  };
}

/** Epoch milliseconds; what has no date comes behind all that has. */
function changedAt({ columns, at }: ReturnType<typeof columnsAt>): number {
  const changed = columns.numbers.updated[at] ?? Number.NaN;
  return Number.isNaN(changed) ? -Infinity : changed;
}

/** With the places of these, one behind the other from `from` on. */
function placesWith(known: Int32Array, ids: readonly number[], from: number): Int32Array {
  let length = known.length;
  for (const id of ids) length = Math.max(length, id + 1);
  const placeOf = new Int32Array(length).fill(-1, known.length);
  placeOf.set(known);
  for (const [at, id] of ids.entries()) placeOf[id] = from + at;
  return placeOf;
}
