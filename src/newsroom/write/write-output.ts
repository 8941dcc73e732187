// Writes what a command made for somebody outside the newsroom: `-o FILE`. Whole or not at all, and not at all
// when the file says so already.
import fs from "node:fs";
import path from "node:path";
import { requireOutput, type Guarded } from "../guard-output.ts";
import { errnoOf, ioError } from "../io-error.ts";
import { targetStatsOf } from "../read/stats-of.ts";
import { makeMissingFolders } from "./make-missing-folders.ts";
import { siblingPath } from "./temp-file.ts";

/** Where an output goes: `named`, read from the folder `from`, but never into what `guarded` is made of. */
export interface OutputPlace {
  readonly from: string;
  readonly named: string;
  readonly guarded: Guarded;
}

/** Writes `text` to its place; makes folders on the way. True when the file changed. Throws StetError usage, external. */
export function writeOutput({ from, named, guarded }: OutputPlace, text: string): boolean {
  const file = path.resolve(from, named);
  requireOutput(guarded, file);
  try {
    if (isSame(file, text)) return false;
    makeMissingFolders(path.dirname(file));
    replaceFile(file, text);
    return true;
  } catch (error) {
    throw errnoOf(error) === undefined ? error : ioError(from, named, "written", error);
  }
}

/**
 * Makes the folders on the way before there is a text. Throws StetError usage, external where `writeOutput` would: the
 * place is no place for it.
 */
export function requireOutputPlace({ from, named, guarded }: OutputPlace): void {
  const file = path.resolve(from, named);
  requireOutput(guarded, file);
  try {
    if (isFolder(from, named)) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    makeMissingFolders(path.dirname(file));
  } catch (error) {
    throw errnoOf(error) === undefined ? error : ioError(from, named, "written", error);
  }
}

function isSame(file: string, text: string): boolean {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && fs.readFileSync(file, "utf8") === text;
}

/** A device or a pipe (`-o /dev/stdout`) is written to; a file is replaced by a rename. */
function replaceFile(file: string, text: string): void {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile()) {
    fs.writeFileSync(file, text);
    return;
  }
  const target = stats === undefined ? file : fs.realpathSync(file);
  const temp = siblingPath(path.dirname(target));
  try {
    fs.writeFileSync(temp, text, { flag: "wx", mode: stats?.mode ?? 0o666 });
    fs.renameSync(temp, target);
  } catch (error) {
    fs.rmSync(temp, { force: true });
    throw error;
  }
}

/** True when `named`, read from the folder `from`, is a folder. */
export function isFolder(from: string, named: string): boolean {
  return targetStatsOf(path.resolve(from, named))?.isDirectory() === true;
}
