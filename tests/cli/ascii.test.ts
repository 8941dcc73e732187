// `--ascii`: stet draws nothing beyond ASCII around the text of articles, also where it cuts and where it moves.
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { displayWidth } from "../../src/base/display-width.ts";

const SIGNS = /[…→·✓✗⋮●○◐◷⊘]/u;

test.each([
  [["list", "-s", "slug"], "..."],
  [["list", "-F", "headline,summary"], "..."],
  [["search", "harbour"], "..."],
  [["due", "60d"], "@ goes live"],
  [["today"], ""],
  [["stats"], ""],
  [["tags"], ""],
  [["calendar", "2026-11"], "* 5"],
  [["why", "the-salt-ledger"], "->"],
  [["list", `${"section:world ".repeat(8)}since:2024`], "..."],
])("%j", async (line, sign) => {
  const cwd = sampleNewsroom();
  for (const terminal of [40, 64, 80]) {
    const { stdout, stderr } = await runStet(["--ascii", ...line], { cwd, terminal, env: { NO_COLOR: "1" } });
    const drawn = stdout + stderr;
    expect({ terminal, drawn: drawn.match(SIGNS) }).toEqual({ terminal, drawn: null });
    if (terminal === 40) expect(drawn).toContain(sign);
    for (const row of stdout.split("\n").filter((each) => each.endsWith("...")))
      expect(displayWidth(row)).toBeLessThanOrEqual(terminal);
  }
});

test("a move has an arrow of ASCII on the terminal; a log and JSON have one form", async () => {
  const cwd = sampleNewsroom();
  const line = ["approve", "the-bog-that-pays-rent", "--dry-run", "--ascii"];
  const { stderr } = await runStet(line, { cwd, terminal: 80 });
  expect(stderr).toContain("review -> ready");
  expect((await runStet([...line, "--json"], { cwd })).stdout).toContain("review → ready");
});
