// Takes away what no longer belongs to a site, and the folders stet made that are empty then.
import { removePublished, syncFolders } from "../newsroom/site/publish-place.ts";
import { isSameFile } from "../newsroom/site/publish-stamp.ts";
import { isFolderGone, missingFolders } from "../newsroom/site/publish-subfolders.ts";
import { foldersAbove } from "./claims.ts";
import type { Removal } from "./compare-edition.ts";
import { commit, isOwnFolder } from "./manifest-rows.ts";
import { folderOf, placeIn, refuseThrown, type Site, type Tally } from "./site.ts";

const BATCH = 500;

/**
 * Removes the files, in the order given. One that somebody has changed goes too: its path is stet's. What the disk
 * refuses is a refusal in the tally. The manifest forgets a file after it is gone for good.
 */
export function removeFiles(site: Site, removals: readonly Removal[], tally: Tally): void {
  for (let start = 0; start < removals.length; start += BATCH) {
    const removed = removals.slice(start, start + BATCH).filter((each) => isRemoved(site, each, tally));
    const paths = removed.map(({ path }) => path);
    tally.removed.push(...paths);
    forget(site, paths, tally);
  }
}

/** What the disk has not confirmed is remembered, and removed again by the next run. */
function forget(site: Site, paths: readonly string[], tally: Tally): void {
  let foldersGone: ReadonlySet<string>;
  try {
    foldersGone = removeEmptyFolders(site, paths);
    // A folder's own removal is on the disk when the one above it is.
    const changed = [...paths, ...foldersGone].map((path) => placeIn(site, folderOf(path)));
    syncFolders(new Set(changed));
  } catch (thrown) {
    tally.refused.push(refuseThrown(site, paths[0] ?? "", "removed", thrown));
    return;
  }
  commit(site.manifest, { removed: paths, foldersGone });
}

function isRemoved(site: Site, { path, twin }: Removal, tally: Tally): boolean {
  try {
    // A folder that is missing, and so the file, too; a link in its place is refused.
    if (missingFolders(site.folder, path, new Set()).length > 0) return true;
    // On a file system that ignores case this name leads to the new file.
    if (twin !== undefined && isSameFile(placeIn(site, path), placeIn(site, twin))) return true;
    removePublished(placeIn(site, path));
    return true;
  } catch (thrown) {
    tally.refused.push(refuseThrown(site, path, "removed", thrown));
    return false;
  }
}

/** Removes the folders above the files as far as stet made them and they are empty; returns which. Throws Node's error. */
export function removeEmptyFolders(site: Site, paths: readonly string[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      if (gone.has(folder)) continue;
      if (!isOwnFolder(site.manifest, folder) || !isFolderGone(site.folder, folder)) break;
      gone.add(folder);
    }
  }
  return gone;
}
