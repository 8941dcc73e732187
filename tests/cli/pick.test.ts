// `stet pick` by a person at a terminal: finding, marking, every way to cancel, and nothing but slugs on stdout.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { CANCELLING, hangUpAt, HAS_TERMINAL, KEYS, openTerminal, pasted } from "../support/terminal.ts";

const READY = "esc cancel";

describe.skipIf(!HAS_TERMINAL)("stet pick on a terminal", () => {
  /** What lands on stdout when `keys` are typed, each piece when the picker has drawn the one before. */
  async function picking(keys: readonly string[], line = "stet pick > out.txt") {
    const cwd = sampleNewsroom();
    const terminal = openTerminal(line, { cwd });
    for (const piece of keys) {
      await terminal.shows(READY);
      terminal.type(piece);
    }
    const ending = await terminal.ended();
    return { ...ending, out: readFileSync(path.join(cwd, "out.txt"), "utf8") };
  }

  test("text and Enter in one piece choose the row that this text finds", async () => {
    const { exit, out } = await picking([`lock-keep${KEYS.enter}`]);
    expect({ exit, out }).toEqual({ exit: 0, out: "lock-keepers-of-the-lisse-canal\n" });
  });

  test("a paste chooses nothing, whatever it ends with", async () => {
    const { exit, out } = await picking([pasted("lock-keep\n"), `\u0015salt-ledger${KEYS.enter}`]);
    expect({ exit, out }).toEqual({ exit: 0, out: "the-salt-ledger\n" });
  });

  test("a word of the headline, an arrow, Enter", async () => {
    const { exit, out } = await picking(["section:europe", `${KEYS.down}${KEYS.enter}`]);
    expect({ exit, out }).toEqual({ exit: 0, out: "the-last-carriage-to-holm\n" });
  });

  test("^N and ^P move as the arrows do", async () => {
    const { out } = await picking(["section:europe\u000E\u000E\u0010", KEYS.enter]);
    expect(out).toBe("the-last-carriage-to-holm\n");
  });

  test("what is marked stays marked while other words are typed", async () => {
    const { out } = await picking(["salt-ledger", KEYS.tab, "\u0015bog-that", KEYS.tab, KEYS.enter]);
    expect(out).toBe("the-salt-ledger\nthe-bog-that-pays-rent\n");
  });

  test("--one marks nothing", async () => {
    const { out, text } = await picking(
      ["salt-ledger", `${KEYS.tab}\u0015bog-that${KEYS.enter}`],
      "stet pick --one > out.txt",
    );
    expect(out).toBe("the-bog-that-pays-rent\n");
    expect(text).not.toContain("tab mark");
  });

  test("Enter with nothing found waits for other words", async () => {
    const { exit, out } = await picking(["zzqq", KEYS.enter + "\u0015salt-ledger", KEYS.enter]);
    expect({ exit, out }).toEqual({ exit: 0, out: "the-salt-ledger\n" });
  });

  test.each(CANCELLING)("%s cancels: exit 130, nothing on stdout, the terminal in order", async (_, key) => {
    const { exit, out, raw, text } = await picking(
      [`salt${key}`],
      "stet pick > out.txt; code=$?; stty -a | grep -o -- '-*icanon'; exit $code",
    );
    expect({ exit, out }).toEqual({ exit: 130, out: "" });
    expect(text).toMatch(/^icanon$/m);
    expect(text).toContain("error: cancelled; nothing was changed");
    expect(raw.lastIndexOf("\u001B[?2004l")).toBeGreaterThan(raw.lastIndexOf("\u001B[?2004h"));
    // Lines that are too long are broken again.
    expect(raw.lastIndexOf("\u001B[?7h")).toBeGreaterThan(raw.lastIndexOf("\u001B[?7l"));
    expect(raw.lastIndexOf("\u001B[?25h")).toBeGreaterThanOrEqual(raw.lastIndexOf("\u001B[?25l"));
  });

  test("stopped by Ctrl-Z, it goes on with fg where it was", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("set -m; stet pick > out.txt; echo stopped; fg", { cwd });
    await terminal.shows(READY);
    terminal.type("lock-keep\u001A");
    await terminal.shows("stopped");
    await terminal.shows("Article to pick: lock-keep");
    await terminal.shows(READY);
    terminal.type(KEYS.enter);
    expect((await terminal.ended()).exit).toBe(0);
    expect(readFileSync(path.join(cwd, "out.txt"), "utf8")).toBe("lock-keepers-of-the-lisse-canal\n");
  });

  test.each([
    ["pick", "salt-ledger"],
    ["pick", `salt-ledger${KEYS.tab}\u0015bog-that${KEYS.tab}`],
    ["show", "salt-ledger"],
    ["set kicker=New", "salt-ledger"],
  ])("%s: what was removed while the picker stood there is not found (%j)", async (words, keys) => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal(`stet ${words} > out.txt`, { cwd });
    await terminal.shows(READY);
    terminal.type(keys);
    await terminal.shows(keys.includes(KEYS.tab) ? "2 marked" : "1 of 33");
    const file = "articles/2025/11/the-salt-ledger.yaml";
    rmSync(path.join(cwd, file));
    terminal.type(KEYS.enter);
    const { exit, text } = await terminal.ended();
    expect({ exit, out: readFileSync(path.join(cwd, "out.txt"), "utf8") }).toEqual({ exit: 3, out: "" });
    expect(text).toContain(`error: ${file} is not there any more`);
  });

  test("the window closed: stet ends by the hang-up, not by a crash", async () => {
    expect(await hangUpAt(READY, "pick", { cwd: sampleNewsroom() })).toBe(129);
  });

  test("NO_COLOR: no colour on the screen", async () => {
    const terminal = openTerminal("stet pick", { cwd: sampleNewsroom(), env: { NO_COLOR: "1" } });
    await terminal.shows(READY);
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).raw).not.toMatch(/\u001B\[[\d;]*m/);
  });

  test("stdout in a pipe: the picker on stderr has colour all the same", async () => {
    const { raw } = await picking([KEYS.esc]);
    expect(raw).toMatch(/\u001B\[36m/);
  });

  test("a wide terminal shows the article under the cursor, a narrow one stays within its columns", async () => {
    const wide = openTerminal("stet pick salt-ledger", { cwd: sampleNewsroom(), columns: 120 });
    await wide.shows("Three hours about a customs");
    wide.type(KEYS.esc);
    await wide.ended();
    const narrow = openTerminal("stet pick --ascii", { cwd: sampleNewsroom(), columns: 40, rows: 10 });
    await narrow.shows("33 of 33");
    narrow.type(KEYS.esc);
    const lines = (await narrow.ended()).text
      .replace("error: cancelled; nothing was changed", "")
      .split("\n");
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
  });

  test("ACCESSIBLE: numbered lines and a typed answer, nothing redrawn", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet pick > out.txt", { cwd, env: { ACCESSIBLE: "1" } });
    await terminal.shows("stet pick: numbers from 1 to 10 with commas between them, or words to look for:");
    terminal.type("1,99\n");
    await terminal.shows("1,99 is none of them.");
    await terminal.shows("words to look for:");
    terminal.type("salt-ledger\n");
    await terminal.shows("1 article:");
    await terminal.shows("1. The Salt Ledger");
    await terminal.shows("stet pick: 1 for it, or other words to look for:");
    terminal.type("1\n");
    const { exit, raw } = await terminal.ended();
    expect(exit).toBe(0);
    expect(raw).not.toContain("\u001B[");
    expect(readFileSync(path.join(cwd, "out.txt"), "utf8")).toBe("the-salt-ledger\n");
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("ACCESSIBLE: %s cancels", async (_, key) => {
    const terminal = openTerminal("stet pick", { cwd: sampleNewsroom(), env: { ACCESSIBLE: "1" } });
    await terminal.shows("words to look for:");
    terminal.type(key);
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(130);
    expect(text).toContain("\nerror: cancelled; nothing was changed");
  });

  test("edit and show without an article open the picker", async () => {
    const cwd = sampleNewsroom();
    const editing = openTerminal("stet edit", { cwd, env: { EDITOR: "true" } });
    await editing.shows("enter edit");
    editing.type(`salt-ledger${KEYS.enter}`);
    expect((await editing.ended()).text).toContain("No change.");
    const showing = openTerminal("stet show --no-pager", { cwd });
    await showing.shows("enter show");
    showing.type(`salt-ledger${KEYS.enter}`);
    expect((await showing.ended()).text).toContain("an opera that counts every grain");
  });
});

describe("stet pick where nobody can be asked", () => {
  test.each([
    ["stdin is no terminal", {}],
    ["in CI", { CI: "1" }],
  ])("%s: exit 2 and another way to go", (_, env) => {
    const { exit, stdout, stderr } = spawnStet(["pick"], { cwd: sampleNewsroom(), env });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain("stet list --slugs");
  });

  test.skipIf(!HAS_TERMINAL)("--no-input on a terminal: exit 2", async () => {
    const terminal = openTerminal("stet --no-input pick", { cwd: sampleNewsroom() });
    expect((await terminal.ended()).exit).toBe(2);
  });
});
