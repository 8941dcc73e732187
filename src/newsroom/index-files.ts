// Where the index lies: one file a making, under `.stet/index`, each with a name of its own, so that whoever still
// reads an older one never meets the journal of a newer one.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase, sqliteCode } from "../database/open-database.ts";
import { hasStetFolder, makeStetFolder, stetPath } from "./stet-folder.ts";

const FINISHED = /^[0-9]+\.db$/;
const UNFINISHED = /^[0-9]+\.new/;
const LOCK = "lock.db";

/** The newest finished index, as an absolute path; undefined where there is none. */
export function currentIndexFile(root: string): string | undefined {
  const newest = namesOf(root)
    .filter((name) => FINISHED.test(name))
    .sort((a, b) => Number.parseInt(b) - Number.parseInt(a))[0];
  return newest === undefined ? undefined : stetPath(root, "index", newest);
}

/** The names in the folder; none where it is no folder, or a link that could lead out of the newsroom. */
function namesOf(root: string): readonly string[] {
  try {
    return hasStetFolder(root, "index") ? fs.readdirSync(stetPath(root, "index")) : [];
  } catch {
    return [];
  }
}

/** A new index being made: nobody else makes one before `release`. */
export interface Making {
  /** Absolute; no file yet. */
  readonly file: string;
  release(): void;
}

/**
 * Waits until no other process makes an index, clears away what a killed one left, and names the file for a new one.
 * Undefined where nothing can be written under `.stet`, or another process makes one for longer than `waitMs`.
 */
export function beginMaking(root: string, waitMs: number): Making | undefined {
  const release = lockMaking(root, waitMs);
  if (release === undefined) return undefined;
  removeMatching(root, UNFINISHED);
  return { file: stetPath(root, "index", `${nextNumber(root)}.new`), release };
}

/** Gives a finished index its name; from now on it is the current one. */
export function installIndexFile(root: string, file: string): string {
  const installed = file.replace(/\.new$/, ".db");
  fs.renameSync(file, installed);
  const name = path.basename(installed);
  removeMatching(root, FINISHED, name);
  return installed;
}

/** Removes an index that is none: the next reading makes a new one. */
export function discardIndexFile(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) fs.rmSync(file + suffix, { force: true });
}

/** A private copy of the current index for a newsroom that cannot be written, gone when the process ends. */
export function copyIndexFile(file: string): string | undefined {
  try {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stet-"));
    const copy = path.join(folder, "index.db");
    for (const suffix of ["", "-wal"]) {
      if (fs.existsSync(file + suffix)) fs.copyFileSync(file + suffix, copy + suffix);
    }
    process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    return copy;
  } catch {
    return undefined;
  }
}

/** True where the file and its folder can be written: what SQLite needs to answer from it. */
export function isWritableIndex(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    fs.accessSync(path.dirname(file), fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function lockMaking(root: string, waitMs: number): (() => void) | undefined {
  try {
    makeStetFolder(root, "index");
    const database = openDatabase(stetPath(root, "index", LOCK), {
      waitMs,
      pragmas: ["journal_mode=MEMORY"],
    });
    database.exec("BEGIN IMMEDIATE");
    return () => database.close();
  } catch (error) {
    if (isUnwritable(error)) return undefined;
    throw error;
  }
}

/** Whatever keeps `.stet` from being written is no reason not to answer. */
function isUnwritable(error: unknown): boolean {
  return (
    sqliteCode(error) !== undefined ||
    (error instanceof Error && "kind" in error && error.kind === "external")
  );
}

function nextNumber(root: string): number {
  return 1 + Math.max(0, ...namesOf(root).map((name) => Number.parseInt(name) || 0));
}

function removeMatching(root: string, pattern: RegExp, but?: string): void {
  for (const name of namesOf(root)) {
    const isIt = pattern.test(name) && name !== but;
    if (isIt) discardIndexFile(stetPath(root, "index", name));
  }
}
