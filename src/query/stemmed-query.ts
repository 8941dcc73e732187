// A query in which each word stands for its other forms, too: what `search --stem` asks.
import type { Phrase, QueryNode } from "./query.ts";

/** The words that a word stands for, itself among them: folded, in order. */
export type FormsOf = (word: string) => readonly string[];

/** The tree with every single whole word widened to its forms. Words in a row and beginnings of words stay as they are. */
export function withForms(node: QueryNode, formsOf: FormsOf): QueryNode {
  switch (node.kind) {
    case "and":
    case "or":
      return { kind: node.kind, nodes: node.nodes.map((each) => withForms(each, formsOf)) };
    case "not":
      return { kind: "not", node: withForms(node.node, formsOf) };
    case "words":
      return anyOf(formsIn(node.phrase, formsOf).map((phrase) => ({ kind: "words", phrase })));
    case "text": {
      const { field, test } = node;
      if (test.kind !== "phrase") return node;
      const forms = formsIn(test.phrase, formsOf);
      return anyOf(forms.map((phrase) => ({ kind: "text", field, test: { kind: "phrase", phrase } })));
    }
    case "all":
    case "range":
    case "present":
    case "state":
    case "has":
    case "invalid":
      return node;
  }
}

function formsIn(phrase: Phrase, formsOf: FormsOf): Phrase[] {
  const [word, ...more] = phrase.words;
  if (word === undefined || more.length > 0 || phrase.isPrefix) return [phrase];
  return formsOf(word).map((form) => ({ words: [form], isPrefix: false }));
}

function anyOf(nodes: readonly QueryNode[]): QueryNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { kind: "or", nodes };
}
