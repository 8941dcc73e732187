// Where the index lies: one file a making, under `.stet/index`, each with a name of its own, so that whoever still
// reads an older one never meets the journal of a newer one.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase, sqliteCode } from "../database/open-database.ts";
import { closeToOthers, createDerivedFile, derivedOwnership, type DerivedFrom } from "./derived-file.ts";
import { hasStetFolder, makeStetFolder, stetPath } from "./stet-folder.ts";

const FINISHED = /^[0-9]+\.db$/;
const NUMBERED = /^[0-9]+\./;
const LOCK = "lock.db";
/** What SQLite keeps beside a database, by the ends of the names. */
const SUFFIXES = ["", "-wal", "-shm", "-journal"] as const;

/**
 * The newest finished index, as an absolute path; undefined where there is none, or something else stands in its place:
 * SQLite would follow a link, and write where it leads.
 */
export function currentIndexFile(root: string): string | undefined {
  const newest = namesOf(root)
    .filter((name) => FINISHED.test(name))
    .sort((a, b) => Number.parseInt(b) - Number.parseInt(a))[0];
  if (newest === undefined) return undefined;
  const file = stetPath(root, "index", newest);
  return SUFFIXES.every((suffix) => isOwnOrAbsent(file + suffix)) ? file : undefined;
}

/** True for a regular file with no second name elsewhere, and for none. */
function isOwnOrAbsent(file: string): boolean {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined || (stats.isFile() && stats.nlink === 1);
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
  /** Absolute; an empty file. */
  readonly file: string;
  release(): void;
}

/**
 * Waits until no other process makes an index, clears away what a killed one left, and names the file for a new one.
 * Undefined where nothing can be written under `.stet`, or another process makes one for longer than `waitMs`.
 */
export function beginMaking(from: DerivedFrom, waitMs: number): Making | undefined {
  const { root } = from;
  const release = lockMaking(root, waitMs);
  if (release === undefined) return undefined;
  const number = 1 + Math.max(0, ...namesOf(root).map((name) => Number.parseInt(name) || 0));
  for (const name of namesOf(root)) if (name.includes(".new")) discard(stetPath(root, "index", name));
  const file = stetPath(root, "index", `${number}.new`);
  createDerivedFile(file, derivedOwnership(from));
  const end = (): void => {
    // Still there, it was given up: a full disk shall not be the fuller for it.
    discardIndexFile(file);
    release();
  };
  return { file, release: end };
}

/** Gives a finished index its name; from now on it is the current one, and all that is older goes. */
export function installIndexFile(root: string, file: string): string {
  const installed = file.replace(/\.new$/, ".db");
  fs.renameSync(file, installed);
  const own = path.basename(installed, "db");
  for (const name of namesOf(root)) {
    if (NUMBERED.test(name) && !name.startsWith(own)) discard(stetPath(root, "index", name));
  }
  return installed;
}

/** Closes an index that an older stet made, or that was made when the articles were open, to those who may not read them. */
export function guardIndexFile(file: string, from: DerivedFrom): void {
  const ownership = derivedOwnership(from);
  for (const suffix of SUFFIXES) closeToOthers(file + suffix, ownership);
}

/** Removes an index that is none: the next reading makes a new one. */
export function discardIndexFile(file: string): void {
  for (const suffix of SUFFIXES) discard(file + suffix);
}

function discard(file: string): void {
  try {
    fs.rmSync(file, { force: true, recursive: true });
  } catch {
    // Left where it is, it is older than the one that will be made, or in the way of nobody.
  }
}

/**
 * A private copy of the current index for a newsroom that cannot be written, gone when the process ends; undefined where
 * none can be made, or another process wrote meanwhile: the two files of the copy would not belong together.
 */
export function copyIndexFile(file: string): string | undefined {
  try {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stet-"));
    process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    const copy = path.join(folder, "index.db");
    const before = stampOf(file);
    for (const suffix of ["", "-wal"]) {
      if (fs.existsSync(file + suffix))
        fs.copyFileSync(file + suffix, copy + suffix, fs.constants.COPYFILE_FICLONE);
    }
    return stampOf(file) === before ? copy : undefined;
  } catch {
    return undefined;
  }
}

function stampOf(file: string): string {
  const stamps = ["", "-wal"].map((suffix) => {
    const stats = fs.statSync(file + suffix, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? "-" : `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
  });
  return stamps.join("/");
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
    const lock = stetPath(root, "index", LOCK);
    // Nothing is ever written into it: anything else under its name is somebody else's.
    if (!isOwnOrAbsent(lock) || (fs.statSync(lock, { throwIfNoEntry: false })?.size ?? 0) > 0) discard(lock);
    const database = openDatabase(lock, { waitMs, pragmas: ["journal_mode=MEMORY"] });
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
