// The part of a query that the full-text index answers, in its own language: words, phrases and prefixes, and, or.
import type { QueryField, QueryNode, Phrase } from "../query/query.ts";

const FREE_COLUMNS = "headline summary body tags";

const COLUMNS: Readonly<Partial<Record<QueryField, string>>> = {
  headline: "headline",
  summary: "summary",
  body: "body",
  author: "authors",
  correction: "corrections",
};

/** Deeper trees are more than the full-text index's parser has room for: only their lower parts are its business. */
const DEEPEST = 20;

/** The MATCH expression that means exactly this tree; undefined where the index has no such words. */
export function proseMatch(node: QueryNode): string | undefined {
  return depthOf(node) > DEEPEST ? undefined : matchOfTree(node);
}

/** The words or the phrase that a node looks for, where the last is only begun. */
export function begunPhrase(node: QueryNode): Phrase | undefined {
  const phrase =
    node.kind === "words"
      ? node.phrase
      : node.kind === "text" && node.test.kind === "phrase" && COLUMNS[node.field] !== undefined
        ? node.test.phrase
        : undefined;
  return phrase?.isPrefix === true && phrase.words.length > 0 ? phrase : undefined;
}

/** The same node with this word for the one that was begun. */
export function endingIn(node: QueryNode, word: string): QueryNode {
  const begun = begunPhrase(node);
  if (begun === undefined) return node;
  const phrase: Phrase = { words: [...begun.words.slice(0, -1), word], isPrefix: false };
  if (node.kind === "words") return { ...node, phrase };
  return node.kind === "text" ? { ...node, test: { kind: "phrase", phrase } } : node;
}

/** True where any word in a tree is only begun. */
export function hasBeginning(node: QueryNode): boolean {
  if (node.kind === "and" || node.kind === "or") return node.nodes.some(hasBeginning);
  return begunPhrase(node) !== undefined;
}

function depthOf(node: QueryNode): number {
  return node.kind === "and" || node.kind === "or" ? 1 + Math.max(...node.nodes.map(depthOf)) : 1;
}

function matchOfTree(node: QueryNode): string | undefined {
  switch (node.kind) {
    case "words":
      return matchOf(FREE_COLUMNS, node.phrase);
    case "text": {
      const column = COLUMNS[node.field];
      return column === undefined || node.test.kind !== "phrase"
        ? undefined
        : matchOf(column, node.test.phrase);
    }
    case "and":
    case "or": {
      const parts = node.nodes.map(matchOfTree);
      const known = parts.filter((part) => part !== undefined);
      return known.length < parts.length
        ? undefined
        : `(${known.join(node.kind === "and" ? " AND " : " OR ")})`;
    }
    case "all":
    case "not":
    case "range":
    case "present":
    case "state":
    case "has":
    case "invalid":
      return undefined;
  }
}

/** Folded words hold letters and digits only: nothing in them means anything to the index's language. */
function matchOf(columns: string, { words, isPrefix }: Phrase): string | undefined {
  if (words.length === 0) return undefined;
  return `({${columns}} : "${words.join(" ")}"${isPrefix ? " *" : ""})`;
}
