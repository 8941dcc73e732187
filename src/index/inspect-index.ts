// The index looked at as a whole: is the file sound, and what do its rows say about the newsroom's files?
import { prepared, type Index } from "./open-index.ts";

/** How many files there are, and how many of them are not quite right. */
export interface IndexTally {
  readonly files: number;
  readonly unreadable: number;
  readonly withoutId: number;
}

/** What SQLite finds wrong with the file, in its words; undefined for a sound one. Reads all of it. */
export function indexDamage(index: Index): string | undefined {
  const rows = prepared(index, "PRAGMA quick_check(1)").all();
  const said = String(rows[0]?.["quick_check"] ?? "no answer");
  return said === "ok" ? undefined : said;
}

export function tallyIndex(index: Index): IndexTally {
  const count = (sql: string): number => Number(prepared(index, sql).get()?.["count"]);
  return {
    files: count("SELECT count(*) AS count FROM file"),
    unreadable: count("SELECT count(*) AS count FROM file WHERE errors IS NOT NULL"),
    withoutId: count(
      `SELECT count(*) AS count FROM file WHERE errors IS NULL
        AND NOT EXISTS (SELECT 1 FROM name WHERE name.file = file.id AND kind = 'id')`,
    ),
  };
}
