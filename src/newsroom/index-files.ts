// Where the index lies: one file a making, under `.stet/index`, each with a name of its own, so that whoever still
// reads an older one never meets the journal of a newer one.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { closeToOthers, derivedOwnership, type DerivedFrom } from "./write/derived-file.ts";
import { explainingFailure, throwIfExhausted } from "./io-error.ts";
import { hasStetFolder, stetPath } from "./stet-folder.ts";

const FINISHED = /^[0-9]+\.db$/;
const NUMBERED = /^[0-9]+\./;
/** What SQLite keeps beside a database, by the ends of the names. */
const SUFFIXES = ["", "-wal", "-shm", "-journal"] as const;

/**
 * The newest finished index, as an absolute path; undefined where there is none, or something else stands in its place:
 * SQLite would follow a link, and write where it leads.
 */
export function currentIndexFile(root: string): string | undefined {
  const newest = indexNames(root)
    .filter((name) => FINISHED.test(name))
    .sort((a, b) => Number.parseInt(b) - Number.parseInt(a))[0];
  if (newest === undefined) return undefined;
  const file = stetPath(root, "index", newest);
  return SUFFIXES.every((suffix) => isOwnOrAbsent(file + suffix)) ? file : undefined;
}

/** True for a regular file with no second name elsewhere, and for none. */
export function isOwnOrAbsent(file: string): boolean {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined || (stats.isFile() && stats.nlink === 1);
}

/** The names in the index's folder; none where it is no folder, or a link that could lead out of the newsroom. */
export function indexNames(root: string): readonly string[] {
  try {
    return hasStetFolder(root, "index") ? fs.readdirSync(stetPath(root, "index")) : [];
  } catch (error) {
    throwIfExhausted(error);
    return [];
  }
}

/** Gives a finished index its name; from now on it is the current one, and all that is older goes. */
export function installIndexFile(root: string, file: string): string {
  const installed = file.replace(/\.new$/, ".db");
  fs.renameSync(file, installed);
  const own = path.basename(installed, "db");
  for (const name of indexNames(root)) {
    if (NUMBERED.test(name) && !name.startsWith(own)) removeAnyway(stetPath(root, "index", name));
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
  for (const suffix of SUFFIXES) removeAnyway(file + suffix);
}

/** Removes the current index, if there is one. Throws StetError external where it may not be removed. */
export function removeCurrentIndex(root: string): void {
  const file = currentIndexFile(root);
  if (file === undefined) return;
  const named = path.relative(root, file);
  explainingFailure(root, named, "removed", () => fs.rmSync(file, { force: true }));
  discardIndexFile(file);
}

/** Removes a file, if it can be removed. */
export function removeAnyway(file: string): void {
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
