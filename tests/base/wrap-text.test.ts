import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { lineRanges, wrapText } from "../../src/base/wrap-text.ts";
import { threadTime } from "../support/thread-time.ts";

describe("wrapText", () => {
  test.each([
    ["one two three", 7, ["one two", "three"]],
    ["one  two", 20, ["one  two"]],
    ["one     two", 5, ["one", "two"]],
    ["  indented text", 10, ["  indented", "text"]],
    ["", 10, [""]],
    ["a\n\nb", 10, ["a", "", "b"]],
    ["no\u00A0break here", 9, ["no\u00A0break", "here"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    [
      "see https://courier.example/a/long/address now",
      10,
      ["see", "https://courier.example/a/long/address", "now"],
    ],
    ["(www.courier.example/a/long/address)", 10, ["(www.courier.example/a/long/address)"]],
    ["ééééé", 2, ["éé", "éé", "é"]],
    ["👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]],
    ["東京都は発表した", 8, ["東京都は", "発表した"]],
    ["東京都は、発表", 8, ["東京都", "は、発表"]],
    [
      "彼は「はい」と",
      6,
      ["彼は", "「はい」と"].flatMap((line) => (line === "彼は" ? [line] : ["「は", "い」と"])),
    ],
    ["アップデート", 4, ["アッ", "プ", "デー", "ト"]],
    ["EU首脳会議", 6, ["EU首脳", "会議"]],
    ["か\u3099き\u3099", 2, ["か\u3099", "き\u3099"]],
  ])("%j in %i columns", (text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  test("puts the indents before the lines and counts them", () => {
    expect(wrapText("one two three", 7, { firstIndent: "- ", indent: "  " })).toEqual([
      "- one",
      "  two",
      "  three",
    ]);
  });

  test("no line is wider than asked, and no word is lost", () => {
    const words = fc.array(fc.string({ unit: "grapheme", maxLength: 8 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (some, columns) => {
        const text = some.join(" ").replace(/[^\P{C}]/gu, "");
        const lines = wrapText(text, columns);
        const isUrl = (line: string) => line.includes("://");
        expect(lines.filter((line) => displayWidth(line) > columns && !isUrl(line))).toEqual([]);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("takes time linear in the text", () => {
    const started = threadTime();
    wrapText(`${"か\u3099".repeat(50_000)}${"x".repeat(100_000)}${"👨‍👩‍👧".repeat(5_000)}`, 72);
    expect(threadTime() - started).toBeLessThan(3_000);
  });
});

test("lineRanges points into the text", () => {
  const text = "one two\nthree";
  const pieces = lineRanges(text, { first: 4, others: 9 }).map(({ start, end }) => text.slice(start, end));
  expect(pieces).toEqual(["one", "two", "three"]);
});
