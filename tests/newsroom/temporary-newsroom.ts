// A newsroom for one test: made in the system's temporary folder, removed when the test has ended.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Lock } from "../../src/newsroom/lock/held-lock.ts";
import { withLock } from "../../src/newsroom/lock/lock.ts";

/** A new, empty folder by its real path; `files` by name relative to it. Call it inside a test. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-test-")));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** As temporaryFolder, with a stet.yaml. */
export function temporaryNewsroom(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ "stet.yaml": "stet: 1\n", ...files });
}

/** Runs `work` under the lock of the newsroom, without waiting for it. */
export function locked<T>(root: string, work: (lock: Lock) => T): T {
  return withLock(root, { command: "test", waitMs: 0, now: 0 }, work);
}

/** The file's text. */
export function textOf(root: string, name: string): string {
  return fs.readFileSync(path.join(root, name), "utf8");
}

/** Whether there is anything of that name, a dangling link too. */
export function isThere(root: string, name: string): boolean {
  return fs.lstatSync(path.join(root, name), { throwIfNoEntry: false }) !== undefined;
}
