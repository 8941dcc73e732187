// The stories of the last edition, and of what has changed since, as planning looks for them: each is read when it is
// asked for.
import { isTelling } from "../plan/headline-names.ts";
import type { Group, Groups } from "../plan/site-groups.ts";
import type { DatedRows, ListName, RowList, SiteRow } from "../plan/site-row.ts";
import type { Stories } from "../plan/stories.ts";
import { asked, type PlanMemory } from "./plan-memory.ts";
import { putBeside, type Mark } from "./put-stories.ts";
import { numbersIn, rowIn } from "./read-remembered.ts";

/** What is asked of them is right until something is put into the memory. */
export function rememberedStories(memory: PlanMemory): Stories {
  return {
    live: liveRows(memory),
    corrected: rowsMarked(memory, ["corrected", ""]),
    byPath: lookup((path) => rowAt(memory, path)?.row),
    groups: {
      section: groupsOf(memory, "section"),
      author: groupsOf(memory, "author"),
      tag: groupsOf(memory, "tag"),
      month: groupsOf(memory, "month"),
    },
    names: lookup((name) => {
      const rows = rowsMarked(memory, ["name", name]);
      return isTelling(rows.length) ? rows : undefined;
    }),
    versions: lookup((path) => {
      const versions = rowsMarked(memory, ["version", path]);
      return versions.length === 0 ? undefined : versions.slice(0, versions.length).toReversed();
    }),
  };
}

interface Lookup<T> {
  readonly get: (key: string) => T | undefined;
  readonly has: (key: string) => boolean;
}

/** Looked for once. */
function lookup<T>(find: (key: string) => T | undefined): Lookup<T> {
  const known = new Map<string, T | undefined>();
  const get = (key: string): T | undefined => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
  return { get, has: (key) => get(key) !== undefined };
}

/** A live row and its number; undefined where none has that path. */
export function rowAt(memory: PlanMemory, path: string): { id: number; row: SiteRow } | undefined {
  const found = asked(memory, "SELECT id FROM story WHERE path = ? AND row IS NOT NULL", path)[0];
  const id = Number(found?.["id"] ?? 0);
  const row = rowNumbered(memory, id);
  return row === undefined ? undefined : { id, row };
}

const MARKED = "FROM mark JOIN story ON story.id = mark.story WHERE kind = ? AND key = ?";
const FROM = `SELECT json_group_array(id) AS ids FROM (SELECT id ${MARKED} AND mark.published <= ?
  ORDER BY mark.published DESC, path LIMIT ? OFFSET ?)`;
const LATER = `SELECT json_group_array(id) AS ids FROM (SELECT id ${MARKED} AND mark.published > ?
  ORDER BY mark.published, path DESC LIMIT ?)`;

/** The live rows that a mark finds, so many. */
export function rowsMarked(
  memory: PlanMemory,
  [kind, key]: Mark,
  length: number = countMarked(memory, [kind, key]),
): DatedRows {
  const later = (moment: number): number => {
    const sql = "SELECT count(*) AS count FROM mark WHERE kind = ? AND key = ? AND published > ?";
    return Number(asked(memory, sql, kind, key, moment)[0]?.["count"]);
  };
  const idsFrom = (moment: number, most: number, skipped: number): readonly number[] =>
    numbersIn(asked(memory, FROM, kind, key, moment, most, skipped)[0]?.["ids"]);
  const momentAt = (place: number): number => {
    const sql = `SELECT published FROM mark WHERE kind = ? AND key = ? ORDER BY published DESC LIMIT 1 OFFSET ?`;
    return Number(asked(memory, sql, kind, key, place)[0]?.["published"] ?? 0);
  };
  const slice: RowList["slice"] = (start, end) => {
    const moment = momentAt(start);
    return rowsNumbered(memory, idsFrom(moment, end - start, start - later(moment)));
  };
  return {
    length,
    slice,
    [Symbol.iterator]: () => batches(length, slice),
    later,
    around(moment, reach) {
      const before = numbersIn(asked(memory, LATER, kind, key, moment, reach)[0]?.["ids"]).toReversed();
      return rowsNumbered(memory, [...before, ...idsFrom(moment, reach + 1, 0)]);
    },
  };
}

