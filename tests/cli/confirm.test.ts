// Questions before readers lose what they have: the slug of a live article is typed, or the number of several.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

const LIVE = "the-salt-ledger";
const FILE = "articles/2025/11/the-salt-ledger.yaml";
const DRAFT = "who-owns-the-seabed";

function statusIn(cwd: string): string | undefined {
  return /^status: (.*)$/m.exec(readFileSync(path.join(cwd, FILE), "utf8"))?.[1];
}

async function answer(line: string, question: string, typed: string, env = {}): Promise<readonly unknown[]> {
  const cwd = sampleNewsroom();
  const terminal = openTerminal(line, { cwd, env });
  await terminal.shows(question);
  terminal.type(`${typed}${KEYS.enter}`);
  const { exit } = await terminal.ended();
  return [exit, statusIn(cwd)];
}

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test.each([
    ["its slug", LIVE, {}, [0, "withdrawn"]],
    ["its slug, without redraws", LIVE, { ACCESSIBLE: "1" }, [0, "withdrawn"]],
    ["y", "y", {}, [130, "published"]],
    ["nothing", "", {}, [130, "published"]],
  ])("a live article is withdrawn for %s alone", async (_, typed, env, becomes) => {
    const question = "readers have it; type its slug to withdraw it:";
    expect(await answer(`stet withdraw ${LIVE}`, question, typed, env)).toEqual(becomes);
  });

  test("and killed so", async () => {
    const question = "readers have it; type its slug to kill it:";
    expect(await answer(`stet kill ${LIVE} --reason Untrue.`, question, LIVE)).toEqual([0, "killed"]);
  });

  test.each([
    ["2", [6, "withdrawn"]],
    ["y", [130, "published"]],
  ])("of several the number is typed: %s", async (typed, becomes) => {
    const question = "this would withdraw 2 articles; type the number to go on:";
    expect(await answer(`stet withdraw ${LIVE} ${DRAFT}`, question, typed)).toEqual(becomes);
  });

  test.each([
    `stet withdraw ${LIVE} --yes`,
    `stet withdraw ${LIVE} --dry-run`,
    `stet kill ${DRAFT} --reason Superseded.`,
  ])("nothing is asked by %s", async (line) => {
    const { exit, text } = await openTerminal(line, { cwd: sampleNewsroom() }).ended();
    expect([exit, text.includes("type its slug")]).toEqual([0, false]);
  });
});

test("where nobody can be asked, one article needs no word", async () => {
  const cwd = sampleNewsroom();
  expect((await runStet(["withdraw", LIVE], { cwd })).exit).toBe(0);
  expect(statusIn(cwd)).toBe("withdrawn");
});
