// The nodes of a query's tree put together.
import type { QueryNode } from "./query.ts";

/** All of the nodes, or any of them; a node alone stands by itself. */
export function joinNodes(kind: "and" | "or", nodes: readonly QueryNode[]): QueryNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { kind, nodes };
}
