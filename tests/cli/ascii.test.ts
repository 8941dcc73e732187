// `--ascii`: stet draws nothing beyond ASCII around the text of articles, also where it cuts and where it moves.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { displayWidth } from "../../src/base/display-width.ts";

const newsroom = sampleToRead();

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
  const cwd = newsroom();
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
  const cwd = newsroom();
  const line = ["approve", "the-bog-that-pays-rent", "--dry-run", "--ascii"];
  const { stderr } = await runStet(line, { cwd, terminal: 80 });
  expect(stderr).toContain("review -> ready");
  expect((await runStet([...line, "--json"], { cwd })).stdout).toContain("review → ready");
});

const QUOTE = `body: |\n  ${"word ".repeat(40)}TK\n\n  > Nobody is happy.\n  >\n  > -- A diplomat\n\n  > "So be it."\n`;
const LONG = "x".repeat(300);

test.each([
  ["check"],
  ["show", "a"],
  ["show", "gone"],
  ["list", `${"tide ".repeat(60)}headline:`],
  ["list", `section:${LONG} ${"tide ".repeat(60)}(`],
  ["list", `--${LONG}`],
  [LONG],
  ["list", "--format", "{headline|trunc:8} {headline|trunc:2}"],
  ["help", "preview"],
])("around ASCII nothing else is drawn: %j", async (...line) => {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "articles"));
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\n");
  writeFileSync(path.join(cwd, "articles/a.yaml"), `headline: The tide gauge\n${QUOTE}`);
  writeFileSync(path.join(cwd, "articles/gone.yaml"), `headline: The tide gauge\nstatus: killed\n${QUOTE}`);
  for (const terminal of [40, 200, undefined]) {
    const at = terminal === undefined ? {} : { terminal };
    const { stdout, stderr } = await runStet(["--ascii", ...line], { cwd, env: { NO_COLOR: "1" }, ...at });
    // What goes into a pipe is a document, for whoever reads it.
    if (terminal === undefined && line[0] === "show") continue;
    expect(stdout + stderr).not.toBe("");
    expect((stdout + stderr).match(/[^ -~\n]+/g)).toBeNull();
  }
});
