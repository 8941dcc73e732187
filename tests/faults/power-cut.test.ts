// P2: after a power cut at any moment each article is old or new, whatever the disk had not been made to keep; and
// once a command has ended, its change survives.
import fs from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { installArticle } from "../../src/newsroom/write/install-article.ts";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { moveArticle } from "../../src/newsroom/write/move-article.ts";
import { readArticleFile } from "../../src/newsroom/read/read-article-file.ts";
import { moveToTrash, restoreFromTrash } from "../../src/newsroom/trash.ts";
import { expectAt, expectOneOf } from "./expect-at.ts";
import { injectFaults, type Operation } from "./inject-faults.ts";
import { makeNewsroom, filesIn, type Files } from "./newsroom-folder.ts";
import { powerCuts } from "./power-cut.ts";

const OLD = "headline: Old\n";
const NEW = "headline: New, and longer\n";
const BEFORE: Files = { "articles/a.yaml": OLD, "articles/b.yaml": OLD, "articles/c.yaml": OLD };

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) fs.rmSync(root, { recursive: true });
});

/** Runs `work` under the lock in a newsroom and returns the operations it took, lock and sync included. */
function record(root: string, work: (lock: Lock) => void): readonly Operation[] {
  const operations: Operation[] = [];
  const end = injectFaults(fs, (operation) => {
    if (operation.mutates || operation.name === "fsyncSync") operations.push(operation);
    return "pass";
  });
  try {
    withLock(root, { command: "edit", waitMs: 1_000, now: 0 }, work);
  } finally {
    end();
  }
  return operations;
}

/** What each article may be: its content, or `undefined` where it is not there. */
type Allowed = Readonly<Record<string, readonly (string | undefined)[]>>;

interface Cut {
  readonly work: (lock: Lock) => void;
  readonly allowed: Allowed;
  /** The articles once the command has ended. */
  readonly wanted: Readonly<Record<string, string | undefined>>;
  /** Where the old content must be, whatever happens; in two places, perhaps, never in none. */
  readonly somewhere?: RegExp;
}

/** Cuts the power everywhere; returns how many states there were, of how many operations. */
function cutEverywhere(name: string, cut: Cut): { states: number; operations: number } {
  const root = makeNewsroom(BEFORE);
  roots.push(root);
  const before = filesIn(root);
  const operations = record(root, cut.work);
  let states = 0;
  for (const { files, after, finished } of powerCuts(root, before, operations)) {
    states++;
    const point = { after, of: operations.length, last: operations[after - 1] };
    for (const [file, allowed] of Object.entries(cut.allowed))
      expectOneOf({ ...point, file }, files[file], allowed);
    if (cut.somewhere !== undefined) expectAt(point, holders(files, cut.somewhere) > 0, true);
    if (finished) expectAt(point, pick(files, cut.wanted), cut.wanted);
  }
  if (process.env["STET_FAULT_REPORT"] !== undefined) process.stderr.write(`${name}: ${states} states\n`);
  return { states, operations: operations.length };
}

function pick(files: Files, wanted: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, files[name]]));
}

function install(file: string, text: string): (lock: Lock) => void {
  return (lock) => {
    const reading = readArticleFile(lock.root, file);
    const replaces = reading.ok ? reading.file.hash : null;
    installArticle(lock, { path: file, text, replaces, verify: () => {} });
  };
}

function holders(files: Files, place: RegExp): number {
  return Object.keys(files).filter((file) => place.test(file) && files[file] === OLD).length;
}

const CUTS: readonly (readonly [string, Cut])[] = [
  [
    "during an edit",
    {
      work: install("articles/a.yaml", NEW),
      allowed: { "articles/a.yaml": [OLD, NEW], "articles/b.yaml": [OLD] },
      wanted: { "articles/a.yaml": NEW },
    },
  ],
  [
    "while a new article is made in new folders",
    {
      work: install("articles/2026/11/n.yaml", NEW),
      allowed: { "articles/2026/11/n.yaml": [undefined, NEW], "articles/a.yaml": [OLD] },
      wanted: { "articles/2026/11/n.yaml": NEW },
    },
  ],
  [
    "during a bulk edit",
    {
      work: (lock) => {
        for (const name of ["a", "b", "c"]) install(`articles/${name}.yaml`, NEW)(lock);
      },
      allowed: {
        "articles/a.yaml": [OLD, NEW],
        "articles/b.yaml": [OLD, NEW],
        "articles/c.yaml": [OLD, NEW],
      },
      wanted: { "articles/a.yaml": NEW, "articles/b.yaml": NEW, "articles/c.yaml": NEW },
    },
  ],
  [
    "during a move to another folder",
    {
      work: (lock) => moveArticle(lock, { from: "articles/a.yaml", to: "articles/2026/z.yaml" }),
      allowed: { "articles/a.yaml": [OLD, undefined], "articles/2026/z.yaml": [OLD, undefined] },
      wanted: { "articles/a.yaml": undefined, "articles/2026/z.yaml": OLD },
      somewhere: /^articles\/(a|2026\/z)\.yaml$/,
    },
  ],
  [
    "on the way to the trash",
    {
      work: (lock) => void moveToTrash(lock, "articles/a.yaml", 0),
      allowed: { "articles/a.yaml": [OLD, undefined] },
      wanted: { "articles/a.yaml": undefined },
      somewhere: /articles\/a\.yaml$/,
    },
  ],
  [
    "on the way to the trash and back",
    {
      work: (lock) => void restoreFromTrash(lock, moveToTrash(lock, "articles/a.yaml", 0).id),
      allowed: { "articles/a.yaml": [OLD, undefined] },
      wanted: { "articles/a.yaml": OLD },
      somewhere: /articles\/a\.yaml$/,
    },
  ],
];

describe("a power cut at any moment", () => {
  test.each(CUTS)("%s", (name, cut) => {
    const { states, operations } = cutEverywhere(name, cut);
    expect(states).toBeGreaterThan(operations * 4);
  });
});

test("the model can fail: of a plain overwrite it leaves every wreck there is", () => {
  const run: readonly Operation[] = [
    { name: "openSync", path: "/r/a", mutates: true },
    { name: "unlinkSync", path: "/r/a", mutates: true },
    { name: "writeFileSync", path: "/r/a", data: Buffer.from("new"), mutates: true },
  ];
  const states = [...powerCuts("/r", { a: "old" }, run)].map(({ files }) => files["a"]);
  expect(new Set(states)).toEqual(new Set(["old", undefined, "", "\0\0\0", "n", "new"]));
});
