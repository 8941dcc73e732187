// A new index being made: one process at a time, as long as that one gets on with it.
import fs from "node:fs";
import { StetError } from "../base/stet-error.ts";
import { openDatabase, SQLITE_BUSY, sqliteCode } from "../database/open-database.ts";
import { createDerivedFile, derivedOwnership, type DerivedFrom } from "./write/derived-file.ts";
import { discardIndexFile, indexNames, isOwnOrAbsent, removeAnyway } from "./index-files.ts";
import { errnoOf } from "./io-error.ts";
import { makeStetFolder, stetPath } from "./stet-folder.ts";

/** A new index being made: nobody else makes one before `release`, as long as `goOn` is called at least once a second. */
export interface Making {
  /** Absolute; an empty file. */
  readonly file: string;
  /** Lets those who wait know that this process has not been stopped, and may say nothing for so long. Cheap. */
  readonly goOn: (silentMs?: number) => void;
  readonly release: () => void;
}

/** How long a maker may show no sign of life before those who wait for it answer by themselves. */
const STILL_MS = 1_500;
/** How long it may be silent where it has said so. */
const MOST_SILENT_MS = 60_000;
/** Between two signs of life. */
const BEAT_MS = 100;
const LOCK = "lock.db";

/**
 * Waits until no other process makes an index, clears away what a killed one left, and names the file for a new one.
 * Undefined where nothing can be written under `.stet`, or the process that makes one has been stopped: it goes on with
 * its own file when it may, and nobody else writes there.
 */
export function beginMaking(from: DerivedFrom): Making | undefined {
  const { root } = from;
  const release = lockMaking(root);
  if (release === undefined) return undefined;
  const number = 1 + Math.max(0, ...indexNames(root).map((name) => Number.parseInt(name) || 0));
  for (const name of indexNames(root)) if (isUnfinished(name)) removeAnyway(stetPath(root, "index", name));
  const file = stetPath(root, "index", `${number}.new`);
  createDerivedFile(file, derivedOwnership(from));
  const end = (): void => {
    // Still there, it was given up: a full disk shall not be the fuller for it.
    discardIndexFile(file);
    release();
  };
  return { file, goOn: beatingOf(file), release: end };
}

function isUnfinished(name: string): boolean {
  return name.includes(".new");
}

/** Touches the file, at most every BEAT_MS; what is to be silent has a time to come. */
function beatingOf(file: string): Making["goOn"] {
  let next = 0;
  return (silentMs = 0) => {
    const now = performance.now();
    if (now < next && silentMs === 0) return;
    next = now + BEAT_MS;
    const until = new Date(Date.now() + silentMs);
    try {
      fs.utimesSync(file, until, until);
    } catch {
      // Taken away: then the index cannot be installed either, which is told there.
    }
  };
}

function lockMaking(root: string): (() => void) | undefined {
  try {
    makeStetFolder(root, "index");
    const lock = stetPath(root, "index", LOCK);
    // Nothing is ever written into it: anything else under its name is somebody else's.
    if (!isOwnOrAbsent(lock) || (fs.statSync(lock, { throwIfNoEntry: false })?.size ?? 0) > 0)
      removeAnyway(lock);
    // Of a file that may only be read SQLite says nothing, and BEGIN IMMEDIATE locks nothing.
    if (fs.existsSync(lock)) fs.accessSync(lock, fs.constants.W_OK);
    const database = openDatabase(lock, { waitMs: STILL_MS, pragmas: ["journal_mode=MEMORY"] });
    const close = (): void => database.close();
    if (waitForLock(root, () => database.exec("BEGIN IMMEDIATE"))) return close;
    close();
    return undefined;
  } catch (error) {
    if (isUnwritable(error)) return undefined;
    throw error;
  }
}

/** Tries again for as long as whoever has the lock gets on with its index; false once it does not. */
function waitForLock(root: string, lock: () => void): boolean {
  for (let before = progressOf(root); ;) {
    try {
      lock();
      return true;
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY) throw error;
      const now = progressOf(root);
      if (now === before && !isToBeSilent(root)) return false;
      before = now;
    }
  }
}

/** Changes as long as somebody makes an index: by the names in the folder, and the times of the unfinished ones. */
function progressOf(root: string): string {
  const times = unfinishedIn(root).map((stats) => `${stats.mtimeMs} ${stats.size}`);
  return [...indexNames(root), ...times].join("/");
}

/** True until the time that its maker has given itself: for a sync of the whole index, on a slow disk. */
function isToBeSilent(root: string): boolean {
  return unfinishedIn(root).some(
    ({ mtimeMs }) => mtimeMs > Date.now() && mtimeMs < Date.now() + MOST_SILENT_MS,
  );
}

function unfinishedIn(root: string): fs.Stats[] {
  const files = indexNames(root).filter(isUnfinished);
  return files.flatMap((name) => fs.statSync(stetPath(root, "index", name), { throwIfNoEntry: false }) ?? []);
}

/** Whatever keeps `.stet` from being written is no reason not to answer. */
function isUnwritable(error: unknown): boolean {
  return (
    sqliteCode(error) !== undefined ||
    errnoOf(error) !== undefined ||
    (error instanceof StetError && error.kind === "external")
  );
}
