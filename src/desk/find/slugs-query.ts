// The query that finds the articles with these slugs.
import { fold } from "../../query/fold-text.ts";
import type { Query, QueryNode, TextTest } from "../../query/query.ts";

/** Asked for one by one. */
const MOST_SLUGS = 100;

/** Of very many it asks for how all of them begin. It was typed by nobody, and so has no canonical form. */
export function slugsQuery(slugs: readonly string[]): Query {
  const folded = slugs.map(fold);
  const tests = folded.map((text): TextTest => ({ kind: "equals", text }));
  const nodes =
    slugs.length > MOST_SLUGS
      ? [slugNode({ kind: "begins", text: beginningOf(folded) })]
      : tests.map(slugNode);
  return { node: { kind: "or", nodes }, canonical: "" };
}

function slugNode(test: TextTest): QueryNode {
  return { kind: "text", field: "slug", test };
}

/** What all of them begin with. */
function beginningOf([first = "", ...others]: readonly string[]): string {
  let end = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, end))) end--;
  return first.slice(0, end);
}
