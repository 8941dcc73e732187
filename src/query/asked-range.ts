// The stretch of time that a query asks a date field to lie in, as far as it says so for every article it means.
import type { QueryField, QueryNode, Range } from "./query.ts";

/** All ranges of the field that must hold together, as one; open where the query leaves it open. */
export function askedRange(node: QueryNode, field: QueryField): Range {
  if (node.kind === "range" && node.field === field) return node.range;
  if (node.kind !== "and") return {};
  return node.nodes.map((part) => askedRange(part, field)).reduce(within, {});
}

function within(a: Range, b: Range): Range {
  const from = furthest(a.from, b.from, Math.max);
  const to = furthest(a.to, b.to, Math.min);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function furthest(
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : choose(a, b);
}
