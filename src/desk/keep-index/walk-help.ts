// What a walk is told by somebody who has looked at folders before it comes to them.
import type { KnownFolders } from "../../newsroom/walk/walk-folders.ts";

/** Asked for each folder as the walk comes to it. */
export interface WalkHelp {
  readonly known: KnownFolders;
  /** What was seen in the folder, before the walk looked at it, as one text; empty where nobody looked. */
  readonly listingOf?: (path: string) => string;
}

/** For each folder the names of those in it, in the order of the walk. */
export function namesInside(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const insides = new Map<string, string[]>(paths.map((path) => [path, []]));
  for (const path of paths) {
    if (path === "") continue;
    const end = path.lastIndexOf("/");
    insides.get(path.slice(0, Math.max(0, end)))?.push(path.slice(end + 1));
  }
  for (const names of insides.values()) names.sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1));
  return insides;
}
