// Which files match, in which order: the index's answer to a list, one row at a time.
import type { Problem } from "../base/problem.ts";
import type { QueryNode } from "../query/query.ts";
import type { Condition } from "./condition.ts";
import { conditionOf, type Asking } from "./query-sql.ts";
import { prepared, reading, rowsOf, type Index } from "./open-index.ts";
import { listIn, textsIn } from "./read-columns.ts";
import { FILE_COLUMNS, readErrors, readFile, type IndexedFile } from "./read-rows.ts";

/** A field that rows are sorted by inside the index; what is absent comes last in either direction, ties go by path. */
export interface IndexSort {
  readonly field: SortField;
  readonly isDescending: boolean;
}

const SORT_COLUMNS = {
  updated: "newest",
  created: "created",
  published: "published",
  embargo: "embargo",
  expires: "expires",
  words: "words",
  problems: "problems",
  slug: "slug",
  path: "path",
  status: "status",
  id: "head ->> 'id'",
  headline: "head ->> 'headline'",
  summary: "head ->> 'summary'",
  section: "head ->> 'section'",
  kind: "head ->> 'kind'",
  lang: "head ->> 'language'",
} as const;

export type SortField = keyof typeof SORT_COLUMNS;

export function isSortField(field: string): field is SortField {
  return Object.hasOwn(SORT_COLUMNS, field);
}

/** `limit` 0 is all. */
export interface Selecting {
  readonly at: number;
  readonly sort: readonly IndexSort[];
  readonly limit: number;
}

/** What the index selects; where it is not exact, rows are among them that the query does not mean. */
export interface Selected {
  readonly files: Iterable<IndexedFile>;
  readonly isExact: boolean;
}

/** The files that match, as they are read from the database. Without an exact condition no limit is set. */
export function selectFiles(index: Index, node: QueryNode, { at, sort, limit }: Selecting): Selected {
  const isByPath = sort[0]?.field === "path" && !sort[0].isDescending;
  const condition = conditionOf(node, { ...askingIn(index, at), ...(isByPath ? { isByPath } : {}) });
  const end = limit > 0 && condition.isExact ? ` LIMIT ${limit}` : "";
  const sql = `SELECT ${FILE_COLUMNS} FROM file WHERE ${condition.sql} ORDER BY ${orderOf(sort)}${end}`;
  return { files: filesOf(index, sql, condition), isExact: condition.isExact };
}

/** The paths of the files that match; undefined where only looking at each can tell. A tenth of what selectFiles costs. */
export function selectPaths(index: Index, node: QueryNode, at: number): ReadonlySet<string> | undefined {
  const { sql, params, isExact } = reading(index, () => conditionIn(index, node, at));
  if (!isExact) return undefined;
  const row = reading(index, () =>
    prepared(index, `SELECT json_group_array(path) AS paths FROM file WHERE ${sql}`).get(...params),
  );
  const paths: unknown = typeof row?.["paths"] === "string" ? JSON.parse(row["paths"]) : [];
  return new Set(Array.isArray(paths) ? paths : []);
}

/** How many match; undefined where only looking at each can tell. */
export function countFiles(index: Index, node: QueryNode, at: number): number | undefined {
  const { sql, params, isExact } = reading(index, () => conditionIn(index, node, at));
  if (!isExact) return undefined;
  const counting = `SELECT count(*) AS count FROM file WHERE ${sql}`;
  const row = reading(index, () => prepared(index, counting).get(...params));
  const count: unknown = row?.["count"];
  return typeof count === "number" ? count : 0;
}

/** The file at a path. */
export function fileAt(index: Index, path: string): IndexedFile | undefined {
  const row = rowsOf(prepared(index, `SELECT ${FILE_COLUMNS} FROM file WHERE path = ?`)).get(path);
  return row === undefined ? undefined : readFile(row);
}

/** Why files hold no article, in path order. */
export function storedErrors(index: Index): Problem[] {
  const rows = prepared(index, "SELECT errors FROM file WHERE errors IS NOT NULL ORDER BY path").all();
  return rows.flatMap(({ errors }) => readErrors(errors));
}

/** The condition of a query in this index, its fields' values looked up. */
export function conditionIn(index: Index, node: QueryNode, at: number): Condition {
  return conditionOf(node, askingIn(index, at));
}

function askingIn(index: Index, at: number): Asking {
  return { at, valuesOf: (field) => valuesOf(index, field) };
}

function* filesOf(index: Index, sql: string, { params }: Condition): Generator<IndexedFile, void, undefined> {
  // A statement of its own: a prepared one that is asked again would lose its place.
  const statement = rowsOf(index.database.prepare(sql));
  try {
    for (const row of statement.iterate(...params)) yield readFile(row);
  } finally {
    // The npm driver's iterator does not hold its statement: this does, to the last row.
    statement.setReadBigInts(false);
  }
}

/** ORDER BY, ending in the path, so that the order is total. The default is the newest change first. */
function orderOf(sort: readonly IndexSort[]): string {
  const keys = sort.length === 0 ? [{ field: "updated", isDescending: true } as const] : sort;
  return [...keys.map(orderBy), "path"].join(", ");
}

function orderBy({ field, isDescending }: IndexSort): string {
  if (field === "updated")
    return isDescending ? "newest" : `newest = ${Number.MAX_SAFE_INTEGER}, newest DESC`;
  const column = SORT_COLUMNS[field];
  // Said in another way, as `IS NULL` first, no index serves: all rows would be sorted in memory before the first comes.
  return `${column}${isDescending ? " DESC" : ""} NULLS LAST`;
}

/** The values of a field, each once: as many steps as there are values, however many articles have them. */
const DISTINCT = `WITH RECURSIVE known (value) AS (
    SELECT min(value) FROM term WHERE field = ?1
    UNION ALL SELECT (SELECT min(value) FROM term WHERE field = ?1 AND value > known.value) FROM known
      WHERE known.value IS NOT NULL)
  SELECT json_group_array(value) AS list FROM known WHERE value IS NOT NULL`;

/** The same where hardly two articles have one value: a tenth of the cost. */
const ALL = "SELECT json_group_array(value) AS list FROM term WHERE field = ?";

/** The folded values that a field of fixed values has in this newsroom, sorted; a slug or id that two files claim twice. */
export function valuesOf(index: Index, field: string): string[] {
  const asked = field === "slug" || field === "id" ? ALL : DISTINCT;
  return textsIn(listIn(prepared(index, asked).get(field)?.["list"])).filter((value) => value !== null);
}
