// What stet finds out of a newsroom and of an article, on narrow terminals and without symbols: aligned, no word torn.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { hangText } from "../../src/cli/print/hang-text.ts";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const newsroom = sampleToRead();

const PLAIN = "--no-color";

test.each([40])("why and doctor in %i columns: further rows hang below the first", async (terminal) => {
  const cwd = newsroom();
  const why = await runStet(["why", "the-salt-ledger", PLAIN], { cwd, terminal });
  const held = await runStet(["why", "rust-breathing-microbe", PLAIN], { cwd, terminal });
  const then = await runStet(["why", "rust-breathing-microbe", "--at", "2027-01-01", PLAIN], {
    cwd,
    terminal,
  });
  const doctor = await runStet(["doctor", PLAIN], { cwd, terminal });
  for (const row of [why, held, then, doctor].flatMap(({ stdout }) => stdout.split("\n"))) {
    const isOneWord = /[/][^ ]+$/.test(row);
    if (!isOneWord) expect(displayWidth(row), row).toBeLessThanOrEqual(terminal);
  }
  expect(why.stdout).toContain(`\n${" ".repeat(13)}`);
});

test("without symbols the names stand below each other", async () => {
  const cwd = newsroom();
  const flags = { cwd, terminal: 80 };
  const why = await runStet(["why", "the-bog-that-pays-rent", "--ascii", PLAIN], flags);
  const doctor = await runStet(["doctor", "--ascii", PLAIN], flags);
  const columnsOf = (text: string): Set<number | undefined> =>
    new Set([...text.matchAll(/^(?:ok|x|!) +(?=[a-z.])/gm)].map(([front]) => front.length));
  expect(columnsOf(why.stdout)).toEqual(new Set([3]));
  expect(columnsOf(doctor.stdout)).toEqual(new Set([3]));
  const due = await runStet(["due", "--ascii", PLAIN], flags);
  expect(due.stderr).not.toMatch(/[\u0080-\uFFFF]/);
});

test("a word that stands alone is never cut", () => {
  expect(hangText("/a/path/that/is/longer/than/the/terminal", 13, 40)).toBe(
    "/a/path/that/is/longer/than/the/terminal",
  );
  expect(hangText("one two three four five six seven", 4, 20)).toBe(
    "one two three\n    four five six\n    seven",
  );
  expect(hangText("one two three four five six seven", 4, undefined)).toBe(
    "one two three four five six seven",
  );
});

test("doctor tells what it passes over of the configuration; its JSON has an object per line", async () => {
  const cwd = sampleNewsroom();
  const home = path.join(cwd, ".home");
  mkdirSync(path.join(home, ".config/stet"), { recursive: true });
  writeFileSync(path.join(home, ".config/stet/config.yaml"), "colour: never\n");
  const { stdout } = await runStet(["doctor", "--json=check,status,message"], { cwd });
  expect(stdout.split("\n").find((line) => line.includes('"config"'))).toMatch(
    /^\{"check":"config","status":"note","message":".*config.yaml line 1: .*Did you mean .*color.*"\},$/,
  );
  expect((await runStet(["due", "60d", "--json=slug"], { cwd })).stdout).toMatch(
    /^\[\n\{"slug":"[a-z-]+"\},?\n/,
  );
});

describe("today and due", () => {
  const env = { STET_NOW: "2026-12-05T05:00:00+01:00", STET_AUTHOR: "Ann" };

  function desk(): string {
    const root = temporaryFolder();
    mkdirSync(path.join(root, "articles"));
    const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
    write("stet.yaml", "stet: 1\nname: The Courier\n");
    write("articles/灯台.yaml", "headline: 灯台の続き\nstatus: review\npublished: 2026-12-05T10:00:00Z\n");
    write("articles/a-slug-that-is-longer-than-most.yaml", "headline: Long\nauthors: [Ann]\nstatus: draft\n");
    write("articles/short.yaml", "headline: Short\nstatus: published\npublished: 2026-12-05T09:00:00Z\n");
    write("articles/bad.yaml", 'headline: "Bad\n');
    return root;
  }

  test("facts stand below each other, whatever letters a slug has", async () => {
    const { stdout } = await runStet(["today", PLAIN], { cwd: desk(), env, terminal: 80 });
    const starts = stdout
      .split("\n")
      .filter((row) => /live 09|due 10|Long/.test(row))
      .map((row) => displayWidth(row.slice(0, row.search(/scheduled|review|Long|line 1/))));
    expect(starts).toHaveLength(3);
    expect(starts[0]).toBe(starts[1]);
    const due = await runStet(["due", PLAIN], { cwd: desk(), env, terminal: 80 });
    expect(due.stdout).toContain("due           灯台   灯台の続き\n");
  });

  test("in a pipe nothing is cut, and every article is named", async () => {
    const cwd = desk();
    const headline =
      "A headline that goes on for longer than any row of eighty columns has room for, and then on";
    for (let at = 0; at < 7; at++)
      writeFileSync(
        path.join(cwd, `articles/mine-${at}.yaml`),
        `headline: ${headline} ${at}\nauthors: [Ann]\nstatus: draft\n`,
      );
    const piped = (await runStet(["today"], { cwd, env })).stdout;
    expect(piped).not.toMatch(/…|and \d+ more/);
    expect(piped).toMatch(/^Sat 5 Dec · The Courier · Ann {2}11 articles\n/);
    for (let at = 0; at < 7; at++) expect(piped).toMatch(new RegExp(`mine-${at} .*${headline} ${at}\n`));
    const shown = (await runStet(["today", PLAIN], { cwd, env, terminal: 80 })).stdout;
    expect(shown).toContain("and 3 more\n");
    for (const row of shown.split("\n")) expect(displayWidth(row)).toBeLessThanOrEqual(80);
  });

  test("in 40 columns no slug and no time is cut away", async () => {
    const { stdout } = await runStet(["today", PLAIN], { cwd: desk(), env, terminal: 40 });
    expect(stdout).toBe(`Sat 5 Dec · The Courier · A…  4 articles
due today 2
  ◷ short
    scheduled  live 09:00
  ◐ 灯台
    review     due 10:00
my drafts 1
  ○ a-slug-that-is-longer-than-most
    Long
needs fixing 1
  ✗ bad
    line 1: this quote is never closed
→ stet edit bad    → stet why 灯台
`);
    const due = await runStet(["due", PLAIN], { cwd: desk(), env, terminal: 30 });
    expect(due.stdout).toMatch(/^Sat 5 Dec {2}09:00 {2}◷ goes live\n {2}short\n/);
  });
});
