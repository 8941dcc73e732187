import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleText } from "../../src/base/visible-text.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("visibleText writes out", () => {
  test.each([
    ["\u001B[31mred", "^[[31mred"],
    ["a\u0000b\u0007\u007F", "a^@b^G^?"],
    ["\u009B31m", "<U+009B>31m"],
    ["a\nb\tc\r", "a^Jb^Ic^M"],
    ["user\u202Etxt.exe", "user<U+202E>txt.exe"],
    ["\u2066x\u2069", "<U+2066>x<U+2069>"],
    ["\u2028", "<U+2028>"],
    ["hi\u{E0041}", "hi<U+E0041>"],
    ["\u{1F3F4}\u{E0041}\u{E007F}", "\u{1F3F4}<U+E0041><U+E007F>"],
    ["\uD800", "<U+D800>"],
  ])("%j as %j", (text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });
});

describe("visibleText leaves", () => {
  test.each([
    "plain",
    "العربية",
    "עברית",
    "می\u200cخواهم",
    "a\u200Eb\u200F",
    "👨‍👩‍👧",
    "❤️",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "日本語",
    "e\u0301",
  ])("%s", (text) => {
    expect(visibleText(text)).toBe(text);
  });
});

test("newlines stay where they are wanted", () => {
  expect(visibleText("a\nb\u001B", { newlines: true })).toBe("a\nb^[");
});

test("nothing a terminal obeys is left of any text", () => {
  const obeyed = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(visibleText(text)).not.toMatch(obeyed);
    }),
  );
});
