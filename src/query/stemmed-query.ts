// A query in which each word stands for its other forms, too: what `search --stem` asks.
import type { Phrase, QueryNode } from "./query.ts";
import { joinNodes } from "./join-nodes.ts";
import { replaceTerms } from "./replace-terms.ts";

/** The words that a word stands for, itself among them: folded, in order. */
export type FormsOf = (word: string) => readonly string[];

/** The tree with every single whole word widened to its forms. Words in a row and beginnings of words stay as they are. */
export function withForms(node: QueryNode, formsOf: FormsOf): QueryNode {
  return replaceTerms(node, (term) => {
    if (term.kind === "words")
      return joinNodes(
        "or",
        formsIn(term.phrase, formsOf).map((phrase) => ({ kind: "words", phrase })),
      );
    if (term.kind !== "text" || term.test.kind !== "phrase") return term;
    const { field, test } = term;
    const forms = formsIn(test.phrase, formsOf);
    return joinNodes(
      "or",
      forms.map((phrase) => ({ kind: "text", field, test: { kind: "phrase", phrase } })),
    );
  });
}

function formsIn(phrase: Phrase, formsOf: FormsOf): Phrase[] {
  const [word, ...more] = phrase.words;
  if (word === undefined || more.length > 0 || phrase.isPrefix) return [phrase];
  return formsOf(word).map((form) => ({ words: [form], isPrefix: false }));
}
