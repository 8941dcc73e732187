// The rubric of the command line, 54 to 60: what stands on the screen, and what an error says.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { HAS_TERMINAL, openTerminal } from "../support/terminal.ts";
import { newsroomToRead } from "./newsroom-to-read.ts";

const { cwd, stet, onTerminal } = newsroomToRead();

/** A newsroom of articles by file name. */
function newsroomOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\nname: Delta\nurl: https://delta.example/\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, "articles", name), text);
  return folder;
}

function plain(screen: string): string {
  return screen.replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\))/g, "");
}

/** Columns of the graphemes that stand in the newsroom below, counted without stet: the rest is ASCII and box-like signs. */
function columnsOf(line: string): number {
  const graphemes = [...new Intl.Segmenter("en").segment(line)].map(({ segment }) => segment);
  const isWide = /^(?:[\u3000-\u9FFF\uFF00-\uFF60]|\p{Regional_Indicator}{2}|\p{Emoji_Presentation})/u;
  return graphemes.reduce((sum, grapheme) => sum + (isWide.test(grapheme) ? 2 : 1), 0);
}

test.each([40, 80, 200])("54 table fits 40/80/200 columns with CJK/emoji: %i", async (columns) => {
  const folder = newsroomOf({
    "wide.yaml": `headline: ${"灯台守がいた島の長い長い物語".repeat(9)}\nstatus: ready\n`,
    "flags.yaml": `headline: ${"🇪🇺 👩‍👩‍👧‍👦 é ".repeat(25)}\nstatus: draft\n`,
    "marks.yaml": `headline: ${"Te\u0301le\u0301vision a\u0300 Paris ".repeat(12)}\nstatus: draft\n`,
  });
  const { stdout } = await runStet(["list"], { cwd: folder, terminal: columns });
  const lines = plain(stdout).split("\n").slice(0, -1);
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
  // The room is used, too: a headline that is cut fills its column.
  const widest = Math.max(...lines.map(columnsOf));
  expect(widest).toBeGreaterThan(columns * 0.75);
  expect(stdout).toContain("灯台");
  expect(stdout).not.toContain("\uFFFD");
});

test("55 OSC 8 links automatic, off in pipes", async () => {
  const link = "\u001B]8;;";
  expect((await onTerminal(100, "show", "the-salt-ledger")).stdout).toContain(link);
  expect((await stet("show", "the-salt-ledger")).stdout).not.toContain("\u001B");
  const env = { NO_COLOR: "1" };
  const uncoloured = await runStet(["show", "the-salt-ledger"], { cwd, terminal: 100, env });
  expect(uncoloured.stdout).not.toContain(link);
});

describe.skipIf(!HAS_TERMINAL)("on a terminal", () => {
  test("56 pager only on TTY and overflow; env override", async () => {
    const pager = path.join(temporaryFolder(), "pager");
    writeFileSync(pager, "#!/bin/sh\necho PAGED; cat > /dev/null\n", { mode: 0o755 });
    const paged = async (line: string, rows: number, env = {}) => {
      const terminal = openTerminal(line, { cwd, rows, env: { PAGER: pager, ...env } });
      return (await terminal.ended()).text.includes("PAGED");
    };
    expect(await paged("stet show the-salt-ledger", 10)).toBe(true);
    expect(await paged("stet help exit-codes", 60)).toBe(false);
    expect(await paged("stet show the-salt-ledger | cat", 10)).toBe(false);
    expect(await paged("stet show the-salt-ledger", 10, { STET_PAGER: "cat" })).toBe(false);
  });
});

