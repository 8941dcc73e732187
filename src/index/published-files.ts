// Every file whose article is out or has been: what a site is planned from.
import type { BodyRefs } from "./file-row.ts";
import { damagedIndex, prepared, rowsOf, type Index } from "./open-index.ts";
import { cellsOf, FILE_CELLS, FILE_COLUMNS, parseJson, readFile, type IndexedFile } from "./read-rows.ts";

/** A file of the index with what its body points at. */
export interface PublishedFile extends IndexedFile {
  readonly refs?: BodyRefs;
}

const OUT = "status IN ('published', 'withdrawn', 'killed')";
const PUBLISHED = `SELECT ${FILE_COLUMNS}, refs FROM file WHERE ${OUT}`;
const ONE = `SELECT ${FILE_COLUMNS}, refs FROM file WHERE ${OUT} AND path = ?`;

/** The files of published, withdrawn and killed articles, one at a time and in no order; whether each is live is for the gate. */
export function* publishedFiles(index: Index): Generator<PublishedFile, void, undefined> {
  for (const row of rowsOf(prepared(index, PUBLISHED)).iterate()) yield readPublished(row);
}

/** One of them, by its path. */
export function publishedFile(index: Index, path: string): PublishedFile | undefined {
  const row = rowsOf(prepared(index, ONE)).get(path);
  return row === undefined ? undefined : readPublished(row);
}

const HEAD = `SELECT hash, head FROM file WHERE ${OUT} AND path = ?`;

/** The head of one of them as the JSON it is kept as, and the hash of the file it is of. */
export interface KeptHead {
  readonly hash: string;
  readonly text: string;
}

/** Half of what publishedFile costs, and a third where nobody reads the text. */
export function publishedHead(index: Index, path: string): KeptHead | undefined {
  const { hash, head } = prepared(index, HEAD).get(path) ?? {};
  return typeof head === "string" ? { hash: String(hash), text: head } : undefined;
}

/** True where there are more than so many files, of articles or not: looks at so many at most. */
export function hasMoreFiles(index: Index, than: number): boolean {
  return prepared(index, "SELECT 1 FROM file LIMIT 1 OFFSET ?").get(than) !== undefined;
}

function readPublished(row: unknown): PublishedFile {
  const refs = refsIn(cellsOf(row)[FILE_CELLS]);
  return { ...readFile(row), ...(refs === undefined ? {} : { refs }) };
}

/** Their paths, in no order. */
export function* publishedPaths(index: Index): Generator<string, void, undefined> {
  for (const { path } of prepared(index, `SELECT path FROM file WHERE ${OUT}`).iterate()) yield String(path);
}

/** How many there are. */
export function countPublished(index: Index): number {
  return Number(prepared(index, `SELECT count(*) AS count FROM file WHERE ${OUT}`).get()?.["count"]);
}

/**
 * The paths of those that have been written to the index since it had this name (identityOf), so many at most; undefined
 * where it never had, or too long ago.
 */
export function writtenSince(index: Index, identity: string, most: number): readonly string[] | undefined {
  const since = prepared(index, "SELECT number FROM commits WHERE name = ?").get(identity);
  if (since === undefined) return undefined;
  const sql = `SELECT path FROM file INDEXED BY file_written
    WHERE written > ? AND ${OUT} ORDER BY path LIMIT ?`;
  return prepared(index, sql)
    .all(Number(since["number"]), most)
    .map(({ path }) => String(path));
}

const REFS = "SELECT refs FROM file WHERE path = ?";

/** What the body of a file's article points at, whether it is out or not; undefined where that is nothing. */
export function refsOf(index: Index, path: string): BodyRefs | undefined {
  return refsIn(prepared(index, REFS).get(path)?.["refs"]);
}

function refsIn(column: unknown): BodyRefs | undefined {
  if (typeof column !== "string") return undefined;
  const { articles, images }: Partial<Record<string, unknown>> = { ...Object(parseJson(column)) };
  if (isTexts(articles) && isTexts(images)) return { articles, images };
  throw damagedIndex();
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** The paths of files that hold no article at the moment. */
export function unreadableFiles(index: Index): string[] {
  const rows = prepared(index, "SELECT path FROM file WHERE errors IS NOT NULL ORDER BY path").all();
  return rows.map(({ path }) => path).filter((path) => typeof path === "string");
}
