// STET_FORCE_TTY: what a terminal would show, where there is none.
import { expect, test } from "vitest";
import { spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const stet = (line: string, env: Readonly<Record<string, string>> = {}) =>
  spawnStet(line.split(" "), { cwd: sampleNewsroom(), env });

test("a list in a pipe is the table of a terminal, as wide as asked, in colour", () => {
  const { stdout, exit } = stet("list -n 3", { STET_FORCE_TTY: "60" });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^\u001B\[1m#  STATE/);
  const plain = stet("list -n 3", { STET_FORCE_TTY: "60", NO_COLOR: "1" }).stdout;
  const widths = plain
    .trimEnd()
    .split("\n")
    .map(({ length }) => length);
  expect(widths).toHaveLength(4);
  expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  expect(Math.max(...widths)).toBeGreaterThan(50);
});

test("1 is 80 columns; nothing and 0 leave the tabs", () => {
  const wide = stet("list -n 1", { STET_FORCE_TTY: "1", NO_COLOR: "1" }).stdout;
  expect(wide).toBe(stet("list -n 1", { STET_FORCE_TTY: "80", NO_COLOR: "1" }).stdout);
  for (const none of ["", "0"])
    expect(stet("list -n 1", { STET_FORCE_TTY: none }).stdout).toMatch(/^[^ \t]+\t/);
});

test("nobody is asked there, and nothing is paged", () => {
  const env = { STET_FORCE_TTY: "80", PAGER: "false" };
  expect(stet("edit", env)).toMatchObject({ exit: 2, stderr: expect.stringContaining("needs an article") });
  expect(stet("show the-salt-ledger", env)).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining("Salt"),
  });
});
