// `stet edit` by a person at a terminal: what is asked after an edit that does not fit, and that no answer loses a word.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { CANCELLING, hangUpAt, HAS_TERMINAL, openTerminal } from "../support/terminal.ts";

const FILE = "articles/2025/11/the-salt-ledger.yaml";
const SPOIL = "sed -i 's/^kicker: Opera$/kicker: Opera: new/' \"$file\"";
const MEND = "sed -i 's/^kicker: Opera: new$/kicker: New opera/' \"$file\"";
const MINE = "sed -i 's/^kicker: .*$/kicker: Mine/' \"$file\"";
const THEIRS = `sed -i 's/^kicker: .*$/kicker: Theirs/' ${FILE}`;

/** `stet edit` with an editor called `name` that runs the first script the first time, the second the second time. */
function editing(
  scripts: readonly [string, string?],
  { name = "nano", line = "stet edit --minor the-salt-ledger" } = {},
) {
  const cwd = sampleNewsroom();
  const [first, second = "true"] = scripts;
  const script = `#!/bin/sh
echo "$*" >> calls.txt
for file do :; done
file=\${file%:[0-9]*}
if [ -e again ]; then ${second}; else touch again; ${first}; fi
`;
  writeFileSync(path.join(cwd, name), script, { mode: 0o755 });
  const before = article(cwd);
  const terminal = openTerminal(line, { cwd, env: { EDITOR: path.join(cwd, name) } });
  return { cwd, before, terminal };
}

const article = (cwd: string): string => readFileSync(path.join(cwd, FILE), "utf8");
const draftsOf = (cwd: string): Record<string, string> =>
  existsSync(path.join(cwd, ".stet/drafts"))
    ? Object.fromEntries(
        readdirSync(path.join(cwd, ".stet/drafts"))
          .filter((name) => name.endsWith(".yaml"))
          .map((name) => [name, readFileSync(path.join(cwd, ".stet/drafts", name), "utf8")]),
      )
    : {};
const kickerOf = (text: string | undefined): string | undefined => /^kicker: (.*)$/m.exec(text ?? "")?.[1];

