// The index looked at as a whole: is the file sound, and what do its rows say about the newsroom's files?
import { prepared, type Index } from "./open-index.ts";

/** How many files there are, and how many of them are not quite right. */
export interface IndexTally {
  readonly files: number;
  readonly unreadable: number;
  /** Of those that are published. */
  readonly withoutId: number;
}

/**
 * What SQLite finds wrong with the file's pages, in its words; undefined for a sound one. Reads all of it: 0.5 s at 100,000
 * articles. Asked of the file as a whole SQLite would have FTS5 add up every word, too, which takes minutes.
 */
export function indexDamage(index: Index): string | undefined {
  const damage = prepared(index, DAMAGE).get()?.["quick_check"];
  // Before what is wrong stands a line that says in which database.
  return damage === undefined ? undefined : String(damage).split("\n").at(-1);
}

const DAMAGE = `SELECT quick_check FROM pragma_table_list AS listed JOIN pragma_quick_check(listed.name)
  WHERE listed.schema = 'main' AND listed.type IN ('table', 'shadow') AND quick_check <> 'ok' LIMIT 1`;

export function tallyIndex(index: Index): IndexTally {
  const count = (sql: string): number => Number(prepared(index, sql).get()?.["count"]);
  return {
    files: count("SELECT count(*) AS count FROM file"),
    unreadable: count("SELECT count(*) AS count FROM file WHERE errors IS NOT NULL"),
    withoutId: count(
      `SELECT count(*) AS count FROM file WHERE errors IS NULL AND status = 'published'
        AND NOT EXISTS (SELECT 1 FROM name WHERE name.file = file.id AND kind = 'id')`,
    ),
  };
}
