// A line with the place of a caret: where it stands on a terminal, whatever the line holds.
import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { codeFrame } from "../../src/base/code-frame.ts";

test.each([
  ["a: b", 4, "  7 | a: b", "    |    "],
  ["灯台: b", 5, "  7 | 灯台: b", "    |       "],
  ["e\u0301: b", 5, "  7 | e\u0301: b", "    |    "],
  ["\ta: b", 5, "  7 | ^Ia: b", "    |      "],
])("%j, %i", (source, column, shown, indent) => {
  expect(codeFrame(7, column, source)).toEqual({ shown, indent });
});

test("of a long line what is around the place", () => {
  const { shown, indent } = codeFrame(7, 301, `${"a".repeat(300)}b${"c".repeat(300)}`);
  expect(shown).toBe(`  7 | ...${"a".repeat(39)}b${"c".repeat(80)}...`);
  expect(indent).toHaveLength(shown.indexOf("b"));
});

test("what is left out of a line has the mark that the terminal draws, and no letter is cut in two", () => {
  const { shown, indent } = codeFrame(7, 301, `${"😀".repeat(150)}b${"😀".repeat(150)}`, "…");
  expect(shown).toBe(`  7 | …${"😀".repeat(19)}b${"😀".repeat(41)}…`);
  expect(indent).toHaveLength(displayWidth(shown.slice(0, shown.indexOf("b"))));
});