describe.skipIf(!HAS_TERMINAL)("stet edit, when what was saved is no article", () => {
  test("e opens the same words again, at the line of the fault", async () => {
    const { cwd, before, terminal } = editing([SPOIL, MEND]);
    await terminal.shows("the kicker needs quotes");
    await terminal.shows("[d] discard");
    terminal.type("e");
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(text).toContain("Saved the-salt-ledger");
    expect(article(cwd)).toBe(before.replace("kicker: Opera\n", "kicker: New opera\n"));
    expect(draftsOf(cwd)).toEqual({});
    const draft = path.join(cwd, ".stet/drafts/the-salt-ledger.yaml");
    expect(readFileSync(path.join(cwd, "calls.txt"), "utf8")).toBe(`${draft}\n+4 ${draft}\n`);
  });

  test.each([
    ["code", (draft: string) => `--wait --goto ${draft}:4`],
    ["hx", (draft: string) => `${draft}:4`],
    ["unknown-editor", (draft: string) => draft],
  ])("%s is told the line in its own way", async (name, called) => {
    const { cwd, terminal } = editing([SPOIL, MEND], { name });
    await terminal.shows("[d] discard");
    terminal.type("e");
    expect((await terminal.ended()).exit).toBe(0);
    const calls = readFileSync(path.join(cwd, "calls.txt"), "utf8").split("\n");
    expect(calls[1]).toBe(called(path.join(cwd, ".stet/drafts/the-salt-ledger.yaml")));
  });

  test("k keeps the words and says where", async () => {
    const { cwd, before, terminal } = editing([SPOIL]);
    await terminal.shows("[d] discard");
    terminal.type("k");
    const { exit, text } = await terminal.ended();
    expect({ exit, after: article(cwd) }).toEqual({ exit: 1, after: before });
    expect(text.replace(/\s+/g, " ")).toContain("kept in .stet/drafts/the-salt-ledger.yaml");
    expect(kickerOf(draftsOf(cwd)["the-salt-ledger.yaml"])).toBe("Opera: new");
  });

  test("d asks; no goes back to the menu, yes throws the words away", async () => {
    const { cwd, before, terminal } = editing([SPOIL]);
    await terminal.shows("[d] discard");
    terminal.type("d");
    await terminal.shows("Throw away what you wrote?");
    terminal.type("\r");
    await terminal.shows("[d] discard");
    expect(Object.keys(draftsOf(cwd))).toEqual(["the-salt-ledger.yaml"]);
    terminal.type("d");
    await terminal.shows("Throw away what you wrote? (y/N)");
    terminal.type("y\r");
    expect((await terminal.ended()).exit).toBe(0);
    expect({ after: article(cwd), drafts: draftsOf(cwd) }).toEqual({ after: before, drafts: {} });
  });

  test("saved in another encoding: e opens the same words again", async () => {
    const LATIN = "sed -i 's/^kicker: Opera$/kicker: Op\\xe9ra/' \"$file\"";
    const UTF8 = "LC_ALL=C sed -i 's/^kicker: .*$/kicker: Opéra/' \"$file\"";
    const { cwd, before, terminal } = editing([LATIN, UTF8]);
    await terminal.shows("line 4 is not UTF-8 (byte E9)");
    await terminal.shows("[e] edit again at line 4  [k]");
    terminal.type("e");
    expect((await terminal.ended()).exit).toBe(0);
    expect(article(cwd)).toBe(before.replace("kicker: Opera\n", "kicker: Opéra\n"));
  });

  test("another key tells which there are", async () => {
    const { terminal } = editing([SPOIL]);
    await terminal.shows("[d] discard");
    terminal.type("x");
    await terminal.shows("press one of e, f, k, d");
    terminal.type("k");
    expect((await terminal.ended()).exit).toBe(1);
  });

  test.each(CANCELLING)("%s keeps the words and says where", async (_, key) => {
    const { cwd, before, terminal } = editing([SPOIL]);
    await terminal.shows("[d] discard");
    terminal.type(key);
    const { exit, text } = await terminal.ended();
    expect({ exit, after: article(cwd) }).toEqual({ exit: 130, after: before });
    expect(text.replace(/\s+/g, " ")).toContain(
      "cancelled; your text is kept in .stet/drafts/the-salt-ledger.yaml",
    );
    expect(kickerOf(draftsOf(cwd)["the-salt-ledger.yaml"])).toBe("Opera: new");
  });

  test("the window closed at the menu: the words are kept", async () => {
    const cwd = sampleNewsroom();
    const before = article(cwd);
    const editor = path.join(cwd, "nano");
    writeFileSync(editor, `#!/bin/sh\nfile=$1\n${SPOIL}\n`, { mode: 0o755 });
    const options = { cwd, env: { EDITOR: editor } };
    expect(await hangUpAt("[d] discard", "edit the-salt-ledger", options)).toBe(129);
    expect(article(cwd)).toBe(before);
    expect(kickerOf(draftsOf(cwd)["the-salt-ledger.yaml"])).toBe("Opera: new");
  });

  test("ACCESSIBLE: the menu is a numbered list", async () => {
    const { cwd, terminal } = editing([SPOIL, MEND], {
      line: "ACCESSIBLE=1 stet edit --minor the-salt-ledger",
    });
    await terminal.shows("1. edit again at line 4");
    await terminal.shows("Type a number");
    terminal.type("1\n");
    expect((await terminal.ended()).exit).toBe(0);
    expect(kickerOf(article(cwd))).toBe("New opera");
  });
});

