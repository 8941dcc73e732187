// Is what one query finds found by another, too? For trees of one shape: a query as it stands, and as it may go on.
import type { Phrase, QueryNode, TextTest } from "./query.ts";

/** True only where every article that matches `narrow` matches `wide`; false where that is not plain to see. */
export function isWithin(narrow: QueryNode, wide: QueryNode): boolean {
  if (narrow.kind === "not") return wide.kind === "not" && isWithin(wide.node, narrow.node);
  if (narrow.kind === "and" || narrow.kind === "or") {
    if (wide.kind !== narrow.kind || wide.nodes.length !== narrow.nodes.length) return false;
    const { nodes } = wide;
    return narrow.nodes.every((node, at) => nodes[at] !== undefined && isWithin(node, nodes[at]));
  }
  if (narrow.kind === "words" && wide.kind === "words") return isPhraseWithin(narrow.phrase, wide.phrase);
  if (narrow.kind === "text" && wide.kind === "text")
    return narrow.field === wide.field && isTestWithin(narrow.test, wide.test);
  return isSame(narrow, wide);
}

function isTestWithin(narrow: TextTest, wide: TextTest): boolean {
  if (narrow.kind === "phrase" && wide.kind === "phrase") return isPhraseWithin(narrow.phrase, wide.phrase);
  if (narrow.kind === "contains" && wide.kind === "contains") return narrow.text.includes(wide.text);
  if (wide.kind === "begins" && (narrow.kind === "equals" || narrow.kind === "begins"))
    return narrow.text.startsWith(wide.text);
  return isSame(narrow, wide);
}

function isPhraseWithin(narrow: Phrase, wide: Phrase): boolean {
  if (narrow.words.length !== wide.words.length || (narrow.isPrefix && !wide.isPrefix)) return false;
  const last = wide.words.length - 1;
  return wide.words.every((word, at) =>
    at === last && wide.isPrefix ? narrow.words[at]?.startsWith(word) : narrow.words[at] === word,
  );
}

function isSame<T extends QueryNode | TextTest>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
