// The rubric of the command line, 44 to 53: a person at a terminal.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet, spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, KEYS, openTerminal } from "../support/terminal.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd: shared } = newsroomToRead();
const SALT = "articles/2025/11/the-salt-ledger.yaml";

/** An editor that runs a script the first time and another the second time. */
function editorIn(cwd: string, first: string, second: string): string {
  const file = path.join(cwd, "nano");
  const script = `#!/bin/sh
echo "$*" >> calls.txt
for file do :; done
if [ -e again ]; then ${second}; else touch again; ${first}; fi
`;
  writeFileSync(file, script, { mode: 0o755 });
  return file;
}

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test("44 missing argument on a TTY opens the picker", async () => {
    const terminal = openTerminal("stet --no-pager show", { cwd: shared });
    await terminal.shows("33 of 33");
    await terminal.shows("enter show");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
  });

  test("45 picker needs no extra program", async () => {
    const terminal = openTerminal("PATH=/nonexistent; stet pick", { cwd: shared });
    await terminal.shows("esc cancel");
    terminal.type(`salt-ledger${KEYS.enter}`);
    const { exit, text } = await terminal.ended();
    expect({ exit, isChosen: text.endsWith("the-salt-ledger\n") }).toEqual({ exit: 0, isChosen: true });
  });

  test("46 prompt works with stdout captured $(…)", async () => {
    const terminal = openTerminal('slug=$(stet pick); echo "got:$slug"', { cwd: shared });
    await terminal.shows("esc cancel");
    terminal.type(`salt-ledger${KEYS.enter}`);
    await terminal.shows("got:the-salt-ledger");
    expect((await terminal.ended()).exit).toBe(0);
  });

  test("47 invalid edit: reopened at line, text kept", async () => {
    const cwd = sampleNewsroom();
    const editor = editorIn(
      cwd,
      "sed -i 's/^kicker: Opera$/kicker: Opera: new/' \"$file\"",
      "sed -i 's/^kicker: Opera: new$/kicker: New opera/' \"$file\"",
    );
    const terminal = openTerminal("stet edit the-salt-ledger", { cwd, env: { EDITOR: editor } });
    await terminal.shows("edit again at line 4");
    terminal.type("e");
    expect((await terminal.ended()).exit).toBe(0);
    expect(readFileSync(path.join(cwd, "calls.txt"), "utf8").split("\n")[1]).toMatch(/^\+4 /);
    expect(readFileSync(path.join(cwd, SALT), "utf8")).toContain("kicker: New opera\n");
  });

  test("49 confirmation scaled to damage", async () => {
    const cwd = sampleNewsroom();
    expect((await openTerminal("stet rm the-salt-ledger", { cwd }).ended()).exit).toBe(0);
    const live = openTerminal("stet withdraw commission-fines-brackenfold-silicon", { cwd });
    await live.shows("type its slug to withdraw it:");
    live.type(`y${KEYS.enter}`);
    expect((await live.ended()).exit).toBe(130);
    const few = openTerminal("stet rm the-bog-that-pays-rent who-owns-the-seabed", { cwd });
    await few.shows("(y/N)");
    few.type(KEYS.enter);
    expect((await few.ended()).exit).toBe(130);
    expect(existsSync(path.join(cwd, "articles/2026/11/who-owns-the-seabed.yaml"))).toBe(true);
    const many = openTerminal("stet set tag+=x -Q status:any", { cwd });
    await many.shows("32");
    many.type(`y${KEYS.enter}`);
    expect((await many.ended()).exit).toBe(130);
    expect(readFileSync(path.join(cwd, "articles/2026/11/who-owns-the-seabed.yaml"), "utf8")).not.toMatch(
      /\bx\b/,
    );
  });

  test("51 accessible (no-redraw) prompts", async () => {
    const terminal = openTerminal("stet pick", { cwd: shared, env: { ACCESSIBLE: "1" } });
    await terminal.shows("words to look for:");
    terminal.type("salt-ledger\n");
    await terminal.shows("1. The Salt Ledger");
    await terminal.shows("words to look for:");
    terminal.type("1\n");
    const { exit, raw } = await terminal.ended();
    expect({ exit, escapes: raw.includes("\u001B[") }).toEqual({ exit: 0, escapes: false });
    // A line, a list of choices, yes or no.
    const cwd = sampleNewsroom();
    const asked = openTerminal("stet new --no-pager && stet rm @new the-bog-that-pays-rent", {
      cwd,
      env: { ACCESSIBLE: "1" },
    });
    for (const [question, answer] of [
      ["Headline:", "Tide tables"],
      ["Section:", "1"],
      ["Author:", "1"],
      ["Kind:", "1"],
      ["editor?", "2"],
      ["Go on?", "n"],
    ] as const) {
      await asked.shows(question);
      await asked.shows(":");
      asked.type(`${answer}\n`);
    }
    const ended = await asked.ended();
    // Colour is not drawing.
    const isDrawn = /\u001B\[[0-?]*[^m0-?]/.test(ended.raw);
    expect({ exit: ended.exit, isDrawn }).toEqual({ exit: 130, isDrawn: false });
    expect(ended.text).toContain("Created articles/2026/11/tide-tables.yaml");
  });

  test("52 NO_COLOR honoured on a TTY", async () => {
    const colours = /\u001B\[[\d;]*m/;
    const list = (env: Record<string, string>) => runStet(["list"], { cwd: shared, terminal: 80, env });
    expect((await list({ NO_COLOR: "1" })).stdout).not.toMatch(colours);
    expect((await list({})).stdout).toMatch(colours);
    const terminal = openTerminal("stet pick", { cwd: shared, env: { NO_COLOR: "1" } });
    await terminal.shows("esc cancel");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).raw).not.toMatch(colours);
  });

  test("53 typed text+Enter in one chunk picks the shown item", async () => {
    const terminal = openTerminal("stet pick", { cwd: shared });
    await terminal.shows("esc cancel");
    terminal.type(`lock-keep${KEYS.enter}`);
    expect((await terminal.ended()).text.endsWith("lock-keepers-of-the-lisse-canal\n")).toBe(true);
  });
});

test("48 editor rc is not 0: nothing saved, rc is not 0", () => {
  const cwd = sampleNewsroom();
  const before = readFileSync(path.join(cwd, SALT), "utf8");
  const editor = editorIn(cwd, 'echo "notes: n" >> "$file"; exit 3', "true");
  const { exit, stderr } = spawnStet(["edit", "the-salt-ledger"], { cwd, env: { EDITOR: editor } });
  expect(exit).toBe(1);
  expect(stderr).toContain("stet edit --resume the-salt-ledger");
  expect(readFileSync(path.join(cwd, SALT), "utf8")).toBe(before);
});

test("50 undo/restore of last change", async () => {
  const cwd = sampleNewsroom();
  const before = readFileSync(path.join(cwd, SALT), "utf8");
  await runStet(["set", "kicker=New", "the-salt-ledger"], { cwd });
  expect(readFileSync(path.join(cwd, SALT), "utf8")).not.toBe(before);
  await runStet(["undo"], { cwd });
  expect(readFileSync(path.join(cwd, SALT), "utf8")).toBe(before);
  await runStet(["rm", "the-salt-ledger"], { cwd });
  await runStet(["restore", "the-salt-ledger"], { cwd });
  expect(readFileSync(path.join(cwd, SALT), "utf8")).toBe(before);
});
