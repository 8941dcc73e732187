// Everything an index says, row by row, by the paths of the files and not by their numbers or those of its commits: two
// indexes that say the same have equal dumps.
import type { Index } from "../../src/index/open-index.ts";

export type Row = Readonly<Record<string, unknown>>;

/** The tables' rows in order. `prose` has every word with its column and place; `lost` counts rows of files that are gone. */
export interface IndexDump {
  readonly file: readonly Row[];
  readonly name: readonly Row[];
  readonly term: readonly Row[];
  readonly prose: readonly Row[];
  readonly folder: readonly Row[];
  readonly lost: Row;
}

/** Reads all of it. */
export function dumpIndex({ database }: Index): IndexDump {
  const all = (sql: string): Row[] => database.prepare(sql).all().map(plain);
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.spots USING fts5vocab (main, prose, instance)");
  return {
    file: all("SELECT * FROM file ORDER BY path").map((row) => ({ ...row, id: "", written: "" })),
    name: all(
      "SELECT path, key, kind FROM name LEFT JOIN file ON file.id = name.file ORDER BY path, key, kind",
    ),
    term: all(
      "SELECT path, field, value, number FROM term LEFT JOIN file ON file.id = term.file ORDER BY path, field, value",
    ),
    prose: all(
      "SELECT path, col, offset, term FROM temp.spots LEFT JOIN file ON file.id = doc ORDER BY path, col, offset, term",
    ),
    folder: all("SELECT * FROM folder ORDER BY path"),
    lost: plain(
      database
        .prepare(
          `SELECT (SELECT count(*) FROM name WHERE file NOT IN (SELECT id FROM file)) AS names,
            (SELECT count(*) FROM term WHERE file NOT IN (SELECT id FROM file)) AS terms,
            (SELECT count(*) FROM prose_docsize WHERE id NOT IN (SELECT id FROM file)) AS prose`,
        )
        .get(),
    ),
  };
}

function plain(row: unknown): Row {
  if (typeof row !== "object" || row === null) return {};
  const entries = Object.entries(row).map(
    ([name, value]) =>
      [name, value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value] as const,
  );
  return Object.fromEntries(entries);
}
