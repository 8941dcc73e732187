// What stands at a path, for who asks before it is there.
import fs from "node:fs";
import { errnoOf } from "../io-error.ts";

/** Of the absolute path itself, a link too; undefined where nothing is there. Throws Node's error for all else. */
export function statsOf(file: string): fs.Stats | undefined {
  return orNothing(() => fs.lstatSync(file, { throwIfNoEntry: false }));
}

/** Of what the absolute path leads to; undefined where it leads nowhere. Throws Node's error for all else. */
export function targetStatsOf(file: string): fs.Stats | undefined {
  return orNothing(() => fs.statSync(file, { throwIfNoEntry: false }));
}

/** True for a link at the absolute path; false also where nothing can be seen there. Never throws. */
export function isLink(file: string): boolean {
  try {
    return fs.lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** A file where a folder should be means that nothing is there, too; Node throws for it. */
function orNothing(look: () => fs.Stats | undefined): fs.Stats | undefined {
  try {
    return look();
  } catch (error) {
    if (errnoOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
