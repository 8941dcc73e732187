import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  displayWidth,
  graphemesOf,
  padToWidth,
  truncateToWidth,
  widestOf,
} from "../../src/base/display-width.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("displayWidth", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["日本語", 6],
    ["서울", 4],
    ["e\u0301", 1],
    ["🇪🇺", 2],
    ["👨‍👩‍👧", 2],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2],
    ["❤️", 2],
    ["می\u200cخواهم", 7],
    ["\u200B\u2060\uFEFF", 0],
    ["¹…—┃", 4],
  ])("%j takes %i columns", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

test("the widest of a million cells", () => {
  expect(widestOf(Array.from({ length: 1_000_000 }, (_, at) => (at === 7 ? "日本語" : "a")))).toBe(6);
  expect(widestOf([])).toBe(0);
});

describe("graphemesOf", () => {
  test("keeps what a reader sees as one", () => {
    expect(graphemesOf("ae\u0301👨‍👩‍👧🇪🇺日")).toEqual(["a", "e\u0301", "👨‍👩‍👧", "🇪🇺", "日"]);
  });
  test("cuts long texts at the same places as short ones", () => {
    expect(graphemesOf("👨‍👩‍👧".repeat(200))).toEqual(Array.from({ length: 200 }, () => "👨‍👩‍👧"));
  });
  test("does not cut a letter under a thousand marks", () => {
    expect(graphemesOf(`é${"\u0301".repeat(1000)}x`)).toHaveLength(2);
  });
  test("loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(graphemesOf(text).join("")).toBe(text);
      }),
    );
  });
});

describe("truncateToWidth", () => {
  test.each([
    ["headline", 8, "headline"],
    ["headlines", 8, "headlin…"],
    ["日本語テキスト", 7, "日本語…"],
    ["日本語テキスト", 6, "日本…"],
    ["a👨‍👩‍👧b👨‍👩‍👧", 4, "a👨‍👩‍👧…"],
    ["two words", 5, "two…"],
    ["ab", 1, "…"],
    ["ab", 0, ""],
  ])("%j in %i columns is %j", (text, columns, expected) => {
    expect(truncateToWidth(text, columns, "…")).toBe(expected);
  });
  test("never takes more than the columns", () => {
    const anyText = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, columns) => {
        expect(displayWidth(truncateToWidth(text, columns, "…"))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe("padToWidth", () => {
  test.each([
    ["日", 4, "left", "日  "],
    ["日", 4, "right", "  日"],
    ["a", 4, "center", " a  "],
    ["long", 2, "left", "long"],
  ] as const)("%j to %i columns, %s", (text, columns, align, expected) => {
    expect(padToWidth(text, columns, align)).toBe(expected);
  });
});
