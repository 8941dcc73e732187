// Every value that a shell completes is one that stet then reads as it is: a property over values with any signs in them.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { refreshCompletion } from "../../../src/desk/keep-index/refresh-completion.ts";
import { argumentsOf, completeEach, hasShell, SHELLS } from "../../support/shell-completion.ts";
import { runStet } from "../../support/run-stet.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { testDesk } from "../../support/test-desk.ts";

/** Behind a beginning of its own each, as the shell would offer several otherwise. */
const ENDINGS = [
  "salt, sea",
  "Smith (Jr)",
  "plain",
  "two words",
  "a,b",
  'say "hi"',
  '"quoted"',
  "back\\slash",
  "back\\ slash",
  "Ilse O'Hara",
  "this OR that",
  "OR",
  "tag:other word",
  "x - y",
  "a*",
  "*",
  "$HOME",
  "`a`",
  "a\u00A0b",
  "日本 語",
  "José Núñez",
  'a, "b", c',
  ")",
  "#1",
  "a|b",
  "a=b c",
  "end,",
];
const VALUES = ENDINGS.map((ending, at) => `v${String(at).padStart(2, "0")}${ending}`);

/** Values that mean something else where they stand alone. */
const WORDS = ["any", "none"];

/** A newsroom with an article for each value, called a0, a1 …, which has it as its one tag or author. */
async function newsroom(values: readonly string[], key: "tags" | "authors" = "tags"): Promise<string> {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "stet.yaml"), "stet: 1\nname: The Courier\n");
  mkdirSync(path.join(cwd, "articles"));
  for (const [at, value] of values.entries()) {
    const written = JSON.stringify(value);
    const text = `headline: Story ${at}\n${key}: [${written}]\nbody: Text.\n`;
    writeFileSync(path.join(cwd, `articles/a${at}.yaml`), text);
  }
  await refreshCompletion(testDesk(cwd));
  return cwd;
}

/** What was asked once of a newsroom of VALUES: the shells offer much the same. */
const answers = new Map<string, string>();

/** The slugs that a word of a line finds among VALUES, or what is wrong with it. -Q is read as --query-file is. */
async function found(word: string, head: string, cwd: string): Promise<string> {
  const isQuery = head.includes("xport");
  const asked = `${keyIn(head)} ${isQuery} ${word}`;
  const known = answers.get(asked);
  if (known !== undefined) return known;
  writeFileSync(path.join(cwd, "query"), word);
  const asking = isQuery ? ["--query-file", "query"] : [word];
  const { stdout, stderr } = await runStet(["list", ...asking, "--slugs"], { cwd });
  answers.set(asked, stdout + stderr);
  return stdout + stderr;
}

function keyIn(head: string): "tags" | "authors" {
  return head.includes("tag") ? "tags" : "authors";
}

const FORMS = [
  ["stet list tag:", 3],
  ["stet list -tag:nothing,", 3],
  ["stet list author:", 3],
  ["stet list by=", 3],
  ["stet list 'tag:", 3],
  ["stet list tag:", 5],
  ["stet export -Q tag:", 3],
  ["stet export --query=author:", 3],
  ["stet list 'tag:\"", 3],
] as const;

describe.each(SHELLS)("%s", (shell) => {
  describe.skipIf(!hasShell(shell))("offers values", () => {
    test.each(FORMS)("that a query finds, behind %s and %i letters", async (head, count) => {
      const cwd = await newsroom(VALUES, keyIn(head));
      const asked = VALUES.flatMap((value, at) => {
        const start = value.slice(0, count);
        return /^\w*$/.test(start) ? [{ at, line: head + start }] : [];
      });
      const lines = asked.map(({ line }) => line);
      const offered = completeEach(shell, lines, cwd);
      expect(offered.filter(({ length }) => length !== 1)).toEqual([]);
      const words = argumentsOf(
        shell,
        lines,
        offered.map(([word = ""]) => word),
      );
      for (const [index, { at }] of asked.entries()) {
        const word = (words[index] ?? "").replace(/^(?:--query=|-)/, "");
        expect(await found(word, head, cwd), `${lines[index] ?? ""} -> ${word}`).toBe(`a${at}\n`);
      }
    });

    test("of several all, whatever they have in common, and one where so much of it is typed", async () => {
      const cwd = await newsroom(["salt", "salt, sea", "salt (dry)", "salty"]);
      const several = {
        bash: [String.raw`salt`, String.raw`salt\ \(dry\)`, String.raw`salt\,\ sea`, "salty"],
        zsh: ["tag:salt", "tag:salty", 'tag:"salt (dry)"', 'tag:"salt, sea"'],
        fish: ['tag:"salt (dry)"', 'tag:"salt"', 'tag:"salt, sea"', 'tag:"salty"'],
        nushell: ["tag:salt", `'tag:"salt (dry)"'`, `'tag:"salt, sea"'`, "tag:salty"],
      }[shell];
      const lines = ["stet list tag:sa", "stet list 'tag:salt, s"];
      const [first, second = []] = completeEach(shell, lines, cwd);
      expect(first).toEqual(several);
      expect(argumentsOf(shell, lines.slice(1), second)).toEqual(['tag:"salt, sea"']);
    });

    test("that stet set takes, commas and all", async () => {
      const cwd = await newsroom(VALUES);
      const lines = VALUES.map((value) => `stet set tag+=${value.slice(0, 3)}`);
      const offered = completeEach(shell, lines, cwd);
      const words = argumentsOf(
        shell,
        lines,
        offered.map(([word = ""]) => word),
      );
      expect(words).toEqual(VALUES.map((value) => `tag+=${value}`));
    });

    test("of a list only what has no comma, which parts them", async () => {
      const cwd = await newsroom(["aa", "aa, b", "ab"]);
      expect(completeEach(shell, ["stet set tag=a"], cwd)[0]).toHaveLength(2);
    });

    test("that mean something else without quotes", async () => {
      const cwd = await newsroom(WORDS);
      const lines = ["stet list tag:an", "stet list tag:no"];
      const offered = completeEach(shell, lines, cwd);
      const words = argumentsOf(
        shell,
        lines,
        offered.map(([word = ""]) => word),
      );
      expect(words).toEqual(['tag:"any"', 'tag:"none"']);
    });
  });
});
