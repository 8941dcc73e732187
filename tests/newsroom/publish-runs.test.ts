// The log of runs: lines in order, ten files of a megabyte, nothing written through a link, never an error.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { appendRun, readRuns } from "../../src/newsroom/site/publish-runs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folderOf = (root: string): string => path.join(root, ".stet/log");

test("runs are read back, the latest first; what is no run is passed over", () => {
  const root = temporaryFolder();
  expect([...readRuns(root)]).toEqual([]);
  appendRun(root, { run: 1 });
  writeFileSync(path.join(folderOf(root), "publish.ndjson"), '{"run":1}\nnonsense\n[1]\nnull\n{"ru');
  expect([...readRuns(root)]).toEqual([{ run: 1 }]);
  writeFileSync(path.join(folderOf(root), "publish.ndjson"), '{"run":1}\n');
  appendRun(root, { run: 2 });
  expect([...readRuns(root)]).toEqual([{ run: 2 }, { run: 1 }]);
});

test("a megabyte turns the files over, and ten are kept", () => {
  const root = temporaryFolder();
  const file = path.join(folderOf(root), "publish.ndjson");
  for (let run = 0; run < 12; run++) {
    appendRun(root, { run });
    writeFileSync(file, `${JSON.stringify({ run, filler: "x".repeat(1_000_000) })}\n`);
  }
  appendRun(root, { run: 12 });
  const names = readdirSync(folderOf(root)).filter((name) => name.endsWith(".ndjson"));
  expect(names).toHaveLength(10);
  expect(readFileSync(file, "utf8")).toBe('{"run":12}\n');
  expect(Array.from(readRuns(root), ({ run }) => run)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

test("a link in the place of the log leads nowhere, and fails nothing", () => {
  const root = temporaryFolder();
  mkdirSync(folderOf(root), { recursive: true });
  const outside = path.join(root, "outside");
  symlinkSync(outside, path.join(folderOf(root), "publish.ndjson"));
  appendRun(root, { run: 1 });
  expect(existsSync(outside)).toBe(false);
  writeFileSync(outside, '{"secret":1}\n');
  expect([...readRuns(root)]).toEqual([]);
});
