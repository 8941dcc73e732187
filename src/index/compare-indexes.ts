// One index against another of the same files: which files have rows that differ? Row numbers do not count.
import { contentHash } from "../newsroom/read/content-hash.ts";
import { prepared, type Index } from "./open-index.ts";

const BY_FILE = [
  `SELECT path, hash, slug, head, problems, errors, status, newest, created, published, embargo, expires, words, has, refs
    FROM file ORDER BY path`,
  "SELECT path, key, kind FROM name JOIN file ON file.id = name.file ORDER BY path, key, kind",
  "SELECT path, field, value, number FROM term JOIN file ON file.id = term.file ORDER BY path, field, value",
  "SELECT path, prose.rowid IS NOT NULL AS found FROM file LEFT JOIN prose ON prose.rowid = file.id ORDER BY path",
] as const;

/** The paths whose rows differ, in order; full text counts only in that it is there. Costs a reading of both. */
export function differingFiles(one: Index, other: Index): string[] {
  const different = new Set<string>();
  for (const sql of BY_FILE) {
    const wanted = new Map(rowsByPath(other, sql));
    for (const [path, rows] of rowsByPath(one, sql)) {
      if (wanted.get(path) !== rows) different.add(path);
      wanted.delete(path);
    }
    for (const path of wanted.keys()) different.add(path);
  }
  return [...different].toSorted();
}

/** Each path with a digest of its rows. */
function* rowsByPath(index: Index, sql: string): Generator<readonly [string, string]> {
  let path: string | undefined;
  let rows: string[] = [];
  for (const row of prepared(index, sql).iterate()) {
    const next = String(row["path"]);
    if (path !== undefined && next !== path) yield [path, digest(rows)];
    if (next !== path) rows = [];
    path = next;
    rows.push(JSON.stringify(row));
  }
  if (path !== undefined) yield [path, digest(rows)];
}

function digest(rows: readonly string[]): string {
  return contentHash(Buffer.from(rows.join("\n"), "utf8"));
}
