// Makes the folders on the way to a new file, one by one, inside the newsroom.
import fs from "node:fs";
import path from "node:path";
import { outside, relativeInside } from "../confine.ts";
import { errnoOf } from "../io-error.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * Makes `folder` (relative to `root`; `""` is the root) and what is missing above it, durably: when it returns,
 * their names are on the disk. Returns the absolute paths it made, outermost first. Throws StetError usage where
 * an existing part leads out of the newsroom, else Node's error, having removed again what it made.
 */
export function makeFolders(root: string, folder: string): readonly string[] {
  const made: string[] = [];
  try {
    let absolute = root;
    for (const name of folder === "" ? [] : folder.split("/")) {
      absolute = path.join(absolute, name);
      if (makeFolder(root, absolute)) made.push(absolute);
    }
    for (const each of made) syncFolder(path.dirname(each));
    return made;
  } catch (error) {
    removeFolders(made);
    throw error;
  }
}

function makeFolder(root: string, absolute: string): boolean {
  try {
    fs.mkdirSync(absolute);
    return true;
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    const real = fs.realpathSync.native(absolute);
    if (relativeInside(root, real) === undefined) throw outside(path.relative(root, absolute));
    return false;
  }
}

/** Removes folders again that turned out not to be needed, innermost first, as far as they are empty. */
export function removeFolders(made: readonly string[]): void {
  try {
    for (const folder of made.toReversed()) fs.rmdirSync(folder);
  } catch {
    // Somebody put a file there meanwhile, or the disk is failing: an empty folder does no harm.
  }
}
