// Several processes at once are in tests/faults/parallel.test.ts.
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { whenUnlocked, withLock } from "../../src/newsroom/lock/lock.ts";
import { locked, temporaryNewsroom } from "./temporary-newsroom.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 2, 7);

describe("withLock", () => {
  test("returns what the work returns, and leaves only the lock's file", () => {
    const root = temporaryNewsroom();
    expect(locked(root, () => 42)).toBe(42);
    expect(fs.readdirSync(path.join(root, ".stet")).sort()).toEqual([".gitignore", "lock.db", "tmp"]);
    expect(fs.readdirSync(path.join(root, ".stet/tmp"))).toEqual([]);
    expect(fs.readFileSync(path.join(root, ".stet/.gitignore"), "utf8")).toBe("*\n");
  });

  test("is free again after an error", () => {
    const root = temporaryNewsroom();
    const fail = (): never => {
      throw new Error("mine");
    };
    expect(() => locked(root, fail)).toThrow("mine");
    expect(locked(root, () => "free")).toBe("free");
  });

  test("says who holds it", () => {
    const root = temporaryNewsroom();
    const time = new Date(NOON).toTimeString().slice(0, 8);
    const again = (): void =>
      withLock(root, { command: "publish", waitMs: 0, now: NOON }, () => locked(root, () => {}));
    expect(again).toThrow(`another stet (publish, pid ${process.pid}, since ${time}) is writing; waited 0 s`);
  });

  test.each([
    "{",
    "{}",
    '{"command":"\\u001b[2J","pid":1,"since":"2026-11-22T12:00:00Z"}',
    '{"command":"x","pid":"1","since":""}',
  ])("says less where the note is no note: %s", (note) => {
    const root = temporaryNewsroom();
    const again = (): void =>
      locked(root, () => {
        fs.writeFileSync(path.join(root, ".stet/tmp/holder.json"), note);
        locked(root, () => {});
      });
    expect(again).toThrow("another stet is writing; waited 0 s");
  });

  test("names a lock file that is no database, and what to do", () => {
    const root = temporaryNewsroom({
      ".stet/lock.db": "not a database, and long enough to be looked at".repeat(20),
    });
    expect(() => locked(root, () => {})).toThrow(
      "the newsroom cannot be locked for writing (.stet/lock.db: file is not a database)",
    );
  });

  test("removes what a crashed writer left", () => {
    const root = temporaryNewsroom({ ".stet/tmp/0123456789abcdef": "half" });
    locked(root, () => expect(fs.readdirSync(path.join(root, ".stet/tmp"))).toEqual(["holder.json"]));
  });
});

describe("whenUnlocked", () => {
  test("works where the lock is free", () => {
    const root = temporaryNewsroom({ ".stet/tmp/x": "" });
    expect(whenUnlocked(root, () => "done")).toBe("done");
  });
  test("does nothing where it is not", () => {
    const root = temporaryNewsroom();
    const done: string[] = [];
    locked(root, () => expect(whenUnlocked(root, () => done.push("done"))).toBeUndefined());
    expect(done).toEqual([]);
  });
});
