// How large a file of the newsroom is, for outputs that must say so before they hold it: a feed's enclosure.
import fs from "node:fs";
import path from "node:path";
import { relativeInside, realPathInside } from "../confine.ts";
import { errnoOf } from "../io-error.ts";

/** Bytes of the regular file at `file`, relative to `root`; undefined where there is none inside the newsroom. */
export function sizeOfFile(root: string, file: string): number | undefined {
  if (relativeInside(root, path.join(root, file)) === undefined || file.includes("\0")) return undefined;
  try {
    const real = realPathInside(root, file);
    const stats = real === undefined ? undefined : fs.statSync(real);
    return stats?.isFile() === true ? stats.size : undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