describe.skipIf(!HAS_TERMINAL)("stet edit, when somebody else saved meanwhile", () => {
  test("m brings both together where they do not clash", async () => {
    const { cwd, before, terminal } = editing([`${MINE}; echo 'notes: theirs' >> ${FILE}`]);
    await terminal.shows("[m] merge  [o]");
    terminal.type("m");
    expect((await terminal.ended()).exit).toBe(0);
    expect(article(cwd)).toBe(`${before.replace("kicker: Opera\n", "kicker: Mine\n")}notes: theirs\n`);
    expect(draftsOf(cwd)).toEqual({});
  });

  test("m shows what clashes in the editor, at its line", async () => {
    const decide = "sed -i -e '/^<<<<<<</d' -e '/^=======/,/^>>>>>>>/d' \"$file\"";
    const { cwd, before, terminal } = editing([`${MINE}; ${THEIRS}`, decide]);
    await terminal.shows("[m] merge, 1 conflict to decide");
    terminal.type("m");
    expect((await terminal.ended()).exit).toBe(0);
    expect(article(cwd)).toBe(before.replace("kicker: Opera\n", "kicker: Mine\n"));
    expect(draftsOf(cwd)).toEqual({});
    expect(readFileSync(path.join(cwd, "calls.txt"), "utf8").split("\n")[1]).toMatch(/^\+4 /);
  });

  test("a clash left undecided is not saved, and both texts are in the draft", async () => {
    const { cwd, terminal } = editing([`${MINE}; ${THEIRS}`]);
    await terminal.shows("[m] merge, 1 conflict to decide");
    terminal.type("m");
    await terminal.shows("[k] keep as draft");
    terminal.type("k");
    expect((await terminal.ended()).exit).toBe(1);
    expect(kickerOf(article(cwd))).toBe("Theirs");
    const [kept = ""] = Object.values(draftsOf(cwd));
    expect(kept.split("\n").filter((line) => line.startsWith("kicker:"))).toEqual([
      "kicker: Mine",
      "kicker: Theirs",
    ]);
  });

  test("o puts my text in the place of theirs, which is kept", async () => {
    const { cwd, terminal } = editing([`${MINE}; ${THEIRS}`]);
    await terminal.shows("[t] their text");
    terminal.type("o");
    expect((await terminal.ended()).exit).toBe(0);
    expect(kickerOf(article(cwd))).toBe("Mine");
    expect(Object.values(draftsOf(cwd)).map(kickerOf)).toEqual(["Theirs"]);
  });

  test("t leaves theirs, and keeps mine", async () => {
    const { cwd, terminal } = editing([`${MINE}; ${THEIRS}`]);
    await terminal.shows("[t] their text");
    terminal.type("t");
    expect((await terminal.ended()).exit).toBe(1);
    expect(kickerOf(article(cwd))).toBe("Theirs");
    expect(Object.values(draftsOf(cwd)).map(kickerOf)).toEqual(["Mine"]);
  });

  test("the file gone meanwhile: no merge is offered, my text makes it again", async () => {
    const { cwd, terminal } = editing([`${MINE}; rm ${FILE}`]);
    await terminal.shows("? [o] my text");
    terminal.type("o");
    expect((await terminal.ended()).exit).toBe(0);
    expect(kickerOf(article(cwd))).toBe("Mine");
  });

  test("Ctrl-C at the menu keeps mine and says where", async () => {
    const { cwd, terminal } = editing([`${MINE}; ${THEIRS}`]);
    await terminal.shows("[t] their text");
    terminal.type("\u0003");
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(130);
    expect(text.replace(/\s+/g, " ")).toContain("your text is kept in .stet/drafts/the-salt-ledger.yaml");
    expect(kickerOf(article(cwd))).toBe("Theirs");
    expect(Object.values(draftsOf(cwd)).map(kickerOf)).toEqual(["Mine"]);
  });
});

describe.skipIf(!HAS_TERMINAL)("the editor's terminal", () => {
  test("stdout captured: the editor writes to the terminal, the slug to stdout", async () => {
    const { cwd, terminal } = editing([`echo 'in the editor'; ${MINE}`], {
      line: "stet edit --minor the-salt-ledger > out.txt",
    });
    await terminal.shows("in the editor");
    expect((await terminal.ended()).exit).toBe(0);
    expect(readFileSync(path.join(cwd, "out.txt"), "utf8")).toBe("the-salt-ledger\n");
  });

  test("an editor that returns at once without a change: what it may need is said", async () => {
    const { terminal } = editing(["true"]);
    expect((await terminal.ended()).text).toContain('VISUAL="code --wait"');
  });
});
