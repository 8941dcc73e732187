// A line with the place of a caret: where it stands on a terminal, whatever the line holds.
import { expect, test } from "vitest";
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
  expect(shown).toBe(`  7 | ${"a".repeat(39)}b${"c".repeat(80)}...`);
  expect(indent).toHaveLength(shown.indexOf("b"));
});
