import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, wordsOf } from "../../src/query/fold-text.ts";
import { phrasePlaces, placedWords } from "../../src/query/place-words.ts";
import { anyCharacter } from "../support/any-character.ts";

/** The words as they are written. */
function written(text: string): string[] {
  return placedWords(text).map(({ start, end }) => text.slice(start, end));
}

describe("placedWords", () => {
  test.each([
    ["The harbour, twice.", ["The", "harbour", "twice"]],
    ["Crème brûlée", ["Crème", "brûlée"]],
    ["Creme bru\u0302le\u0301e!", ["Creme", "bru\u0302le\u0301e"]],
    ["e\u0301tat e\u0301", ["e\u0301tat", "e\u0301"]],
    ["\uFB01n \uFB03ne", ["\uFB01n", "\uFB03ne"]],
    ["İstanbul Straße", ["İstanbul", "Straße"]],
    ["ＡＢＣ　１２", ["ＡＢＣ", "１２"]],
    ["灯台守 of X", ["灯", "台", "守", "of", "X"]],
    ["مكتبةُ الميناءِ", ["مكتبةُ", "الميناءِ"]],
    ["😀one😀", ["one"]],
    ["", []],
  ])("%s", (text, words) => {
    expect(written(text)).toEqual(words);
  });

  test("are the words that queries compare, each where it folds to itself", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."aZ é\u0301ﬁ½ßİΣς灯ท\uD83D\uDE00ｱـ-'1\uD800".split("")),
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: anyCharacter })), (sample) => {
        const placed = placedWords(sample);
        expect(placed.map(({ word }) => word)).toEqual(wordsOf(sample));
        for (const { word, start, end } of placed) expect(fold(sample.slice(start, end))).toContain(word);
      }),
    );
  });
});

describe("phrasePlaces", () => {
  const words = placedWords("A sea wall, a sea-wall and a seawall");
  test.each([
    [
      { words: ["sea", "wall"], isPrefix: false },
      [
        [2, 10],
        [14, 22],
      ],
    ],
    [
      { words: ["sea"], isPrefix: true },
      [
        [2, 5],
        [14, 17],
        [29, 36],
      ],
    ],
    [
      { words: ["sea", "w"], isPrefix: true },
      [
        [2, 10],
        [14, 22],
      ],
    ],
    [{ words: ["wall", "sea"], isPrefix: false }, []],
    [{ words: [], isPrefix: true }, []],
  ])("%j", (phrase, places) => {
    expect(phrasePlaces(words, phrase).map(({ start, end }) => [start, end])).toEqual(places);
  });
});
