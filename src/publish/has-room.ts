// Whether new files have room on a site beside all that are known, without going through those: only names in the folders
// on the way to a new file can be in its way.
import { foldCase } from "../base/fold-case.ts";
import { claimFolders, claimPaths } from "./claims.ts";
import { prepared, type Manifest } from "./manifest.ts";
import { pathFault } from "./output-path.ts";
import type { Site } from "./site.ts";

/**
 * True where the new paths can stand beside all that are known, each its own file, also where case is ignored. 5 us for each
 * name in the folders on their way.
 */
export function hasRoom(
  { manifest, name }: Pick<Site, "manifest" | "name">,
  added: readonly string[],
): boolean {
  if (added.some((path) => pathFault(path) !== undefined)) return false;
  const namesIn = namesOnce(manifest);
  const near = new Set(added.flatMap((path) => [...knownNear(path, namesIn)]));
  const paths = [...near, ...added];
  const claims = claimPaths({ paths, sources: paths, whats: new Map(), ranks: [] }, name);
  claimFolders(claims, added, name);
  return claims.refusals.length === 0;
}

/** A name in a folder of the site. */
interface Name {
  readonly name: string;
  readonly isFile: boolean;
}

/** What lies in a folder (with a slash at its end; empty at the top). */
type NamesIn = (folder: string) => readonly Name[];

/** Of the known files every one that is the same where case is ignored, or is where a folder is needed, and one below where it is. */
function* knownNear(path: string, namesIn: NamesIn): Generator<string, void, undefined> {
  let folders = [""];
  for (const segment of path.split("/")) {
    const fold = foldCase(segment);
    const below: string[] = [];
    for (const folder of folders)
      for (const { name, isFile } of namesIn(folder)) {
        if (foldCase(name) !== fold) continue;
        if (isFile) yield folder + name;
        else below.push(`${folder}${name}/`);
      }
    folders = below;
  }
  for (const folder of folders) yield `${folder}${namesIn(folder)[0]?.name}`;
}

function namesOnce(manifest: Manifest): NamesIn {
  const known = new Map<string, readonly Name[]>();
  return (folder) => {
    const names = known.get(folder) ?? [...namesBelow(manifest, folder)];
    known.set(folder, names);
    return names;
  };
}

/** Paths hold no control characters, and `0` is what comes after `/`. */
const NEXT_FILE = "\u0001";
const NEXT_FOLDER = "0";

/** Jumps from name to name, whatever lies below each. */
function* namesBelow(manifest: Manifest, folder: string): Generator<Name, void, undefined> {
  const end = folder === "" ? "\u{10FFFF}" : folder.slice(0, -1) + NEXT_FOLDER;
  const sql = "SELECT path FROM file WHERE path >= ? AND path < ? ORDER BY path LIMIT 1";
  for (let from = folder; ;) {
    const row = prepared(manifest, sql).get(from, end);
    if (row === undefined) return;
    const [name = "", ...rest] = String(row["path"]).slice(folder.length).split("/");
    const isFile = rest.length === 0;
    yield { name, isFile };
    from = folder + name + (isFile ? NEXT_FILE : NEXT_FOLDER);
  }
}