function countMarked(memory: PlanMemory, [kind, key]: Mark): number {
  const sql = "SELECT count(*) AS count FROM mark WHERE kind = ? AND key = ?";
  return Number(asked(memory, sql, kind, key)[0]?.["count"]);
}

function liveRows(memory: PlanMemory): RowList {
  const [found] = asked(memory, "SELECT count(*) AS count FROM story WHERE row IS NOT NULL");
  const length = Number(found?.["count"]);
  const sql = `SELECT json_group_array(id) AS ids FROM (SELECT id FROM story WHERE row IS NOT NULL
    ORDER BY published DESC, path LIMIT ? OFFSET ?)`;
  const slice: RowList["slice"] = (start, end) =>
    rowsNumbered(memory, numbersIn(asked(memory, sql, end - start, start)[0]?.["ids"]));
  return { length, slice, [Symbol.iterator]: () => batches(length, slice) };
}

/** So many rows are read at once where all are gone through. */
const BATCH = 500;

function* batches(length: number, slice: RowList["slice"]): Generator<SiteRow, void, undefined> {
  for (let start = 0; start < length; start += BATCH) yield* slice(start, start + BATCH);
}

function rowNumbered(memory: PlanMemory, id: number): SiteRow | undefined {
  const known = memory.rows.get(id);
  if (known !== undefined) return known;
  const [found] = asked(memory, "SELECT row FROM story WHERE id = ? AND row IS NOT NULL", id);
  if (found === undefined) return undefined;
  const row = rowIn(found["row"]);
  memory.rows.set(id, row);
  return row;
}

/** The rows of these numbers, in their order. 8 us each, the first time. */
function rowsNumbered(memory: PlanMemory, ids: readonly number[]): readonly SiteRow[] {
  const missing = ids.filter((id) => !memory.rows.has(id));
  if (missing.length > 0) {
    const sql = "SELECT id, row FROM story WHERE id IN (SELECT value FROM json_each(?)) AND row IS NOT NULL";
    for (const { id, row } of asked(memory, sql, JSON.stringify(missing)))
      memory.rows.set(Number(id), rowIn(row));
  }
  return ids.flatMap((id) => memory.rows.get(id) ?? []);
}

/** The related stories that the page of a live row has; undefined where none were put. */
export function besideAt(memory: PlanMemory, { path }: SiteRow): readonly SiteRow[] | undefined {
  const beside = asked(memory, "SELECT beside FROM story WHERE path = ?", path)[0]?.["beside"];
  return typeof beside === "string" ? rowsNumbered(memory, numbersIn(beside)) : undefined;
}

/** Puts them. */
export function putBesideAt(memory: PlanMemory, row: SiteRow, beside: readonly SiteRow[]): void {
  const numbersOf = (rows: readonly SiteRow[]): number[] =>
    rows.flatMap(({ path }) => rowAt(memory, path)?.id ?? []);
  for (const id of numbersOf([row])) putBeside(memory, id, numbersOf(beside));
}

function groupsOf(memory: PlanMemory, kind: ListName["kind"]): Groups {
  const groupIn = (row: Readonly<Record<string, unknown>>): Group => {
    const { step, name, stories, newest, updated } = row;
    return {
      name: String(name),
      newest: Number(newest),
      updated: Number(updated),
      rows: rowsMarked(memory, [kind, String(step)], Number(stories)),
    };
  };
  return {
    ...lookup((step) => {
      const [row] = asked(memory, "SELECT * FROM list WHERE kind = ? AND step = ?", kind, step);
      return row === undefined ? undefined : groupIn(row);
    }),
    *[Symbol.iterator]() {
      const sql = "SELECT * FROM list WHERE kind = ? ORDER BY newest DESC, path, place";
      for (const row of asked(memory, sql, kind)) yield [String(row["step"]), groupIn(row)];
    },
  };
}
