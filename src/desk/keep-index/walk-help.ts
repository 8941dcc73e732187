// What a walk is told by somebody who has looked at folders before it comes to them.
import type { StoredFolders } from "../../index/folders.ts";
import type { KnownFolders } from "../../newsroom/walk/walk-folders.ts";
import type { Desk } from "../desk.ts";

/** Asked for each folder as the walk comes to it. */
export interface WalkHelp {
  readonly known: KnownFolders;
  /** What was seen in the folder, before the walk looked at it, as one text; empty where nobody looked. */
  readonly listingOf?: (path: string) => string;
}

/** Who helps, given what the index knows of the folders. */
export type Help = (desk: Desk, stored: StoredFolders) => WalkHelp;

/** For a newsroom of which it is known in which folders nothing has changed: those are believed to be as the index has them. */
export function exceptIn(unchanged: (path: string) => boolean): Help {
  return (_, { digests }) => {
    const insides = namesInside([...digests.keys()]);
    return { known: (path) => (unchanged(path) ? insides.get(path) : undefined) };
  };
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
