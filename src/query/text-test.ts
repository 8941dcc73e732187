// Does one text of an article pass one test of a query: the same for an article looked at and for the index's lists of values.
import { fold, wordsOf } from "./fold-text.ts";
import type { Phrase, TextTest } from "./query.ts";

/** True when the text, folded here, passes. */
export function passes(text: string, test: TextTest): boolean {
  switch (test.kind) {
    case "phrase":
      return holdsPhrase(text, test.phrase);
    case "equals":
      return fold(text) === test.text;
    case "contains":
      return fold(text).includes(test.text);
    case "matches":
      return new RegExp(test.pattern, "iu").test(fold(text));
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
