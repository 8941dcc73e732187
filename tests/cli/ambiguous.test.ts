// A name that several articles could mean: a person picks among them, a script gets the list.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

const READY = "esc cancel";

test("where nobody can be asked each is listed with its state and the day of its last change", async () => {
  const { exit, stderr } = await runStet(["show", "the-l"], { cwd: sampleNewsroom() });
  expect({ exit, stderr }).toEqual({
    exit: 5,
    stderr:
      'error: "the-l" matches 2 articles; nothing was changed\n' +
      "  the-last-carriage-to-holm                 live, 2026-10-31\n" +
      "  the-last-woman-who-can-read-the-exchange  live, 2025-12-13\n" +
      "→ the-last-c and the-last-w are enough\n",
  });
});

test("in colour what is enough stands out, of many too", async () => {
  const { stderr } = await runStet(["show", "the", "--color", "always"], { cwd: sampleNewsroom() });
  const bold = [...stderr.matchAll(/^ {2}\u001B\[1m(.*?)\u001B\[22m/gm)].map(([, lead]) => lead);
  expect(bold).toEqual([
    "the-b",
    "the-f",
    "the-g",
    "the-har",
    "the-haz",
    "the-last-c",
    "the-last-w",
    "the-s",
  ]);
  expect(stderr).toMatch(/\n {2}and 1 more\n→ write more of the slug\n$/);
});

test("a former name of two, and the beginning of their ids: more of either would not be enough", async () => {
  const cwd = sampleNewsroom();
  for (const [slug, last] of [
    ["ferry-one", "1"],
    ["ferry-two", "2"],
  ])
    writeFileSync(
      path.join(cwd, `articles/${slug}.yaml`),
      `id: 0190a0b0-0000-7000-8000-00000000000${last}\nheadline: Ferry\nformer_slugs: [old-ferry]\n`,
    );
  for (const name of ["old-ferry", "0190a0b0", "id:0190a0b0"]) {
    const { exit, stderr } = await runStet(["show", name], { cwd });
    expect({ exit, hint: stderr.match(/^→.*$/m)?.[0] }).toEqual({
      exit: 5,
      hint: "→ name the article by its slug",
    });
  }
});

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  async function choosing(line: string, keys: string, cwd: string = sampleNewsroom()) {
    const terminal = openTerminal(line, { cwd });
    await terminal.shows(READY);
    terminal.type(keys);
    return { cwd, ...(await terminal.ended()) };
  }

  test("the one that is picked is changed, and no other", async () => {
    const { exit, cwd } = await choosing("stet set kicker=Rails the-l", `${KEYS.down}${KEYS.enter}`);
    expect(exit).toBe(0);
    const other = path.join(cwd, "articles/2026/10/the-last-carriage-to-holm.yaml");
    expect(readFileSync(other, "utf8")).not.toContain("kicker: Rails");
    const file = path.join(cwd, "articles/2025/12/the-last-woman-who-can-read-the-exchange.yaml");
    expect(readFileSync(file, "utf8")).toContain("kicker: Rails");
  });

  test("nothing else is found among them", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet set kicker=Rails the-l", { cwd });
    for (const keys of ["salt", `${KEYS.enter}\u0015woman`, KEYS.enter]) {
      await terminal.shows(READY);
      terminal.type(keys);
    }
    expect((await terminal.ended()).exit).toBe(0);
    const file = path.join(cwd, "articles/2025/12/the-last-woman-who-can-read-the-exchange.yaml");
    expect(readFileSync(file, "utf8")).toContain("kicker: Rails");
  });

  test("Esc changes nothing", async () => {
    const { exit, cwd } = await choosing("stet set kicker=Rails the-l", KEYS.esc);
    expect(exit).toBe(130);
    const before = await runStet(["export", "--to", "json"], { cwd: sampleNewsroom() });
    expect((await runStet(["export", "--to", "json"], { cwd })).stdout).toBe(before.stdout);
  });

  test("of two files that share a slug the very one", async () => {
    const cwd = sampleNewsroom();
    const [file, copy] = ["articles/2025/11/the-salt-ledger.yaml", "articles/2026/01/the-salt-ledger.yaml"];
    copyFileSync(path.join(cwd, file), path.join(cwd, copy));
    const { exit } = await choosing("stet set kicker=Copy the-salt-ledger", `${KEYS.down}${KEYS.enter}`, cwd);
    expect(exit).toBe(0);
    const kickers = [file, copy].map((each) =>
      readFileSync(path.join(cwd, each), "utf8").includes("kicker: Copy"),
    );
    expect(kickers).toEqual([false, true]);
  });

  test("ACCESSIBLE=1 asks for a number", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("ACCESSIBLE=1 stet set kicker=Rails the-l", { cwd });
    await terminal.shows("words to look for:");
    terminal.type(`1${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    const file = path.join(cwd, "articles/2026/10/the-last-carriage-to-holm.yaml");
    expect(readFileSync(file, "utf8")).toContain("kicker: Rails");
  });

  test("with --no-input it is the list, and 5", async () => {
    const { exit, text } = await openTerminal("stet show the-l --no-input", {
      cwd: sampleNewsroom(),
    }).ended();
    expect(exit).toBe(5);
    expect(text).toContain("matches 2 articles");
  });
});
