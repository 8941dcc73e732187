// The pager stands between stet and a person where the text is longer than the screen, and nowhere else.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { screenRows } from "../../src/cli/pager.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, openTerminal } from "../support/terminal.ts";

describe("screenRows", () => {
  test.each([
    ["", 1],
    ["one\n", 1],
    ["one\ntwo\n", 2],
    ["\n\n", 2],
    ["x".repeat(80), 1],
    ["x".repeat(81), 2],
    ["\u001B[1mbold\u001B[22m", 1],
    [`\u001B]8;;https://courier.example/${"x".repeat(80)}\u001B\\link\u001B]8;;\u001B\\`, 1],
    ["日本語".repeat(14), 2],
  ])("%j takes %i rows of 80 columns", (text, rows) => {
    expect(screenRows(text, 80)).toBe(rows);
  });
});

describe.skipIf(!HAS_TERMINAL)("the pager", () => {
  /** Runs a line with a pager that keeps what it is given; `$1` of the script is its first word. */
  async function paging(line: string, { script = "cat > paged.txt", env = {}, rows = 24 } = {}) {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "pager"), `#!/bin/sh\necho "$LESS" > less.txt\n${script}\n`, {
      mode: 0o755,
    });
    const terminal = openTerminal(line, { cwd, rows, env: { PAGER: path.join(cwd, "pager"), ...env } });
    const ending = await terminal.ended();
    const read = (name: string): string | undefined =>
      existsSync(path.join(cwd, name)) ? readFileSync(path.join(cwd, name), "utf8") : undefined;
    return { ...ending, paged: read("paged.txt"), less: read("less.txt") };
  }

  test("gets an article that is longer than the screen, all of it, with colour", async () => {
    const { exit, paged, less, text } = await paging("stet show the-salt-ledger");
    expect(exit).toBe(0);
    expect(paged).toContain("one interval.");
    expect(paged).toContain("\u001B[");
    expect({ less, text }).toEqual({ less: "FRX\n", text: "" });
  });

  test("less shows colours, whatever LESS says", async () => {
    const cwd = sampleNewsroom();
    const less = path.join(cwd, "less");
    writeFileSync(less, '#!/bin/sh\necho "$LESS" "$@" > less.txt\ncat > paged.txt\n', { mode: 0o755 });
    const env = { PAGER: `${less} -i`, LESS: "-S" };
    await openTerminal("stet show the-salt-ledger", { cwd, rows: 24, env }).ended();
    expect(readFileSync(path.join(cwd, "less.txt"), "utf8")).toBe("-S -R -i\n");
  });

  test("ACCESSIBLE: none, which would draw the screen anew, but for one that is stet's own", async () => {
    const { text, paged } = await paging("stet show the-salt-ledger", { env: { ACCESSIBLE: "1" } });
    expect({ isWhole: text.includes("one interval."), paged }).toEqual({ isWhole: true, paged: undefined });
    const own = { ACCESSIBLE: "1", STET_PAGER: "./pager" };
    expect((await paging("stet show the-salt-ledger", { env: own })).paged).toContain("one interval.");
  });

  test("gets long help", async () => {
    expect((await paging("stet new -h")).paged).toContain("--dry-run");
  });

  test.each([
    ["the text fits the screen", "stet help exit-codes", {}],
    ["--no-pager", "stet --no-pager show the-salt-ledger", {}],
    ["--no-pager before help", "stet new -h --no-pager", {}],
    ["PAGER=cat", "stet show the-salt-ledger", { PAGER: "cat" }],
    ["an empty PAGER", "stet show the-salt-ledger", { PAGER: "" }],
    ["STET_PAGER=cat, before PAGER", "stet show the-salt-ledger", { STET_PAGER: "cat" }],
    ["TERM=dumb", "stet show the-salt-ledger", { TERM: "dumb" }],
    ["a pager that is not there", "stet show the-salt-ledger", { PAGER: "no-such-pager -x" }],
    ["stdout is a pipe", "stet show the-salt-ledger | cat", {}],
  ])("is not started: %s", async (_, line, env) => {
    const { exit, less, text } = await paging(line, { env });
    expect({ exit, less }).toEqual({ exit: 0, less: undefined });
    expect(text.length).toBeGreaterThan(200);
  });

  test("quit before the end: exit 0 and no word about it", async () => {
    const { exit, text } = await paging("stet show the-salt-ledger", { script: "exit 0" });
    expect({ exit, text }).toEqual({ exit: 0, text: "" });
  });

  const HAS_LESS = spawnSync("less", ["--version"]).status === 0;

  test.skipIf(!HAS_LESS)("less says how to leave it, at the beginning and at the end", async () => {
    const terminal = openTerminal("stet new -h", { cwd: sampleNewsroom(), env: { PAGER: "less" } });
    await terminal.shows("q to leave, h for help");
    terminal.type("G");
    await terminal.shows("end: q to leave, h for help");
    terminal.type("q");
    expect((await terminal.ended()).exit).toBe(0);
  });

  test.skipIf(!HAS_LESS)("less with the person's own LESS says what it says", async () => {
    const env = { PAGER: "less", LESS: "X" };
    const terminal = openTerminal("stet new -h", { cwd: sampleNewsroom(), env });
    await terminal.shows(":");
    terminal.type("Gq");
    const { exit, text } = await terminal.ended();
    expect({ exit, isTold: text.includes("q to leave") }).toEqual({ exit: 0, isTold: false });
  });

  test("LESS as the person has it", async () => {
    expect((await paging("stet show the-salt-ledger", { env: { LESS: "-S" } })).less).toBe("-S\n");
  });
});
