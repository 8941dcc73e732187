// A person who changes their mind, at any question: the exit code says so, and the newsroom is as it was.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn } from "../faults/newsroom-folder.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { CANCELLING, hangUpAt, HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";

/** The newsroom's own files; what stet keeps for itself is left out. */
function ownFiles(cwd: string): Record<string, string> {
  const files = Object.entries(filesIn(cwd)).filter(([name]) => /^(?:articles\/|stet\.yaml)/.test(name));
  return Object.fromEntries(files);
}

const PLAIN = { ACCESSIBLE: "1" };
const QUESTIONS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["stet kill the-salt-ledger", "Why is it killed?", {}],
  ["stet kill the-salt-ledger", "Why is it killed?", PLAIN],
  ["stet withdraw the-salt-ledger", "type its slug to withdraw it:", {}],
  ["stet withdraw the-salt-ledger", "type its slug to withdraw it:", PLAIN],
  ["stet edit", "enter edit", {}],
  ["stet edit", "words to look for:", PLAIN],
  ["stet new", "Headline:", PLAIN],
  ["stet set kicker=x", "enter set", {}],
  ["stet why", "enter why", {}],
  ["stet rm -Q section:culture", "Go on?", PLAIN],
];

describe.skipIf(!HAS_TERMINAL)("giving up", () => {
  describe.each(QUESTIONS)("%s at %j %j", (line, question, env) => {
    const keys = env === PLAIN ? CANCELLING.filter(([name]) => name !== "Esc") : CANCELLING;

    test.each(keys)("%s", async (_, key) => {
      const cwd = sampleNewsroom();
      const before = ownFiles(cwd);
      const terminal = openTerminal(line, { cwd, env: { EDITOR: "true", ...env } });
      await terminal.shows(question);
      terminal.type(key);
      const { exit, text } = await terminal.ended();
      expect({ exit, said: text.includes("cancelled; nothing was changed") }).toEqual({
        exit: 130,
        said: true,
      });
      expect(ownFiles(cwd)).toEqual(before);
    });
  });

  test.each([
    ["kill the-salt-ledger", "Why is it killed?", {}],
    ["new", "Headline:", {}],
    ["new", "Headline:", PLAIN],
    ["rm -Q section:culture", "Go on?", PLAIN],
  ] as const)("the window closed: stet %s at %j %j", async (words, question, env) => {
    const cwd = sampleNewsroom();
    const before = ownFiles(cwd);
    const status = await hangUpAt(question, words, { cwd, env });
    expect([129, 130]).toContain(status);
    expect(ownFiles(cwd)).toEqual(before);
  });

  test("several lines pasted into a question of one line: the first is the answer, the others answer nothing", async () => {
    const cwd = sampleNewsroom();
    const before = ownFiles(cwd);
    const terminal = openTerminal("stet new", { cwd });
    await terminal.shows("Headline:");
    terminal.type("Tide tables\nand more\n\n\n\n\n");
    await terminal.shows("Section:");
    await terminal.shows("esc cancel");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
    expect(ownFiles(cwd)).toEqual(before);
  });

  test("--no-input where a terminal is there: exit 2 and the option that answers", async () => {
    for (const [line, option] of [
      ["stet --no-input kill the-salt-ledger", "--reason"],
      ["stet --no-input rm -Q section:culture", "--yes"],
      ["stet --no-input edit", "edit needs an article"],
    ] as const) {
      const cwd = sampleNewsroom();
      const { exit, text } = await openTerminal(line, { cwd }).ended();
      expect({ line, exit, names: text.includes(option) }).toEqual({ line, exit: 2, names: true });
      expect(readFileSync(path.join(cwd, "articles/2025/11/the-salt-ledger.yaml"), "utf8")).toContain(
        "published",
      );
    }
  });
});
