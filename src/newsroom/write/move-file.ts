// Moves a file within the newsroom, never over another one, and never so that a crash could lose it: it has both
// names before it loses the old one.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { claimName, dropOldName, requireFree } from "./claim-name.ts";
import { relativeInside } from "../confine.ts";
import { errnoOf, explainingFailure } from "../io-error.ts";
import { noteLeftover } from "./leftover-note.ts";
import type { Lock } from "../lock/held-lock.ts";
import { makeFolders, removeFolders } from "./make-folders.ts";
import { syncFile } from "./sync-file.ts";
import { syncFolder } from "./sync-folder.ts";
import { removeTemp, siblingPath } from "./temp-file.ts";

/** From and to, relative to the newsroom's root, with `/`. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/**
 * Moves the file, making the folders on the way. The caller has confined both paths. Throws StetError not-found,
 * conflict/exists, external; then the file is where it was.
 */
export function moveFile(lock: Lock, move: FileMove): void {
  requireFile(lock.root, move.from);
  explainingFailure(lock.root, move.from, "moved", () => {
    const folder = path.posix.dirname(move.to);
    const made = makeFolders(lock.root, folder === "." ? "" : folder);
    try {
      moveNoted(lock, move);
    } catch (error) {
      removeFolders(made);
      throw errnoOf(error) === "EEXIST" ? occupied(move) : error;
    }
  });
}

function requireFile(root: string, file: string): void {
  const stats = explainingFailure(root, file, "moved", () =>
    fs.lstatSync(path.join(root, file), { throwIfNoEntry: false }),
  );
  if (stats === undefined) {
    throw new StetError("not-found", "not-found", `there is no ${file}`, { where: { file } });
  }
  if (stats.isFile() || stats.isSymbolicLink()) return;
  throw new StetError("invalid", "not-a-file", `${file} is not a file`, { where: { file } });
}

function occupied(move: FileMove): StetError {
  const message = `${move.to} exists already; ${move.from} stays where it is`;
  return new StetError("conflict", "exists", message, { where: { file: move.to } });
}

function moveNoted(lock: Lock, move: FileMove): void {
  const from = path.join(lock.root, move.from);
  const to = path.join(lock.root, move.to);
  if (isOtherCase(from, to)) fs.renameSync(from, to);
  else {
    // Before the note: it takes a second file of the same content for the moved one.
    requireFree(to);
    const forget = noteLeftover(lock.root, { kind: "move", ...move });
    try {
      moveAcross(lock, from, to);
    } catch (error) {
      if (errnoOf(error) === "EEXIST" || isGone(to)) forget();
      throw error;
    }
    forget();
  }
  lock.unsynced.add(path.dirname(from)).add(path.dirname(to));
}

function isGone(absolute: string): boolean {
  return fs.lstatSync(absolute, { throwIfNoEntry: false }) === undefined;
}

/** On a file system that ignores case, the "other" file there is this one: only its spelling changes. */
function isOtherCase(from: string, to: string): boolean {
  if (from.toLowerCase() !== to.toLowerCase() || from === to) return false;
  const there = fs.lstatSync(to, { throwIfNoEntry: false });
  const here = fs.lstatSync(from);
  return there !== undefined && there.ino === here.ino && there.dev === here.dev && there.nlink === 1;
}

function moveAcross(lock: Lock, from: string, to: string): void {
  const syncNew = (): void => syncFolder(path.dirname(to));
  try {
    claimName(from, to, syncNew);
  } catch (error) {
    if (errnoOf(error) !== "EXDEV") throw error;
    copyAcross(lock, from, to);
    dropOldName(from, to, syncNew);
  }
}

/** To another file system: a full, synced copy under a hidden name, which then claims the real one. */
function copyAcross(lock: Lock, from: string, to: string): void {
  const temp = siblingPath(path.dirname(to));
  const forget = noteLeftover(lock.root, { kind: "beside", temp: relativeInside(lock.root, temp) ?? "" });
  try {
    fs.copyFileSync(from, temp, fs.constants.COPYFILE_EXCL);
    syncFile(temp);
    claimName(temp, to);
  } catch (error) {
    removeTemp(temp);
    throw error;
  } finally {
    forget();
  }
}
