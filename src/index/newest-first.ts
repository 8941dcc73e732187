// What a picker holds of all articles while it is open, in the order it shows them.
import type { QueryNode } from "../query/query.ts";
import { prepared, reading, type Index } from "./open-index.ts";
import { listIn, numbersIn, stateColumn, textsIn } from "./read-columns.ts";
import { conditionIn } from "./select-files.ts";

/** Columns of one length, the newest change first, ties by path. */
export interface NewestFirst {
  /** Row numbers. */
  readonly ids: readonly number[];
  readonly paths: readonly string[];
  readonly slugs: readonly string[];
  readonly headlines: readonly string[];
  readonly states: readonly string[];
  /** HAS_BIT of what each has. */
  readonly has: readonly number[];
  /** How many tags each has. */
  readonly tags: readonly number[];
}

/** `at` is the instant of states, epoch milliseconds; `isMeant` tells of a path what the index leaves open. */
export interface AskedFor {
  readonly node: QueryNode;
  readonly at: number;
  readonly isMeant: (path: string) => boolean;
}

/** The articles that match. 4 us an article, and what `isMeant` costs where it is asked. */
export function articlesNewestFirst(index: Index, { node, at, isMeant }: AskedFor): NewestFirst {
  const { sql, params, isExact } = conditionIn(index, node, at);
  const state = stateColumn(at);
  const lists = ["id", "path", "slug", "headline", "state", "has", "tags"].map(
    (name) => `json_group_array(${name}) AS ${name}`,
  );
  const asked = `SELECT ${lists.join(", ")} FROM (
    SELECT id, path, slug, head ->> 'headline' AS headline, ${state.sql} AS state, has,
      json_array_length(head, '$.tags') AS tags
    FROM file WHERE head IS NOT NULL AND ${sql} ORDER BY newest, path)`;
  const row = reading(index, () => prepared(index, asked).get(...state.params, ...params));
  const paths = textsIn(listIn(row?.["path"])).map((value) => value ?? "");
  const meant = isExact ? undefined : paths.map(isMeant);
  const column = (name: string): unknown[] =>
    listIn(row?.[name]).filter((_, place) => meant?.[place] ?? true);
  const numbers = (name: string): number[] => numbersIn(column(name)).map((value) => value ?? 0);
  const texts = (name: string): string[] => textsIn(column(name)).map((value) => value ?? "");
  return {
    ids: numbers("id"),
    paths: texts("path"),
    slugs: texts("slug"),
    headlines: texts("headline"),
    states: texts("state"),
    has: numbers("has"),
    tags: numbers("tags"),
  };
}
