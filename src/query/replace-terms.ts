// A query's tree with other terms in the same places.
import type { QueryNode } from "./query.ts";

/** A node with no nodes below it. */
export type Term = Exclude<QueryNode, { readonly kind: "and" | "or" | "not" }>;

/** The tree in which each term is what `replace` makes of it. */
export function replaceTerms(node: QueryNode, replace: (term: Term) => QueryNode): QueryNode {
  if ("node" in node) return { kind: node.kind, node: replaceTerms(node.node, replace) };
  if (!("nodes" in node)) return replace(node);
  return { kind: node.kind, nodes: node.nodes.map((each) => replaceTerms(each, replace)) };
}
