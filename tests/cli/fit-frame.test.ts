// A line and its caret on a terminal too narrow for the line: one row each, the caret under what it means.
import { expect, test } from "vitest";
import { codeFrame } from "../../src/base/code-frame.ts";
import { displayWidth } from "../../src/base/display-width.ts";
import { fitDetail, fitFrame } from "../../src/cli/print/fit-frame.ts";

const words =
  "The sum is small, about TK million crowns, and it appears in the accounts of the postal service.";

const at = (columns: number | undefined, unicode = true) => ({ columns, unicode });

test("a line that fits, or goes to no terminal, stays as it is", () => {
  const frame = codeFrame(14, words.indexOf("TK") + 1, words);
  expect(fitFrame(frame, at(undefined))).toEqual(frame);
  expect(fitFrame(frame, at(200))).toEqual(frame);
});

test("a line that is too long ends in the row", () => {
  const { shown, indent } = fitFrame(codeFrame(14, words.indexOf("TK") + 1, words), at(60));
  expect(shown).toBe(" 14 | The sum is small, about TK million crowns, and it appears…".slice(0, 59) + "…");
  expect(displayWidth(shown)).toBe(60);
  expect(shown.indexOf("TK")).toBe(indent.length);
});

test.each([24, 40, 60, 79])("the place of the caret is in sight in %i columns", (columns) => {
  for (const word of ["sum", "TK", "accounts", "service"]) {
    const { shown, indent } = fitFrame(codeFrame(14, words.indexOf(word) + 1, words), at(columns));
    expect(displayWidth(shown)).toBeLessThanOrEqual(columns);
    expect(shown.startsWith(" 14 | ")).toBe(true);
    expect(indent).toMatch(/^ {4}\| +$/);
    expect(shown.slice(indent.length).startsWith(word.slice(0, 2))).toBe(true);
  }
});

test("where only ASCII is drawn, three full stops stand for what is left out, and the caret under its word", () => {
  const { shown, indent } = fitFrame(codeFrame(14, words.indexOf("accounts") + 1, words), at(40, false));
  expect(shown).toMatch(/^ 14 \| \.\.\..+\.\.\.$/);
  expect(displayWidth(shown)).toBeLessThanOrEqual(40);
  expect(shown.slice(indent.length).startsWith("accounts")).toBe(true);
});

test("letters of two columns", () => {
  const line = `${"灯台守がいた島".repeat(8)}TK${"灯台守".repeat(8)}`;
  for (const columns of [40, 41, 80, 81]) {
    const frame = fitFrame(codeFrame(3, line.indexOf("TK") + 1, line), at(columns));
    expect(displayWidth(frame.shown)).toBeLessThanOrEqual(columns);
    const before = frame.shown.slice(0, frame.shown.indexOf("TK"));
    expect(displayWidth(before)).toBe(frame.indent.length);
  }
});

test("the caret of a query, and what is no caret", () => {
  const query = `  ${"section:world ".repeat(8)}since:2024\n  ${" ".repeat(112)}^^^^^`;
  const [shown = "", caret = ""] = fitDetail(query, at(40)).split("\n");
  expect(displayWidth(shown)).toBeLessThanOrEqual(40);
  expect(shown.indexOf("since:2024")).toBe(caret.indexOf("^"));
  expect(caret.trimStart()).toBe("^^^^^");
  expect(fitDetail("one\ntwo\nthree", at(3))).toBe("one\ntwo\nthree");
});
