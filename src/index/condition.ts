// Conditions of SQL over a row of `file`, and how they are joined.

/** A condition over a row of `file`, never NULL. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** False where rows may pass that the query does not mean. */
  readonly isExact: boolean;
  /** A text of each row is looked at: what does without comes first. */
  readonly looks?: true;
  /** A SELECT of the `id` of all that match, with the same parameters, where another table has them in a list. */
  readonly list?: string;
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
export function listed(list: string, ...params: readonly (string | number)[]): Condition {
  return { ...exactly(`id IN (${list})`, ...params), list };
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
