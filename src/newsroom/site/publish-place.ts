// Puts staged files in their places in the site and takes files away, one rename or unlink each, so that a reader
// sees the old file or the new one.
import fs from "node:fs";
import path from "node:path";
import { claimName } from "../write/claim-name.ts";
import { errnoOf } from "../io-error.ts";
import { syncFile } from "../write/sync-file.ts";
import { syncFolder } from "../write/sync-folder.ts";
import { randomName, removeTemp } from "../write/temp-file.ts";

/** All paths absolute. `isNew`: the target must be free; `beside` is a staging folder on the site's own file system. */
export interface Placement {
  readonly temp: string;
  readonly target: string;
  readonly isNew: boolean;
  readonly beside: string;
}

/**
 * Gives the synced file at `temp` its place. Throws Node's error, EEXIST where a new file finds its name taken,
 * ENOTEMPTY where a folder with something in it is in the way; the old file is then as it was, and `temp` gone.
 */
export function placeStaged(placement: Placement): void {
  try {
    place(placement);
  } catch (error) {
    removeTemp(placement.temp);
    throw error;
  }
}

function place(placement: Placement): void {
  try {
    swap(placement);
  } catch (error) {
    if (errnoOf(error) !== "EXDEV") throw error;
    // A mount between the newsroom and the site that does not show in the device number (a bind mount).
    const temp = copyBeside(placement);
    removeTemp(placement.temp);
    placeStaged({ ...placement, temp });
  }
}

function swap({ temp, target, isNew }: Placement): void {
  if (isNew) claimName(temp, target);
  else {
    // Somebody put an empty folder where a page of ours was.
    if (fs.lstatSync(target, { throwIfNoEntry: false })?.isDirectory() === true) fs.rmdirSync(target);
    fs.renameSync(temp, target);
  }
}

function copyBeside({ temp, beside }: Placement): string {
  if (path.dirname(temp) === beside) throw Object.assign(new Error("EXDEV"), { code: "EXDEV" });
  fs.mkdirSync(beside, { recursive: true });
  const copy = path.join(beside, randomName());
  fs.copyFileSync(temp, copy, fs.constants.COPYFILE_EXCL);
  syncFile(copy);
  return copy;
}

/** Removes the file or link at the absolute path; nothing there, or a folder, is left as it is. Throws Node's error. */
export function removePublished(file: string): void {
  try {
    if (fs.lstatSync(file, { throwIfNoEntry: false })?.isDirectory() !== false) return;
    fs.unlinkSync(file);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

/** Flushes the names in the folders (absolute) to the disk: 0.3 ms for the first, 10 us for the next. */
export function syncFolders(folders: Iterable<string>): void {
  for (const folder of folders) syncFolder(folder);
}

function isAbsence(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === "ENOENT" || errno === "ENOTDIR";
}
