// Words that changed are shown as words, in any script.
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords, likeness } from "../../src/base/diff-words.ts";

const marked = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join("");

test.each([
  ["the old ferry", "the new ferry", "the [-old-]{+new+} ferry"],
  ["an opera that counts", "a book that counts", "[-an opera-]{+a book+} that counts"],
  ["it’s over.", "it’s over!", "it’s over[-.-]{+!+}"],
  ["灯台守がいた島", "灯台守のいた島", "灯台守[-が-]{+の+}いた島"],
  ["", "new", "{+new+}"],
  ["gone", "", "[-gone-]"],
])("%s -> %s", (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test("both texts can be read from the pieces", () => {
  const text = fc.array(fc.constantFrom("a", "b", " ", "\n", ".", "é", "島", "’"), { maxLength: 20 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before.join(""), after.join(""));
      const without = (kind: string): string =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join("");
      expect(without("added")).toBe(before.join(""));
      expect(without("removed")).toBe(after.join(""));
    }),
  );
});

test("likeness goes from nothing in common to all", () => {
  expect(likeness("a b c", "d e f")).toBe(0);
  expect(likeness("a b c d", "a b x y")).toBe(0.5);
  expect(likeness("a b", "b a")).toBe(1);
});
