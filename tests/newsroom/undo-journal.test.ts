import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/newsroom/read/content-hash.ts";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";
import { sweep } from "../../src/newsroom/write/sweep.ts";
import { journalling, recordChange } from "../../src/newsroom/undo/undo-journal.ts";
import { listUndoSteps, type UndoChange } from "../../src/newsroom/undo/undo-steps.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const hashOf = (text: string): string => contentHash(Buffer.from(text));
const OPTIONS = { command: "set", waitMs: 0, now: 7 };

function write(root: string, file: string, before: string | null, after: string): UndoChange {
  fs.writeFileSync(path.join(root, file), after);
  return { kind: "write", path: file, before, after: hashOf(after) };
}

function journalled(root: string, work: (lock: Lock) => void): void {
  withLock(root, OPTIONS, (lock) => journalling(lock, OPTIONS, () => work(lock)));
}

/** A journal as a killed command leaves it. */
function leave(root: string, text: string): void {
  fs.mkdirSync(path.join(root, ".stet/tmp"), { recursive: true });
  fs.writeFileSync(path.join(root, ".stet/tmp/0123456789abcdef.undo"), text);
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const HEAD = line({ command: "set", at: 7 });

describe("journalling", () => {
  test("the changes of one lock become one step", () => {
    const root = temporaryFolder();
    const changes = [write(root, "a", null, "A"), write(root, "b", "old", "B")];
    journalled(root, (lock) => {
      for (const change of changes) recordChange(lock, change, () => undefined);
    });
    expect(listUndoSteps(root)).toEqual([
      { name: "1.step", command: "set", at: 7, changes, isTooLarge: false },
    ]);
    expect(fs.readdirSync(path.join(root, ".stet/tmp"))).toEqual([]);
  });

  test("a change whose work throws is taken out, the error passes, the rest is kept", () => {
    const root = temporaryFolder();
    const kept = write(root, "a", null, "A");
    const fail = (): never => {
      throw new Error("no room");
    };
    const work = (lock: Lock): void => {
      recordChange(lock, kept, () => undefined);
      recordChange(lock, write(root, "b", null, "B"), fail);
    };
    expect(() => journalled(root, work)).toThrow("no room");
    expect(listUndoSteps(root).map(({ changes }) => changes)).toEqual([[kept]]);
  });

  test("no step where nothing was changed", () => {
    const root = temporaryFolder();
    journalled(root, () => undefined);
    expect(listUndoSteps(root)).toEqual([]);
  });

  test("over 50 MB only that it was too much is kept", () => {
    const root = temporaryFolder();
    const large = "x".repeat(30 * 1024 * 1024);
    journalled(root, (lock) => {
      for (const file of ["a", "b", "c"]) {
        recordChange(lock, { kind: "write", path: file, before: large, after: "" }, () => undefined);
      }
    });
    expect(listUndoSteps(root)).toEqual([
      { name: "1.step", command: "set", at: 7, changes: [], isTooLarge: true },
    ]);
  });

  test("where nothing can be written down the change is made all the same", () => {
    const root = temporaryFolder();
    let isMade = false;
    fs.mkdirSync(path.join(root, ".stet"));
    fs.writeFileSync(path.join(root, ".stet/undo"), "a file in the way");
    journalled(root, (lock) => recordChange(lock, write(root, "a", null, "A"), () => (isMade = true)));
    expect(isMade).toBe(true);
    expect(listUndoSteps(root)).toEqual([]);
  });
});

describe("after a kill", () => {
  test("what was changed becomes a step", () => {
    const root = temporaryFolder();
    const change = write(root, "a", "old", "A");
    leave(root, HEAD + line(change));
    expect(sweep(root)).toBe(1);
    expect(listUndoSteps(root).map(({ changes }) => changes)).toEqual([[change]]);
  });

  test("the change it did not come to is left out", () => {
    const root = temporaryFolder();
    const made = write(root, "a", "old", "A");
    const planned = { ...write(root, "b", "old", "old"), after: hashOf("B") };
    leave(root, HEAD + line(made) + line(planned));
    sweep(root);
    expect(listUndoSteps(root).map(({ changes }) => changes)).toEqual([[made]]);
  });

  test.each([
    ["before its first change", (planned: UndoChange) => HEAD + line(planned)],
    ["in its first line", () => HEAD.slice(0, 9)],
    ["in its second line", () => `${HEAD}{"kind":"wri`],
  ])("%s there is no step, and no litter", (_, journal) => {
    const root = temporaryFolder();
    const planned = { ...write(root, "b", "old", "old"), after: hashOf("B") };
    leave(root, journal(planned));
    sweep(root);
    expect(listUndoSteps(root)).toEqual([]);
    expect(fs.readdirSync(path.join(root, ".stet/tmp"))).toEqual([]);
  });

  test("a torn last line does not spoil the step", () => {
    const root = temporaryFolder();
    const made = write(root, "a", "old", "A");
    leave(root, `${HEAD}${line(made)}{"kind":"wri`);
    sweep(root);
    expect(listUndoSteps(root).map(({ changes }) => changes)).toEqual([[made]]);
  });

  test("a torn mark that a change was given up is put right", () => {
    const root = temporaryFolder();
    const made = write(root, "a", "old", "A");
    const failed = { ...write(root, "b", "old", "old"), after: hashOf("B") };
    leave(root, `${HEAD}${line(made)}${line(failed)}{"kind":"giv`);
    sweep(root);
    expect(listUndoSteps(root).map(({ changes }) => changes)).toEqual([[made]]);
  });
});
