// `stet schedule`, `embargo`, `correct` and `rename` by a person who gave them less than they need: the article is
// picked, the other thing asked for; and what is said where nobody can be asked.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { HAS_TERMINAL, KEYS, openTerminal, pasted } from "../support/terminal.ts";

const SALT = "articles/2025/11/the-salt-ledger.yaml";
const CHESS = "chess-on-the-night-shift";
const PICKER = "esc cancel";
const textOf = (cwd: string, file: string): string => readFileSync(path.join(cwd, file), "utf8");
const chessIn = (cwd: string): string => textOf(cwd, `articles/2026/11/${CHESS}.yaml`);

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test("schedule: the article is picked, the time asked for, each kind of mistake told in place", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet schedule", { cwd, columns: 100 });
    await terminal.shows(PICKER);
    terminal.type(`chess-on${KEYS.enter}`);
    await terminal.shows(`✓ ${CHESS}`);
    await terminal.shows("When does it go live?");
    terminal.type(`soon${KEYS.enter}`);
    await terminal.shows('cannot read the time "soon" → "tomorrow 6:00"');
    terminal.type(`\u0015${KEYS.enter}`);
    await terminal.shows('a time is needed → "tomorrow 6:00"');
    terminal.type(`\u00159${KEYS.enter}`);
    await terminal.shows('cannot read the time "9" → "9:00" or "9pm" or "tomorrow 9:00"');
    terminal.type(`\u00158:00${KEYS.enter}`);
    await terminal.shows("has passed, 1 h ago");
    terminal.type(`\u00152027-03-28 02:30${KEYS.enter}`);
    await terminal.shows("does not exist in Europe/Brussels");
    terminal.type("\u0015fri 09:00");
    await terminal.shows("Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 5 d");
    terminal.type(KEYS.enter);
    await terminal.shows(`${CHESS}: ready → scheduled`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(chessIn(cwd)).toContain("published: 2026-11-27T09:00:00+01:00\n");
  });

  test("restore: of what is in the trash, also what no longer reads as an article, one is picked", async () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, "articles/2026/11/broken.yaml"), "headline: [");
    await runStet(["rm", "the-salt-ledger", CHESS, "articles/2026/11/broken.yaml", "--yes"], { cwd });
    const terminal = openTerminal("stet restore", { cwd });
    await terminal.shows("Article to restore:");
    await terminal.shows("✗ invalid");
    await terminal.shows("3 of 3");
    terminal.type("salt");
    await terminal.shows("1 of 3");
    terminal.type(KEYS.enter);
    await terminal.shows(`Restored ${SALT}`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(existsSync(path.join(cwd, SALT))).toBe(true);
  });

  test("restore: an empty trash is said", async () => {
    const terminal = openTerminal("stet restore", { cwd: sampleNewsroom() });
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(3);
    expect(text).toContain("the trash is empty");
  });

  test("schedule ARTICLE: only the time is asked for; Esc leaves all as it was", async () => {
    const cwd = sampleNewsroom();
    const before = chessIn(cwd);
    const terminal = openTerminal(`stet schedule ${CHESS}`, { cwd });
    await terminal.shows("When does it go live?");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
    expect(chessIn(cwd)).toBe(before);
  });

  test("schedule WHEN: words that name no article and are a time leave the article to be picked", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet schedule fri 09:00", { cwd });
    await terminal.shows(PICKER);
    terminal.type(`chess-on${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(chessIn(cwd)).toContain("published: 2026-11-27T09:00:00+01:00\n");
  });

  test("schedule of what is live says so before it asks for a time", async () => {
    const terminal = openTerminal("stet schedule the-salt-ledger", { cwd: sampleNewsroom() });
    const { exit, text } = await terminal.ended();
    expect({ exit, isAsked: text.includes("When") }).toEqual({ exit: 5, isAsked: false });
    expect(text).toContain("it first went live");
  });

  test("embargo: a time, open or none is asked for", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet embargo", { cwd });
    await terminal.shows(PICKER);
    terminal.type(`chess-on${KEYS.enter}`);
    await terminal.shows("Hold it back until when?");
    terminal.type("open");
    await terminal.shows("until somebody lifts it");
    terminal.type(KEYS.enter);
    expect((await terminal.ended()).exit).toBe(0);
    expect(chessIn(cwd)).toContain("embargo: open\n");
  });

  test("correct: only what readers have had is asked about", async () => {
    const cwd = sampleNewsroom();
    const draft = await openTerminal(`stet correct ${CHESS}`, { cwd }).ended();
    expect({ exit: draft.exit, isAsked: draft.text.includes("What was wrong") }).toEqual({
      exit: 5,
      isAsked: false,
    });
    const terminal = openTerminal("stet correct", { cwd });
    await terminal.shows(PICKER);
    terminal.type(`the-salt-l${KEYS.enter}`);
    await terminal.shows("What was wrong?");
    terminal.type(KEYS.enter);
    await terminal.shows("a correction says what was wrong");
    terminal.type(`The year was wrong.${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(textOf(cwd, SALT)).toContain("The year was wrong.");
  });

  test("correct: a paste of several lines is one text, and goes only with Enter", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet correct the-salt-ledger", { cwd });
    await terminal.shows("What was wrong?");
    terminal.type(pasted("First line.\nSecond line.\n"));
    await terminal.shows("First line. Second line.");
    terminal.type(`Third.${KEYS.enter}`);
    const { exit, raw } = await terminal.ended();
    expect(exit).toBe(0);
    expect(textOf(cwd, SALT)).toContain("First line. Second line. Third.");
    expect(raw.match(/\u001B\[\?2004[hl]/g)).toEqual(["\u001B[?2004h", "\u001B[?2004l"]);
  });

  test("rename: the slug is there to be changed, and one that is taken is told before anything is written", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet rename", { cwd });
    await terminal.shows(PICKER);
    terminal.type(`chess-on${KEYS.enter}`);
    await terminal.shows(`New slug: ${CHESS}`);
    terminal.type(KEYS.enter);
    await terminal.shows("it has this slug now");
    terminal.type(`\u0015the-salt-ledger${KEYS.enter}`);
    await terminal.shows("the slug the-salt-ledger is taken");
    terminal.type(`\u0015chess-by-night${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(textOf(cwd, "articles/2026/11/chess-by-night.yaml")).toContain("slug: chess-by-night\n");
  });
});

describe.skipIf(!HAS_TERMINAL)("ACCESSIBLE, on a terminal", () => {
  const env = { ACCESSIBLE: "1" };

  test("rename: the slug it has is told, and is no answer", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal(`stet rename ${CHESS}`, { cwd, env });
    await terminal.shows(`New slug: (now ${CHESS})`);
    terminal.type("\n");
    await terminal.shows("New slug:");
    terminal.type("chess-by-night\n");
    expect((await terminal.ended()).exit).toBe(0);
    expect(textOf(cwd, "articles/2026/11/chess-by-night.yaml")).toContain("slug: chess-by-night\n");
  });

  test("schedule: what the time means is asked about before anything is written", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal(`stet schedule ${CHESS}`, { cwd, env });
    await terminal.shows("When does it go live?");
    terminal.type("fri 9\n");
    await terminal.shows("Fri 27 Nov 2026 09:00 CET (08:00 UTC), in 5 d. Is that right? Type yes or no");
    terminal.type("no\n");
    await terminal.shows("When does it go live?");
    terminal.type("fri 10\n");
    await terminal.shows("10:00 CET");
    await terminal.shows("Enter:");
    terminal.type("yes\n");
    expect((await terminal.ended()).exit).toBe(0);
    expect(chessIn(cwd)).toContain("published: 2026-11-27T10:00:00+01:00\n");
  });
});

describe("where nobody can be asked", () => {
  test.each([
    [["schedule"], "schedule needs an article", 'ARTICLE "tomorrow 6:00"'],
    [["schedule", CHESS], "schedule needs a time", `${CHESS} "tomorrow 6:00"`],
    [["schedule", "17:00"], "schedule needs an article before the time", "ARTICLE 17:00"],
    [["schedule", "fri", "09:00"], "schedule needs an article before the time", "ARTICLE fri 09:00"],
    [["embargo"], "embargo needs an article", 'ARTICLE "tomorrow 6:00"'],
    [["embargo", "-Q", "is:draft"], "embargo needs a time, open or none", '-Q QUERY "tomorrow 6:00"'],
    [["embargo", CHESS], "embargo needs a time, open or none", `${CHESS} "tomorrow 6:00"`],
    [["correct"], "correct needs an article", 'ARTICLE "An earlier version gave the wrong year."'],
    [["correct", "a"], "correct needs a text", 'a "An earlier version gave the wrong year."'],
    [["correct", "The year."], "correct needs an article before the text", 'ARTICLE "The year."'],
    [["restore"], "restore needs an article of the trash", "--list"],
    [["rename"], "rename needs an article", "ARTICLE new-slug"],
    [["rename", CHESS], "rename needs the new slug", `${CHESS} new-slug`],
    [["rename", "a b"], "rename needs the new slug", '"a b" new-slug'],
  ])("%j: exit 2", async (line, message, hint) => {
    const { exit, stdout, stderr } = await runStet(line, { cwd: sampleNewsroom() });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toBe(`error: ${message}\n→ stet ${line[0]} ${hint}\n`);
  });

  test("the first of several words is an article, whatever else it may mean", async () => {
    const { exit, stderr } = await runStet(["schedule", "tomorow", "6:00"], { cwd: sampleNewsroom() });
    expect({ exit, stderr }).toMatchObject({ exit: 3, stderr: expect.stringContaining("tomorow") });
  });
});
