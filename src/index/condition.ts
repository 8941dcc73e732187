// Conditions of SQL over a row of `file`, and how they are joined.

/** Articles by what they have in a field of fixed values. */
export interface TermList {
  readonly of: "term";
  readonly field: string;
  /** What holds for its rows of `term` besides. */
  readonly where: readonly string[];
  readonly params: readonly (string | number)[];
  /** The columns by which an index has the list in order. */
  readonly order: readonly ("number" | "value" | "file")[];
  /** Where in that order it begins: the least that is in the first of the columns. */
  readonly least?: string | number;
}

/** Articles by words, in the language of the full-text index. */
export interface ProseList {
  readonly of: "prose";
  readonly match: string;
}

export type List = TermList | ProseList;

/** A condition over a row of `file`, never NULL. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** False where rows may pass that the query does not mean. */
  readonly isExact: boolean;
  /** A text of each row is looked at: what does without comes first. */
  readonly looks?: true;
  /** Where another table has all that match in a list: none but them. */
  readonly list?: List;
}

/** True for a condition of which the index knows nothing: all may match. */
export function isOpen({ sql, isExact }: Condition): boolean {
  return sql === MAYBE.sql && !isExact;
}

/** A condition that holds for just what is meant. */
export function exactly(sql: string, ...params: readonly (string | number)[]): Condition {
  return { sql, params, isExact: true };
}

/** All that stand in a list. */
export function listed(list: List): Condition {
  const { sql, params } = list.of === "term" ? termsIn(list) : proseIn(list);
  return { ...exactly(`id IN (${sql})`, ...params), list };
}

function termsIn({ field, where, params, order, least }: TermList): Pick<Condition, "sql" | "params"> {
  const begins = least === undefined ? [] : [`${order[0]} >= ?`];
  const parts = ["field = ?", ...where, ...begins];
  const values = [field, ...params, ...(least === undefined ? [] : [least])];
  return { sql: `SELECT file AS id FROM term WHERE ${parts.join(" AND ")}`, params: values };
}

function proseIn({ match }: ProseList): Pick<Condition, "sql" | "params"> {
  return { sql: "SELECT rowid AS id FROM prose WHERE prose MATCH ?", params: [match] };
}

/** Holds for all, because nothing is known. */
export const MAYBE: Condition = { ...exactly("1"), isExact: false };

/** All of them, or any. */
export function joined(operator: "AND" | "OR", parts: readonly Condition[]): Condition {
  // SQLite asks in this order what no index answers.
  const ordered = [...parts.filter(({ looks }) => looks !== true), ...parts.filter(({ looks }) => looks)];
  return {
    sql: balanced(
      ordered.map(({ sql }) => sql),
      operator,
    ),
    params: ordered.flatMap(({ params }) => params),
    isExact: parts.every(({ isExact }) => isExact),
    ...(ordered.at(-1)?.looks === true ? { looks: true } : {}),
  };
}

/** In halves of halves: SQLite bounds how deep an expression is, and reads `a OR b OR c` as `(a OR b) OR c`. */
function balanced(parts: readonly string[], operator: string): string {
  if (parts.length < 2) return `(${parts.join("")})`;
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)].map((half) => balanced(half, operator));
  return `(${halves.join(` ${operator} `)})`;
}

/** What holds for too many, negated, would hold for too few. */
export function negated({ sql, params, isExact, looks }: Condition): Condition {
  if (!isExact) return MAYBE;
  return { ...exactly(`NOT ${sql}`, ...params), ...(looks === true ? { looks } : {}) };
}
