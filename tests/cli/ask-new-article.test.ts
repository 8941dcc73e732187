// `stet new` without a headline, by a person at a terminal.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet, spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { CANCELLING, HAS_TERMINAL, KEYS, openTerminal, pasted } from "../support/terminal.ts";

const folder = (cwd: string): string => path.join(cwd, "articles/2026/11");

describe.skipIf(!HAS_TERMINAL)("stet new without a headline", () => {
  test("asks for headline, section, author, kind and editor, and writes what was answered", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet new", { cwd });
    await terminal.shows("Headline:");
    terminal.type("Tide tables: a life");
    await terminal.shows("slug: tide-tables-a-life");
    terminal.type(KEYS.enter);
    await terminal.shows("Section:");
    terminal.type(KEYS.enter);
    await terminal.shows("Author:");
    terminal.type(`${KEYS.down}${KEYS.enter}`);
    await terminal.shows("Kind:");
    terminal.type(`${KEYS.down}${KEYS.enter}`);
    await terminal.shows("Open it in the editor?");
    terminal.type("n\r");
    const { exit, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(text).toContain("Created articles/2026/11/tide-tables-a-life.yaml (draft)");
    const lines = readFileSync(path.join(folder(cwd), "tide-tables-a-life.yaml"), "utf8").split("\n");
    expect(lines.slice(1, 5)).toEqual([
      'headline: "Tide tables: a life"',
      "section: world",
      "authors: [tomasz]",
      "kind: analysis",
    ]);
  });

  test("letters that arrive together go where the cursor stands, and a page is no line", async () => {
    const cwd = sampleNewsroom();
    const words = "stet new --section world --author ilse --kind news --body stet.yaml";
    const terminal = openTerminal(words, { cwd });
    await terminal.shows("Headline:");
    terminal.type(`Tide life${KEYS.left.repeat(4)}`);
    await terminal.shows("slug: tide-life");
    // The keys behind them come in one piece with them, and leave the cursor where it is.
    terminal.type(`tables: a ${KEYS.right}${KEYS.left}`);
    await terminal.shows("slug: tide-tables-a-life");
    terminal.type(pasted("in two\nlines, "));
    await terminal.shows("slug: tide-tables-a-in-two-lines-life");
    // Drawn letter by letter this would take a quarter of an hour.
    terminal.type(pasted("page\n".repeat(20_000)));
    await terminal.shows("page page");
    terminal.type(`\u0015\u000BTide tables: a life${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    expect(existsSync(path.join(folder(cwd), "tide-tables-a-life.yaml"))).toBe(true);
  });

  test("ACCESSIBLE: a paste of several lines is one text, and goes only with Enter", async () => {
    const cwd = sampleNewsroom();
    const words = "stet new --section world --author ilse --kind news --body stet.yaml";
    const terminal = openTerminal(words, { cwd, env: { ACCESSIBLE: "1" } });
    await terminal.shows("Headline:");
    terminal.type("Tide tables:\n a life");
    await terminal.shows("Pasted: Tide tables:  a life");
    await terminal.shows("something else:");
    terminal.type("\n");
    expect((await terminal.ended()).exit).toBe(0);
    expect(readFileSync(path.join(folder(cwd), "tide-tables-a-life.yaml"), "utf8")).toContain("Tide tables:");
  });

  test("a slug that is taken is another before anything is written", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet new --section world --author ilse --kind news --body stet.yaml", {
      cwd,
    });
    await terminal.shows("Headline:");
    terminal.type(`The Salt Ledger${KEYS.enter}`);
    await terminal.shows("the-salt-ledger-2");
    await terminal.shows("the slug the-salt-ledger is taken by articles/2025/11/the-salt-ledger.yaml");
    terminal.type(KEYS.enter);
    expect((await terminal.ended()).exit).toBe(0);
    expect(existsSync(path.join(folder(cwd), "the-salt-ledger-2.yaml"))).toBe(true);
  });

  test.each([
    ["", "authors: [Jane Doe]"],
    ["Ann Roe", "authors: [Ann Roe]"],
    ["none", "kind: news"],
  ])("the person configured is suggested as author, and %j replaces them", async (typed, line) => {
    const cwd = temporaryFolder();
    await runStet(["init", ".", "--name", "Delta"], { cwd });
    const asked = "stet new --section world --kind news --body stet.yaml";
    const terminal = openTerminal(asked, { cwd, env: { STET_AUTHOR: "Jane Doe" } });
    await terminal.shows("Headline:");
    terminal.type(`Ferries${KEYS.enter}`);
    await terminal.shows("Author's name: (Jane Doe)");
    terminal.type(`${typed}${KEYS.enter}`);
    expect((await terminal.ended()).exit).toBe(0);
    const lines = readFileSync(path.join(folder(cwd), "ferries.yaml"), "utf8").split("\n");
    expect(lines[3]).toBe(line);
  });

  test("an empty headline is asked for again", async () => {
    const terminal = openTerminal("stet new", { cwd: sampleNewsroom() });
    await terminal.shows("Headline:");
    terminal.type(KEYS.enter);
    await terminal.shows("an article needs a headline");
    terminal.type(KEYS.esc);
    expect((await terminal.ended()).exit).toBe(130);
  });

  test.each(CANCELLING)("%s at a later question writes nothing", async (_, key) => {
    const cwd = sampleNewsroom();
    const before = readdirSync(folder(cwd));
    const terminal = openTerminal("stet new", { cwd });
    await terminal.shows("Headline:");
    terminal.type(`Tide tables${KEYS.enter}`);
    await terminal.shows("Section:");
    terminal.type(key);
    const { exit, raw } = await terminal.ended();
    expect({ exit, after: readdirSync(folder(cwd)) }).toEqual({ exit: 130, after: before });
    expect(raw.lastIndexOf("\u001B[?25h")).toBeGreaterThan(raw.lastIndexOf("\u001B[?25l"));
  });

  test("ACCESSIBLE: the same on plain lines", async () => {
    const cwd = sampleNewsroom();
    const terminal = openTerminal("stet new --author ilse --kind news", { cwd, env: { ACCESSIBLE: "1" } });
    await terminal.shows("Headline: (slug: made of the headline)");
    terminal.type("Tide tables\n");
    await terminal.shows("\nslug: tide-tables");
    await terminal.shows("Type a number from 1 to 19, or Enter for World:");
    terminal.type("20\n");
    await terminal.shows("20 is none of them.");
    await terminal.shows("Type a number from 1 to 19, or Enter for World:");
    terminal.type("2\n");
    await terminal.shows("Open it in the editor?");
    await terminal.shows("Type a number from 1 to 2, or Enter for Yes:");
    terminal.type("2\n");
    const { exit, raw, text } = await terminal.ended();
    expect(exit).toBe(0);
    expect(raw).not.toContain("\u001B[2K");
    expect(text).toContain("\nok Created ");
    expect(existsSync(path.join(folder(cwd), "tide-tables.yaml"))).toBe(true);
  });
});

test("stet new without a headline where nobody can be asked: exit 2 and the words to use", () => {
  const { exit, stderr } = spawnStet(["new"], { cwd: sampleNewsroom() });
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining('stet new "') });
});
