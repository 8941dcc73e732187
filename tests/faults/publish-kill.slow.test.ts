// P1, P4 and P5 for publish: whatever moment it is killed at, each page is its old or its new version, no listing
// links to what is not there, no page that stays was away, and the next run finishes the job and leaves no litter.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { foldersAbove } from "../../src/publish/claims.ts";
import { buildProcess } from "./build-process.ts";
import { expectAt, expectOneOf } from "./expect-at.ts";
import { killEverywhere, type Moment } from "./kill-everywhere.ts";
import { filesIn, writeFiles, type Files } from "./newsroom-folder.ts";
import { publishPlan, type RankedPlan } from "./publish-driver.ts";

const driver = await buildProcess("publish-driver.ts", "publish-kill");
const preload = await buildProcess("preload.ts", "publish-kill");

// A listing's text is the list of what it links to.
const OLD: RankedPlan = {
  "style.css": [0, "old style"],
  "a.html": [1, "old a"],
  "old/b.html": [1, "old b"],
  c: [1, "a file where a folder will be"],
  "index.html": [2, "a.html old/b.html"],
  "feed.xml": [3, "a.html old/b.html"],
};
const NEW: RankedPlan = {
  "style.css": [0, "new style, and longer"],
  "a.html": [1, "new a, and longer"],
  "new/deep/d.html": [1, "new d"],
  "c/e.html": [1, "new e"],
  "index.html": [2, "a.html new/deep/d.html"],
  "feed.xml": [3, "a.html new/deep/d.html c/e.html"],
};

function textsOf(plan: RankedPlan): Files {
  return Object.fromEntries(Object.entries(plan).map(([file, [, text]]) => [file, text]));
}

function publicFiles(root: string): Files {
  const folder = path.join(root, "public");
  return fs.existsSync(folder) ? filesIn(fs.realpathSync(folder)) : {};
}

/** What a reader meets who comes at this instant. */
function checkReaders(root: string, moment: Moment, before: RankedPlan): void {
  const seen = publicFiles(root);
  for (const file of new Set([...Object.keys(seen), ...Object.keys(before)])) {
    const texts = [before[file]?.[1], NEW[file]?.[1]];
    expectOneOf({ moment, file }, seen[file], texts);
  }
  for (const listing of ["index.html", "feed.xml"]) {
    for (const link of seen[listing]?.split(" ") ?? [])
      expectAt({ moment, listing, link }, link in seen, true);
  }
}

interface Next {
  readonly releases: number;
  readonly moment: Moment;
  readonly before: RankedPlan;
}

function foldersIn(root: string): readonly string[] {
  const folder = path.join(root, "public");
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries.filter((name) => fs.statSync(path.join(folder, name)).isDirectory()).toSorted();
}

function foldersOf(plan: RankedPlan): readonly string[] {
  return [...new Set(Object.keys(plan).flatMap((file) => [...foldersAbove(file)]))].toSorted();
}

/** Half of the time the next run is asked for the old edition again: what the killed one wrote must not be lost. */
async function checkNextRun(root: string, { releases, moment, before }: Next): Promise<void> {
  if (moment.at % 2 === 0) {
    const back = await publishPlan(root, releases, before);
    expectAt(moment, back.refused, []);
    expectAt(moment, publicFiles(root), textsOf(before));
    expectAt(moment, foldersIn(root), foldersOf(before));
  }
  const next = await publishPlan(root, releases, NEW);
  expectAt(moment, next.refused, []);
  expectAt(moment, publicFiles(root), textsOf(NEW));
  const rest = Object.keys(filesIn(root)).filter((file) => !/^public|manifest\.db$|^stet\.yaml$/.test(file));
  expectAt(moment, rest, []);
  const editions = releases === 0 ? [] : fs.readdirSync(path.join(root, "public.releases"));
  expectAt(
    moment,
    editions.filter((name) => !/^[1-9]\d*$/.test(name)),
    [],
  );
  const again = await publishPlan(root, releases, NEW);
  expectAt(moment, again.unchanged, Object.keys(NEW).length);
  // Nothing stet wrote is forgotten, and no folder it made.
  await publishPlan(root, releases, {});
  expectAt(moment, fs.readdirSync(path.join(root, "public")), []);
}

async function killing(releases: number, before: RankedPlan, ...whole: readonly string[]): Promise<number> {
  const prepared = fs.mkdtempSync(
    path.join(fs.realpathSync(process.env["TMPDIR"] ?? "/tmp"), "stet-prepared-"),
  );
  writeFiles(prepared, { "stet.yaml": "stet: 1\n" });
  if (Object.keys(before).length > 0 || whole.length === 0) await publishPlan(prepared, releases, before);
  const later: { folder: string; moment: Moment }[] = [];
  const kept = fs.mkdtempSync(`${prepared}-kept-`);
  try {
    const report = await killEverywhere({
      preload,
      setup: (folder) =>
        fs.cpSync(prepared, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }),
      command: (folder) => [driver, folder, String(releases), JSON.stringify(NEW), ...whole],
      check: (folder, moment) => {
        checkReaders(folder, moment, before);
        if (moment.finished) expectAt(moment, publicFiles(folder), textsOf(NEW));
        // The next run is not awaited here; it works on what the kill left.
        const copy = path.join(kept, `${moment.mode}-${moment.at}`);
        fs.cpSync(folder, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
        later.push({ folder: copy, moment });
      },
    });
    for (const { folder, moment } of later) await checkNextRun(folder, { releases, moment, before });
    const points = report.kill + report["kill-half"];
    if (process.env["STET_FAULT_REPORT"] !== undefined)
      process.stderr.write(`publish, ${releases} releases: ${points} kill points\n`);
    return points;
  } finally {
    for (const folder of [prepared, kept]) fs.rmSync(folder, { recursive: true, force: true });
  }
}

test.concurrent("in place, from an earlier edition", async () => {
  expect(await killing(0, OLD)).toBeGreaterThan(40);
});
test.concurrent("in place, from nothing", async () => {
  expect(await killing(0, {})).toBeGreaterThan(40);
});
test.concurrent("whole, where there was no site", async () => {
  expect(await killing(0, {}, "whole")).toBeGreaterThan(20);
});
test.concurrent("with releases, from an earlier edition", async () => {
  expect(await killing(2, OLD)).toBeGreaterThan(40);
});
