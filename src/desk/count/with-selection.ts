// What a query selects, handed to whatever counts over it inside the index: stats, tags.
import type { Problem } from "../../base/problem.ts";
import type { Condition } from "../../index/condition.ts";
import { conditionOf } from "../../index/query-sql.ts";
import { conditionIn, storedErrors } from "../../index/select-files.ts";
import type { Index } from "../../index/open-index.ts";
import type { Query } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";
import { listArticles } from "../find/list-articles.ts";

/** The files a query means, as an exact condition over the rows of a fresh index. */
export interface Selection {
  readonly index: Index;
  readonly condition: Condition;
  /** Of the files that could not be read, whatever the query. */
  readonly problems: readonly Problem[];
}

/**
 * Runs `work` over what a query selects. What the index cannot answer (a part of the text) is looked at file by file
 * first, which costs a second walk.
 */
export async function withSelection<T>(
  desk: Desk,
  query: Query,
  work: (selection: Selection) => T,
): Promise<T> {
  const isExact = conditionOf(query.node, { at: desk.now, valuesOf: () => [] }).isExact;
  const chosen = isExact ? undefined : await pathsMatching(desk, query);
  return withFreshIndex(desk, ({ index, problems }) => {
    const condition = chosen === undefined ? conditionIn(index, query.node, desk.now) : withPaths(chosen);
    const errors = [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error");
    return work({ index, condition, problems: errors });
  });
}

async function pathsMatching(desk: Desk, query: Query): Promise<string[]> {
  const { files } = await listArticles(desk, { query, sort: [{ field: "path", isDescending: false }] });
  return Array.from(files, ({ path }) => path);
}

function withPaths(paths: readonly string[]): Condition {
  const sql = "path IN (SELECT value FROM json_each(?))";
  return { sql, params: [JSON.stringify(paths)], isExact: true };
}
