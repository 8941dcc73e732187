// Does one text of an article pass one test of a query: the same for an article looked at and for the index's lists of values.
import { fold, wordsOf } from "./fold-text.ts";
import type { Phrase, TextTest } from "./query.ts";

/** True when the text, folded here, passes. */
export function passes(text: string, test: TextTest): boolean {
  return testFor(test)(fold(text));
}

/** The test as a function of folded text, for whoever has many of them. */
export function testFor(test: TextTest): (folded: string) => boolean {
  switch (test.kind) {
    case "phrase":
      return (folded) => holdsPhrase(folded, test.phrase);
    case "equals":
      return (folded) => folded === test.text;
    case "begins":
      return (folded) => folded.startsWith(test.text);
    case "contains":
      return (folded) => folded.includes(test.text);
    case "ends":
      return (folded) => folded.endsWith(test.text);
    case "matches": {
      const pattern = new RegExp(test.pattern, "iu");
      return (folded) => pattern.test(folded);
    }
  }
}

/** The words of the phrase stand in the text one behind the other. */
export function holdsPhrase(text: string, { words, isPrefix }: Phrase): boolean {
  if (words.length === 0) return false;
  const found = wordsOf(text);
  return found.some((_, start) =>
    words.every((word, index) => {
      const candidate = found[start + index];
      if (candidate === undefined) return false;
      return isPrefix && index === words.length - 1 ? candidate.startsWith(word) : candidate === word;
    }),
  );
}
