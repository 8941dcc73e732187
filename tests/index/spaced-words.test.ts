import * as fc from "fast-check";
import { expect, test } from "vitest";
import { spacedWords } from "../../src/index/spaced-words.ts";
import { wordsOf } from "../../src/query/fold-text.ts";

/** As SQLite's ascii tokenizer cuts: letters and digits of ASCII, and everything beyond it. */
function cut(text: string): string[] {
  return text.match(/[a-zA-Z0-9\u0080-\uFFFF]+/g) ?? [];
}

const characters = Array.from("aZ9é’-. \n—東カงက٣𠀀𝒜😀ΣςſßİÅﬁ…½ﷺ가юл\u0301\0\uD840 \uDC00\u00A0\uFEFF");
const text = fc.array(fc.constantFrom(...characters), { maxLength: 30 }).map((parts) => parts.join(""));

test("a tokenizer of ASCII cuts it into the words of the text", () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(cut(spacedWords(each))).toEqual(wordsOf(each));
    }),
    { numRuns: 500 },
  );
});

test("what costs most room, and a character on the border of two pieces, in a long text", () => {
  const long = `${"ﷺ".repeat(9000)}𠀀${"a𝒜".repeat(9000)}`;
  expect(cut(spacedWords(long))).toEqual(wordsOf(long));
  for (let shift = 0; shift < 3; shift++) {
    const shifted = `${"b".repeat(shift)}${"𠀀é ".repeat(6000)}`;
    expect(cut(spacedWords(shifted))).toEqual(wordsOf(shifted));
  }
});
