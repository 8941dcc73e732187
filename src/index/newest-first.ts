// What a picker needs at every key, as little as it needs: names of all articles once, and the first paths a query finds.
import type { QueryNode } from "../query/query.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import type { Condition } from "./query-sql.ts";
import { proseMatch } from "./prose-match.ts";
import { conditionIn } from "./select-files.ts";

export interface NamedFile {
  readonly path: string;
  readonly slug: string;
  readonly headline: string;
}

/** The articles that match, the newest change first; where the condition is not exact, some that do not. Reads them all. */
export function namesNewestFirst(index: Index, node: QueryNode, at: number): NamedFile[] {
  const { sql, params } = conditionIn(index, node, at);
  const asked = `SELECT path, slug, head ->> 'headline' AS headline FROM file WHERE ${sql} ORDER BY newest, path`;
  const rows = reading(index, () => prepared(index, asked).all(...params));
  return rows.map(({ path, slug, headline }) => ({
    path: String(path),
    slug: String(slug),
    headline: typeof headline === "string" ? headline : "",
  }));
}

/**
 * The paths of the first `limit` matches, the newest change first, as namesNewestFirst orders them. Words that few articles
 * have say themselves which; otherwise it walks by time and asks of each whether it matches, 5 to 8 ms at 100,000
 * articles, be the matches many or few.
 */
export function pathsNewestFirst(
  index: Index,
  node: QueryNode,
  { at, limit }: { readonly at: number; readonly limit: number },
): string[] {
  const condition = conditionIn(index, node, at);
  const few = fewWithWords(index, node, limit);
  const { sql, params } = few === undefined ? condition : among(few, condition);
  // The index of states is in the order of time, too.
  const hint = few === undefined && node.kind !== "state" ? " INDEXED BY file_newest" : "";
  const asked = `SELECT path FROM file${hint} WHERE ${sql} ORDER BY newest, path LIMIT ${limit}`;
  return reading(index, () => prepared(index, asked).all(...params)).map(({ path }) => String(path));
}

/** The rows that words of the query leave at most, where they are no more than `limit`. Reads no more than that. */
function fewWithWords(index: Index, node: QueryNode, limit: number): readonly unknown[] | undefined {
  const match = proseMatch(node);
  if (match === undefined) {
    if (node.kind !== "and") return undefined;
    for (const each of node.nodes) {
      const few = fewWithWords(index, each, limit);
      if (few !== undefined) return few;
    }
    return undefined;
  }
  const asked = "SELECT rowid AS id FROM prose WHERE prose MATCH ? LIMIT ?";
  const rows = reading(index, () => prepared(index, asked).all(match, limit + 1));
  return rows.length > limit ? undefined : rows.map(({ id }) => id);
}

function among(ids: readonly unknown[], { sql, params, isExact }: Condition): Condition {
  return {
    sql: `id IN (SELECT value FROM json_each(?)) AND ${sql}`,
    params: [JSON.stringify(ids), ...params],
    isExact,
  };
}
