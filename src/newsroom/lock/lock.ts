// The one lock of a newsroom: whoever changes a file holds it, readers never take it. The kernel releases it when
// its holder dies, however that happens, so it is never stale.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { openDatabase, SQLITE_BUSY, sqliteCode, type Database } from "../../database/open-database.ts";
import { clearLeftovers } from "../write/clear-leftovers.ts";
import { explainingFailure, ioError } from "../io-error.ts";
import { describeHolder, noteHolder, removeNote } from "./lock-note.ts";
import type { Lock } from "./held-lock.ts";
import { makeStetFolder, STET_FOLDER } from "../stet-folder.ts";
import { syncFolder } from "../write/sync-folder.ts";

/** `command` is the word others read when they have to wait ("publish"); `now` is epoch milliseconds. */
export interface LockOptions {
  readonly command: string;
  readonly waitMs: number;
  readonly now: number;
}

// Node's fs must never open and close this file: closing any descriptor of it would drop the process's lock (POSIX).
const LOCK_FILE = "lock.db";

/**
 * Runs `work` while no other stet can change this newsroom. `work` is synchronous: the lock is gone when it
 * returns, and by then what it did is on the disk. First removes what a crashed writer left. Costs 1 ms. Not
 * reentrant. Throws StetError busy after `waitMs`, external where the newsroom cannot be written or locked.
 */
export function withLock<T>(root: string, options: LockOptions, work: (lock: Lock) => T): T {
  makeStetFolder(root, "tmp");
  const database = acquire(root, options.waitMs);
  try {
    clearLeftovers(root);
    noteHolder(root, options);
    return workAndSync({ root, unsynced: new Set() }, work);
  } finally {
    removeNote(root);
    database.close();
  }
}

/** As withLock without a wait or a note, for tidying up: undefined, and nothing done, where the lock is not free. */
export function whenUnlocked<T>(root: string, work: () => T): T | undefined {
  let database: Database;
  try {
    database = acquire(root, 0);
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
  try {
    return work();
  } finally {
    database.close();
  }
}

function workAndSync<T>(lock: Lock, work: (lock: Lock) => T): T {
  let result: T;
  try {
    result = work(lock);
  } catch (error) {
    // The first error is the one to tell; the files that were done before it are synced as far as possible.
    syncQuietly(lock);
    throw error;
  }
  syncAll(lock);
  return result;
}

function syncAll(lock: Lock): void {
  for (const folder of lock.unsynced) {
    try {
      syncFolder(folder);
    } catch (cause) {
      const name = path.relative(lock.root, folder) || ".";
      const message = `the change in ${name} was made, but the disk did not confirm it`;
      throw new StetError("external", "io", message, { where: { file: name }, cause });
    }
  }
}

function syncQuietly(lock: Lock): void {
  try {
    syncAll(lock);
  } catch {
    // Already failing with something more telling.
  }
}

function acquire(root: string, waitMs: number): Database {
  const file = path.join(root, STET_FOLDER, LOCK_FILE);
  explainingFailure(root, `${STET_FOLDER}/${LOCK_FILE}`, "written", () => requireNoLink(file));
  let database: Database | undefined;
  try {
    // Nothing is ever written into the database, so a journal on the disk would only be litter.
    database = openDatabase(file, { waitMs, pragmas: ["journal_mode=MEMORY"] });
    requireWritable(root, file);
    database.exec("BEGIN IMMEDIATE");
    return database;
  } catch (error) {
    database?.close();
    throw lockError(root, waitMs, error);
  }
}

function requireNoLink(file: string): void {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  throw new StetError("external", "io", `${STET_FOLDER}/${LOCK_FILE} is not a file`, {
    hint: `rm ${STET_FOLDER}/${LOCK_FILE}`,
  });
}

/** Of a file that may only be read SQLite says nothing, and BEGIN IMMEDIATE locks nothing. Looking opens no descriptor. */
function requireWritable(root: string, file: string): void {
  explainingFailure(root, `${STET_FOLDER}/${LOCK_FILE}`, "written", () =>
    fs.accessSync(file, fs.constants.W_OK),
  );
}

/** Why nothing of the newsroom could be changed by whoever asks, as far as looking tells; undefined where nothing says so. */
export function writingFault(root: string): StetError | undefined {
  const names = [STET_FOLDER, `${STET_FOLDER}/${LOCK_FILE}`];
  const there = names.filter((name) => fs.existsSync(path.join(root, name)));
  try {
    for (const name of there.length === 0 ? ["."] : there)
      explainingFailure(root, name, "written", () => fs.accessSync(path.join(root, name), fs.constants.W_OK));
    return undefined;
  } catch (error) {
    if (error instanceof StetError) return error;
    throw error;
  }
}

const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function lockError(root: string, waitMs: number, error: unknown): unknown {
  const code = sqliteCode(error);
  if (error instanceof StetError || code === undefined) return error;
  if (code === SQLITE_BUSY) return busy(root, waitMs, error);
  const file = `${STET_FOLDER}/${LOCK_FILE}`;
  if (code === SQLITE_READONLY || code === SQLITE_CANTOPEN) {
    const denied = Object.assign(new Error("not writable"), { code: "EACCES" });
    return ioError(root, file, "written", denied);
  }
  const hint = code === SQLITE_NOTADB ? `rm ${file}` : undefined;
  const message = `the newsroom cannot be locked for writing (${file}: ${error instanceof Error ? error.message : "?"})`;
  return new StetError("external", "io", message, { cause: error, ...(hint === undefined ? {} : { hint }) });
}

function busy(root: string, waitMs: number, cause: unknown): StetError {
  const message = `${describeHolder(root)} is writing; waited ${waitMs / 1000} s`;
  return new StetError("busy", "busy", message, { hint: "nothing was changed: try again", cause });
}
