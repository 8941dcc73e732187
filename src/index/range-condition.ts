// A range of moments or numbers as the SQL condition that the rows of the index answer.
import type { NamedField, QueryField, Range } from "../query/query.ts";
import { boundNumber } from "./bound-value.ts";
import { exactly, listed, type Condition } from "./condition.ts";
import { OPEN } from "./schema.ts";

const COLUMNS: Readonly<Partial<Record<NamedField, string>>> = {
  words: "words",
  created: "created",
  published: "published",
  embargo: "embargo",
  expires: "expires",
};

/** The files of which the field lies within the range, whose end is not in it. */
export function rangeCondition(field: QueryField, { from, to }: Range): Condition {
  if (field === "updated") return newestWithin(from, to);
  if (field.startsWith("x.")) return termWithin(field, { from, to });
  const column = columnOf(field);
  if (column === undefined) return exactly("0");
  // An open embargo has no moment.
  const upper = to ?? (column === "embargo" ? OPEN : undefined);
  return exactly(
    `(${[`${column} IS NOT NULL`, ...bounds(column, from, upper)].join(" AND ")})`,
    ...paramsOf(from, upper),
  );
}

function paramsOf(...bounds: readonly (number | undefined)[]): (number | string)[] {
  return bounds.filter((bound) => bound !== undefined).map(boundNumber);
}

/** The column of a field that has one. */
export function columnOf(field: QueryField): string | undefined {
  return Object.entries(COLUMNS).find(([name]) => name === field)?.[1];
}

function bounds(column: string, from: number | undefined, to: number | undefined): string[] {
  return [...(from === undefined ? [] : [`${column} >= ?`]), ...(to === undefined ? [] : [`${column} < ?`])];
}

/** `newest` is the moment negated, so the bounds change places; undated articles lie behind every bound. */
export function newestWithin(from: number | undefined, to: number | undefined): Condition {
  const parts = ["newest <= ?", ...(to === undefined ? [] : ["newest > ?"])];
  return exactly(
    `(${parts.join(" AND ")})`,
    from === undefined ? LAST_DATED : -from,
    ...(to === undefined ? [] : [-to]),
  );
}

const LAST_DATED = Number.MAX_SAFE_INTEGER - 1;

function termWithin(
  field: string,
  { from, to }: { from: number | undefined; to: number | undefined },
): Condition {
  return listed({
    of: "term",
    field,
    where: ["number IS NOT NULL", ...bounds("number", undefined, to)],
    params: paramsOf(to),
    order: ["number", "value", "file"],
    ...(from === undefined ? {} : { least: boundNumber(from) }),
  });
}
