// P1 and P5 for stet itself: every command that changes articles, killed before each of its file operations and
// half-way through each of its writes. Each article is old or new; the next command works and leaves no litter.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PROGRAM } from "../support/run-stet.ts";
import { buildProcess } from "./build-process.ts";
import { cleanEnvironment } from "./clean-environment.ts";
import { killEverywhere, type Moment } from "./kill-everywhere.ts";
import { filesIn, writeFiles, type Files } from "./newsroom-folder.ts";

const preload = await buildProcess("preload.ts", "kill-commands");

const ARTICLE = "headline: Old\nstatus: draft\ntags: [a]\nbody: |\n  A line.\n";
const BEFORE: Files = {
  "stet.yaml": "stet: 1\ntimezone: Europe/Brussels\n",
  "articles/one.yaml": ARTICLE,
  "articles/two.yaml": ARTICLE,
  "articles/bystander.yaml": ARTICLE,
  "body.md": "A paragraph.\n",
};
const NOW = "2026-11-22T09:00:00+01:00";

/** An editor that writes a new headline; outside the newsroom, so that it is no litter. */
const EDITOR = `${preload}.editor`;
fs.writeFileSync(EDITOR, "#!/bin/sh\nsed -i 's/Old/New/' \"$1\"\n", { mode: 0o755 });

const ENVIRONMENT = { HOME: "/nonexistent", STET_NOW: NOW, EDITOR };

const stet = (folder: string, ...line: string[]): string =>
  execFileSync(process.execPath, [PROGRAM, "-C", folder, ...line], {
    env: cleanEnvironment(ENVIRONMENT),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Articles by name, whatever their id and time. */
function articlesIn(folder: string): Files {
  const articles = Object.entries(filesIn(folder)).filter(([name]) => name.startsWith("articles/"));
  return Object.fromEntries(
    articles.map(([name, text]) => [name, text.replace(/^(?:id|created): .*\n/gm, "")]),
  );
}

interface Trial {
  readonly line: readonly string[];
  readonly prepare?: (folder: string) => void;
  /** States of `articles/` a crash may leave besides the old and the new one. */
  readonly between?: (before: Files, after: Files) => readonly Files[];
}

/** What the command makes of the newsroom when nothing goes wrong. */
function wholeRun({ line, prepare }: Trial): { before: Files; after: Files } {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-whole-")));
  try {
    writeFiles(folder, BEFORE);
    prepare?.(folder);
    const before = articlesIn(folder);
    stet(folder, ...line);
    return { before, after: articlesIn(folder) };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function killing(trial: Trial): Promise<number> {
  const { before, after } = wholeRun(trial);
  expect(after).not.toEqual(before);
  const allowed = [before, after, ...(trial.between?.(before, after) ?? [])];
  const report = await killEverywhere({
    preload,
    setup: (folder) => {
      writeFiles(folder, BEFORE);
      trial.prepare?.(folder);
    },
    command: (folder) => [PROGRAM, "-C", folder, ...trial.line],
    env: ENVIRONMENT,
    check: (folder, moment) => {
      check(folder, moment, allowed, after);
      if (trial.prepare === undefined) checkUndo(folder, moment, before);
    },
  });
  return report.kill + report["kill-half"];
}

function check(folder: string, moment: Moment, allowed: readonly Files[], after: Files): void {
  const at = `${moment.mode} at ${moment.at}`;
  // The next command tidies up and sees what the files say.
  const listed = stet(folder, "list", "--paths", "-s", "path").trim().split("\n").toSorted();
  const now = articlesIn(folder);
  expect(listed, at).toEqual(Object.keys(now).toSorted());
  if (moment.finished) expect(now, at).toEqual(after);
  else expect(allowed, at).toContainEqual(now);
  const litter = Object.keys(filesIn(folder)).filter(
    (name) => !name.startsWith("articles/") && !KEPT.some((pattern) => pattern.test(name)),
  );
  expect(litter, at).toEqual([]);
}

/** Whatever the kill left changed, undo takes back, all of it. */
function checkUndo(folder: string, moment: Moment, before: Files): void {
  const hasStep = Object.keys(filesIn(folder)).some((name) => name.startsWith(".stet/undo/"));
  if (hasStep) stet(folder, "undo", "--yes");
  expect(articlesIn(folder), `undone after ${moment.mode} at ${moment.at}`).toEqual(before);
}

/** Not litter: stet's own small files, the drafts, the trash and whole steps of undo. */
const KEPT = [
  /^(?:stet\.yaml|body\.md)$/,
  /^\.stet\/(?:\.gitignore|lock\.db|recent\.json)$/,
  /^\.stet\/(?:drafts|trash)\//,
  /^\.stet\/undo\/\d+\.step$/,
  /^\.stet\/index\/(?:\d+\.db|lock\.db)$/,
];

const trials: readonly (readonly [string, Trial])[] = [
  ["new", { line: ["new", "Headline", "--slug", "fresh", "--body", "body.md"] }],
  ["set", { line: ["set", "kicker=New", "one"] }],
  [
    "set in two articles",
    {
      line: ["set", "kicker=New", "one", "two", "--yes"],
      // Each article is whole by itself; the same command run again does the rest.
      between: (before, after) => [{ ...before, "articles/one.yaml": after["articles/one.yaml"] ?? "" }],
    },
  ],
  ["edit", { line: ["edit", "one"] }],
  [
    "rename",
    {
      line: ["rename", "one", "three"],
      // Slug and former slug are written at once; the file's name follows.
      between: (_before, after) => {
        const { "articles/three.yaml": renamed = "", ...rest } = after;
        return [{ ...rest, "articles/one.yaml": renamed }];
      },
    },
  ],
  ["rm", { line: ["rm", "one"] }],
  ["restore", { line: ["restore", "one"], prepare: (folder) => void stet(folder, "rm", "one") }],
  [
    "undo of a set in two articles",
    {
      line: ["undo", "--yes"],
      prepare: (folder) => void stet(folder, "set", "kicker=New", "one", "two", "--yes"),
      // The last change is taken back first.
      between: (before, after) => [{ ...before, "articles/two.yaml": after["articles/two.yaml"] ?? "" }],
    },
  ],
  [
    "undo of a rename",
    {
      line: ["undo"],
      prepare: (folder) => void stet(folder, "rename", "one", "three"),
      between: (before, after) => {
        const { "articles/three.yaml": renamed = "", ...rest } = before;
        return [{ ...rest, "articles/one.yaml": renamed }, after];
      },
    },
  ],
];

describe("killed anywhere", () => {
  test.each(trials)("%s", { timeout: 120_000 }, async (_, trial) => {
    expect(await killing(trial)).toBeGreaterThan(5);
  });
});
