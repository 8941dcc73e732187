// Gives a finished file its name without ever taking the name from another file.
import fs from "node:fs";
import path from "node:path";
import { errnoOf } from "../io-error.ts";

/**
 * Moves the file at `from` to the free name `to` (absolute paths of one file system): a hard link, which the
 * kernel refuses where `to` exists, then the old name goes. `beforeRemoval` runs between the two. Throws Node's
 * error: EEXIST where the name is taken, EXDEV across file systems; then `from` is still there, and `to` is not.
 */
export function claimName(from: string, to: string, beforeRemoval: () => void = () => {}): void {
  if (!isLinked(from, to)) {
    requireFree(to);
    fs.renameSync(from, to);
    return;
  }
  dropOldName(from, to, beforeRemoval);
}

/** The second half of a move whose file has both names: `from` goes, or, where anything fails, `to` goes again. */
export function dropOldName(from: string, to: string, beforeRemoval: () => void): void {
  try {
    beforeRemoval();
    fs.unlinkSync(from);
  } catch (error) {
    fs.unlinkSync(to);
    throw error;
  }
}

/** False where this file system has no hard links, or where one of a symbolic link might follow it. */
function isLinked(from: string, to: string): boolean {
  if (fs.lstatSync(from).isSymbolicLink()) return false;
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (NO_HARD_LINKS.has(errnoOf(error))) return false;
    throw error;
  }
}

/** What a file system without hard links says, or one that has no more for the file. */
export const NO_HARD_LINKS: ReadonlySet<string | undefined> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
]);

/** Throws an error like the kernel's, EEXIST, where the name is taken. */
export function requireFree(to: string): void {
  if (fs.lstatSync(to, { throwIfNoEntry: false }) === undefined) return;
  throw Object.assign(new Error(`EEXIST: ${path.basename(to)} exists`), { code: "EEXIST" });
}
