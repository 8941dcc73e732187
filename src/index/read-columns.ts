// What the selected files say, column by column: what is counted over a whole newsroom comes out of the database as one
// row, at a tenth of the cost of a row a file.
import { STATES, type State } from "../article/state.ts";
import { prepared, type Index } from "./open-index.ts";
import type { Condition } from "./condition.ts";
import { conditionOf } from "./query-sql.ts";
import { UNDATED } from "./schema.ts";

/** What a column holds, as an SQL expression over a row of `file`, with its parameters. */
export type ColumnSource = Pick<Condition, "sql" | "params">;

function column(sql: string): ColumnSource {
  return { sql, params: [] };
}

/** The row's number: what filesByTerm names files by. */
export const ROW_ID: ColumnSource = column("id");
export const WORDS: ColumnSource = column("words");
export const STATUS: ColumnSource = column("status");
/** Epoch milliseconds; an embargo that is open is OPEN. */
export const EMBARGO: ColumnSource = column("embargo");
export const EXPIRES: ColumnSource = column("expires");

/**
 * The moments of an article, epoch milliseconds: `updated` is its last change, as in queries, `used` its first
 * publication, else when it was made.
 */
export const MOMENTS: Readonly<Record<"created" | "updated" | "published" | "used", ColumnSource>> = {
  created: column("created"),
  updated: column(`CASE newest WHEN ${UNDATED} THEN NULL ELSE -newest END`),
  published: column("published"),
  used: column("coalesce(published, created)"),
};

/**
 * The state at an instant (epoch milliseconds), decided as `is:` decides it; null for a file that holds no article, and
 * for a state that is none of those asked for.
 */
export function stateColumn(at: number, states: readonly State[] = STATES): ColumnSource {
  const cases = states.map((state) => ({ state, condition: stateCondition(state, at) }));
  return {
    sql: `CASE ${cases.map(({ state, condition }) => `WHEN ${condition.sql} THEN '${state}'`).join(" ")} END`,
    params: cases.flatMap(({ condition }) => condition.params),
  };
}

function stateCondition(state: State, at: number): Condition {
  return conditionOf({ kind: "state", state }, { at, valuesOf: () => [] });
}

/**
 * The columns of the files that `condition` selects: all of one length, and in one order, which is no order to rely on.
 * Cost at 100,000 files: 50 ms, and 10 ms a column.
 */
export function readColumns(
  index: Index,
  condition: Condition,
  sources: readonly ColumnSource[],
): readonly unknown[][] {
  const list = sources.map(({ sql }, at) => `json_group_array(${sql}) AS c${at}`).join(", ");
  const statement = prepared(index, `SELECT ${list} FROM file WHERE ${condition.sql}`);
  const row = statement.get(...sources.flatMap(({ params }) => params), ...condition.params);
  return sources.map((_, at) => listIn(row?.[`c${at}`]));
}

/** A list that SQLite has put into one text. */
export function listIn(column: unknown): unknown[] {
  const list: unknown = typeof column === "string" ? JSON.parse(column) : undefined;
  return Array.isArray(list) ? list : [];
}

/** Calls `visit` with the numbers of such a list of row numbers, in order: a fifth of what a list of them costs. */
export function eachRowNumber(column: unknown, visit: (id: number) => void): void {
  if (typeof column !== "string") return;
  let number = -1;
  for (let at = 0; at < column.length; at++) {
    const digit = column.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      number = number < 0 ? digit : number * 10 + digit;
    } else if (number >= 0) {
      visit(number);
      number = -1;
    }
  }
}

/** A column of numbers; what is none is null. */
export function numbersIn(column: readonly unknown[]): (number | null)[] {
  return column.map((value) => (typeof value === "number" ? value : null));
}

/** A column of texts; what is none is null. */
export function textsIn(column: readonly unknown[]): (string | null)[] {
  return column.map((value) => (typeof value === "string" ? value : null));
}
