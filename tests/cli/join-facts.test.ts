import { expect, test } from "vitest";
import { joinFacts } from "../../src/cli/print/join-facts.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

test.each([
  [undefined, "12 articles · 3,400 words · by month"],
  [36, "12 articles · 3,400 words · by month"],
  [35, "12 articles · 3,400 words\nby month"],
  [5, "12 articles\n3,400 words\nby month"],
])("facts in %s columns", (columns, text) => {
  const style = { columns, unicode: true };
  expect(joinFacts(["12 articles", "3,400 words", "by month"], style)).toBe(text);
});

test("what stands below counts fits the terminal", async () => {
  const cwd = sampleNewsroom();
  for (const line of [["stats", "--by", "tag"], ["tags"], ["calendar", "2026-11"]])
    for (const terminal of [40, 64, 80]) {
      const { stdout, stderr } = await runStet(["--no-color", ...line], { cwd, terminal });
      // Progress, where the machine is slow, is wiped again.
      const said = `${stdout}${stderr}`.replace(/[^\n]*\u001B\[K/g, "");
      const wide = said.split("\n").filter((row) => row.length > terminal);
      expect({ line, terminal, wide }).toEqual({ line, terminal, wide: [] });
    }
});
