// Which files match a search, best first: ranked here and not by SQLite's bm25(), whose totals count what was deleted from
// the index and so depend on how it came about.
import { StetError } from "../base/stet-error.ts";
import type { QueryNode } from "../query/query.ts";
import type { SoughtPhrase } from "../query/sought-phrases.ts";
import { prepared, rowsOf, type Index } from "./open-index.ts";
import { phraseGains, type Gains } from "./phrase-gains.ts";
import type { Condition } from "./condition.ts";
import { FILE_COLUMNS, readFile, type IndexedFile } from "./read-rows.ts";
import { conditionIn } from "./select-files.ts";

export interface ScoredFile extends IndexedFile {
  /** Above 0, more is better; comparable within one search only. To three decimals. */
  readonly score: number;
}

/** `limit` 0 is all. */
export interface Searching {
  readonly sought: readonly SoughtPhrase[];
  /** Epoch milliseconds. */
  readonly at: number;
  readonly limit: number;
}

/** What the index found; where it is not exact, files are among them that the query does not mean, and no limit is set. */
export interface Found {
  readonly files: Iterable<ScoredFile>;
  readonly isExact: boolean;
}

/**
 * The matching files by score (BM25F over what is sought), then the newest change, then the path: the same order for the
 * same files, however the index was built. Cost at 100,000 articles: 0.15 s for a word half of them have, 0.7 s for one
 * that stands nineteen times in each. Throws StetError usage/bad-query for thousands of words, once the files are asked for.
 */
export function searchFiles(index: Index, node: QueryNode, { sought, at, limit }: Searching): Found {
  const condition = conditionIn(index, node, at);
  const end = limit > 0 && condition.isExact ? limit : -1;
  return {
    files: scoredFiles(index, condition, phraseGains(index, sought), end),
    isExact: condition.isExact,
  };
}

/** SQLite's own limit on the values of one statement. */
const MOST_VALUES = 32_766;

function requireFew(values: number): void {
  if (values <= MOST_VALUES) return;
  throw new StetError("usage", "bad-query", "this is too much to look for in one search", {
    hint: "stet list finds any number of words, without ranking them",
  });
}

function* scoredFiles(
  index: Index,
  condition: Condition,
  gains: Gains,
  limit: number,
): Generator<ScoredFile, void, undefined> {
  const values = [...condition.params, ...gains.params, limit];
  requireFew(values.length);
  // A statement of its own, held to the last row, as in select-files.ts. Scores are whole thousandths, because sums of
  // integers do not depend on the order they are added in.
  const ranked = index.database.prepare(
    `SELECT id, score FROM (
       SELECT doc, sum(gain) AS score FROM (
         SELECT id AS doc, 0 AS gain, 1 AS isMatch FROM file WHERE ${condition.sql}
         UNION ALL SELECT doc, gain, 0 FROM (${gains.sql})
       ) GROUP BY doc HAVING max(isMatch)
     ) JOIN file ON file.id = doc ORDER BY score DESC, newest, path LIMIT ?`,
  );
  const row = rowsOf(prepared(index, `SELECT ${FILE_COLUMNS} FROM file WHERE id = ?`));
  try {
    for (const { id, score } of ranked.iterate(...values)) {
      const found = typeof id === "number" ? row.get(id) : undefined;
      if (found !== undefined && typeof score === "number") yield { ...readFile(found), score: score / 1000 };
    }
  } finally {
    ranked.setReadBigInts(false);
  }
}
