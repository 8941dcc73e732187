// Questions to a person at a terminal: what answers them, what does not, and where nobody can be asked.
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { CANCELLING, HAS_TERMINAL, openTerminal } from "../support/terminal.ts";

const SLUGS = "the-salt-ledger the-bog-that-pays-rent";
const FILES = ["articles/2025/11/the-salt-ledger.yaml", "articles/2026/11/the-bog-that-pays-rent.yaml"];

const remaining = (cwd: string): number => FILES.filter((file) => existsSync(path.join(cwd, file))).length;

describe.skipIf(!HAS_TERMINAL)("a question about more than one article", () => {
  function removing(env: Readonly<Record<string, string>> = {}) {
    const cwd = sampleNewsroom();
    return { cwd, terminal: openTerminal(`stet rm ${SLUGS}`, { cwd, env }) };
  }

  test("yes does it, also when y and Enter arrive in one piece", async () => {
    const { cwd, terminal } = removing();
    await terminal.shows("Go on? (y/N)");
    terminal.type("y\r");
    expect((await terminal.ended()).exit).toBe(0);
    expect(remaining(cwd)).toBe(0);
  });

  test.each([
    ["Enter", "\r"],
    ["no", "no\r"],
    ["a pasted line break and what follows it", "\ny\n"],
  ])("%s does not", async (_, keys) => {
    const { cwd, terminal } = removing();
    await terminal.shows("Go on? (y/N)");
    terminal.type(keys);
    expect((await terminal.ended()).exit).toBe(130);
    expect(remaining(cwd)).toBe(2);
  });

  test.each([
    ["drawn", {}, "\u001B"],
    ["plain", { ACCESSIBLE: "1" }, "\n"],
  ])("what was typed before a %s question stood there answers nothing", async (_, env, then) => {
    const { cwd, terminal } = removing(env);
    terminal.type("yes\n");
    await terminal.shows("Go on?");
    await terminal.shows(" ");
    terminal.type(then);
    expect((await terminal.ended()).exit).toBe(130);
    expect(remaining(cwd)).toBe(2);
  });

  test.each(CANCELLING)("%s cancels", async (_, key) => {
    const { cwd, terminal } = removing();
    await terminal.shows("Go on? (y/N)");
    terminal.type(key);
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(130);
    expect(text).toContain("error: cancelled; nothing was changed");
    expect(remaining(cwd)).toBe(2);
  });

  test("NO_COLOR: no colour in the question", async () => {
    const { terminal } = removing({ NO_COLOR: "1" });
    await terminal.shows("Go on? (y/N)");
    terminal.type("\r");
    expect((await terminal.ended()).raw).not.toMatch(/\u001B\[[\d;]*m/);
  });

  test.each([
    ["yes", 0, 0],
    ["", 130, 2],
  ])('ACCESSIBLE: "%s" typed as a line', async (answer, exit, left) => {
    const { cwd, terminal } = removing({ ACCESSIBLE: "1" });
    await terminal.shows("Type yes or no, then Enter:");
    terminal.type(`${answer}\n`);
    const ending = await terminal.ended();
    expect({ exit: ending.exit, left: remaining(cwd) }).toEqual({ exit, left });
    expect(ending.raw).not.toContain("\u001B[2K");
  });

  test("more than twenty want their number", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet rm -Q 'updated:..2027'", { cwd });
    await terminal.shows("type the number to go on:");
    terminal.type("y\r");
    expect((await terminal.ended()).exit).toBe(130);
    expect(remaining(cwd)).toBe(2);
  });

  test("--no-input and a closed stdin ask nothing and name the flag", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal(`stet --no-input rm ${SLUGS}`, { cwd });
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(2);
    expect(text).toContain("--yes");
    const piped = spawnStet(["rm", ...SLUGS.split(" ")], { cwd });
    expect(piped.exit).toBe(2);
    expect(piped.stderr).toContain("--yes");
    expect(remaining(cwd)).toBe(2);
  });
});
