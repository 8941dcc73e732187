// The folders of a site between its root and its files: made one by one, never through a link, and removed again
// when they are empty.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { errnoOf } from "../io-error.ts";
import { makeMissingFolders } from "../write/make-missing-folders.ts";

/**
 * The folders on the way to `file` (relative to the absolute `site`, with `/`) that are missing, outermost first.
 * `known` holds folders seen in this run, and gets more. Throws StetError conflict/exists where a file or a link is
 * in the way, else Node's error.
 */
export function missingFolders(site: string, file: string, known: Set<string>): string[] {
  const missing: string[] = [];
  for (let end = file.indexOf("/"); end !== -1; end = file.indexOf("/", end + 1)) {
    const folder = file.slice(0, end);
    if (known.has(folder)) continue;
    if (missing.length > 0 || isMissing(site, folder)) missing.push(folder);
    else known.add(folder);
  }
  return missing;
}

function isMissing(site: string, folder: string): boolean {
  const stats = fs.lstatSync(path.join(site, folder), { throwIfNoEntry: false });
  if (stats === undefined) return true;
  if (stats.isDirectory()) return false;
  const what = stats.isSymbolicLink() ? "a symbolic link" : "a file";
  throw new StetError("conflict", "exists", `${folder} is ${what}, where a folder is needed`, {
    where: { file: folder },
  });
}

/** Makes one folder (relative to `site`); one that has appeared meanwhile will do. Throws Node's error. */
export function makeSubfolder(site: string, folder: string): void {
  try {
    fs.mkdirSync(path.join(site, folder));
  } catch (error) {
    if (errnoOf(error) !== "EEXIST" || isMissing(site, folder)) throw error;
  }
}

/** True when the folder is gone: it was empty, or not there. False where it is in use. Else throws Node's error. */
export function isFolderGone(site: string, folder: string): boolean {
  try {
    fs.rmdirSync(path.join(site, folder));
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "ENOENT" || errno === "ENOTDIR") return true;
    if (errno !== undefined && IN_USE.has(errno)) return false;
    throw error;
  }
}

/** Something lies in it, or it is somebody's place to mount or to guard. */
const IN_USE: ReadonlySet<string> = new Set(["ENOTEMPTY", "EEXIST", "EBUSY", "EPERM"]);

/** True where both absolute paths lie on one device, as far as their numbers tell. */
export function isOneDevice(one: string, other: string): boolean {
  return fs.statSync(one).dev === fs.statSync(other).dev;
}

/** Makes the folder and what is missing above it; a link in its place is followed. Throws Node's error. */
export function makeSiteFolder(absolute: string): void {
  makeMissingFolders(absolute);
}