test("57 control characters in content neutralised", async () => {
  // Each text of an article that is shown somewhere.
  const evil = String.raw`\e[31malert\a \e]0;owned\a \u202Etxt.exe \u009B2J`;
  const folder = newsroomOf({
    "hostile.yaml": `headline: "Red ${evil}"
kicker: "${evil}"
summary: "${evil}"
dateline: "${evil}"
authors: ["${evil}"]
tags: ["${evil}"]
notes: "${evil}"
image: {src: a.jpg, alt: "${evil}", caption: "${evil}", credit: "${evil}"}
corrections:
  - {at: 2026-11-20T10:00:00Z, text: "${evil}"}
status: published
published: 2026-11-20T09:00:00Z
expires: 2026-11-22T20:00:00Z
body: |
  Up \u009B2J and down.
`,
  });
  const evilWord = "\u001B]0;owned\u0007\u202E";
  for (const line of [
    ["list"],
    ["list", "-F", "headline,summary,authors,tags,corrections,text"],
    ["show", "hostile"],
    ["search", "red"],
    ["today"],
    ["due", "--json"],
    ["due"],
    ["calendar"],
    ["tags"],
    ["stats", "--by", "author"],
    ["stats", "--by", "tag"],
    ["why", "hostile"],
    ["check"],
    ["check", "--json"],
    ["list", "--format", "{headline} {tags} {summary}"],
    ["list", "--json=all"],
    ["export", "hostile", "--to", "json"],
    ["render", "hostile", "--to", "text"],
    ["set", `${evilWord}=x`, "hostile"],
    ["show", evilWord],
    ["list", `headline:${evilWord}`, "--explain"],
    ["list", `is:${evilWord}`],
    [evilWord],
  ]) {
    // A template in a pipe hands on what the article says.
    for (const terminal of line.includes("--format") ? [80] : [80, undefined]) {
      const { stdout, stderr } = await runStet(line, {
        cwd: folder,
        env: { NO_COLOR: "1" },
        ...(terminal === undefined ? {} : { terminal }),
      });
      expect({ line, terminal, said: stdout + stderr !== "" }).toEqual({ line, terminal, said: true });
      expect({ line, terminal, obeyed: /[\u0007\u001B\u009B\u202E]/.test(stdout + stderr) }).toEqual({
        line,
        terminal,
        obeyed: false,
      });
    }
  }
});

test("58 parse error: file, line, caret, corrected line", async () => {
  const folder = newsroomOf({ "brexit.yaml": "id: x\nheadline: Brexit: what now?\n" });
  const { stderr, stdout } = await runStet(["check", "brexit"], { cwd: folder });
  expect(stdout + stderr).toContain(`articles/brexit.yaml: the headline needs quotes
  2 | headline: Brexit: what now?
    |                 ^ a second ": " is not allowed without quotes
help: 2 | headline: "Brexit: what now?"
`);
});

test("59 error names the next command", async () => {
  const lines = [
    ["lst"],
    ["list", "--nope"],
    ["show", "nope"],
    ["list", "secton:x"],
    ["rm", "-Q", "is:live"],
    ["schedule", "the-salt-ledger", "soon"],
    ["edit", "the-salt-ledger"],
    ["render", "the-salt-ledger", "--to", "pdf"],
  ];
  for (const line of lines) {
    const { stderr, exit } = await stet(...line);
    expect({ line, exit }).toEqual({ line, exit: expect.toSatisfy((code) => code > 0) });
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^→ \S/);
  }
  expect((await runStet(["list"], { cwd: temporaryFolder() })).stderr).toContain("→ stet init");
});

test("60 store found from a subfolder; config origin; doctor", async () => {
  const folder = sampleNewsroom();
  const below = path.join(folder, "articles/2025/11");
  expect((await runStet(["list", "--count"], { cwd: below })).stdout).toBe("33\n");
  const env = { HOME: folder };
  await runStet(["config", "set", "author", "Ilse"], { cwd: below, env });
  const { stdout } = await runStet(["config", "list", "--origin"], { cwd: below, env });
  expect(stdout.split("\n")[0]).toBe(`author=Ilse  (${path.join(folder, ".config/stet/config.yaml")})`);
  const doctor = await runStet(["doctor"], { cwd: below, env, terminal: 200 });
  expect(doctor.stdout + doctor.stderr).toContain(folder);
  expect([0, 1]).toContain(doctor.exit);
});

test("the rubric is whole: sixty checks and eleven hazards, each once", () => {
  const numbersIn = (name: string, pattern: RegExp): number[] => {
    const source = readFileSync(path.join(import.meta.dirname, `${name}.test.ts`), "utf8");
    return [...source.matchAll(pattern)].map(([, number]) => Number(number));
  };
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
  const files = ["help", "finding", "output", "scripts", "prompts", "screen"];
  const checks = files.flatMap((name) => numbersIn(name, /^ *test\b.*?"(\d+) /gm));
  expect(checks.toSorted((a, b) => a - b)).toEqual(upTo(60));
  const hazards = numbersIn("hazards", /^ *test\("H(\d+) /gm);
  expect(hazards.toSorted((a, b) => a - b)).toEqual(upTo(11));
});
