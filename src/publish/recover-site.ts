// After a crash: finds out which of the files that were about to take their places did, before anything is compared.
import { stampOf, hashOfFile } from "../newsroom/site/publish-stamp.ts";
import { dropStage } from "../newsroom/site/publish-stage.ts";
import { recoverTree } from "./first-edition.ts";
import { commit, intents, type Entry } from "./manifest-rows.ts";
import { removeEmptyFolders } from "./remove-files.ts";
import { placeIn, type Site } from "./site.ts";

/** Settles what the last run left open, and removes its unfinished files. Three lookups where it left nothing. */
export function recoverSite(site: Site): void {
  recoverTree(site);
  for (const folder of [site.stage, site.beside]) dropStage(folder);
  const open = intents(site.manifest);
  if (open.length === 0) return;
  const placed = open.flatMap((intent): readonly Entry[] => {
    const file = placeIn(site, intent.path);
    const stamp = stampOf(file, site.withChange);
    // Other bytes are the old version, which the manifest knows, or somebody else's.
    return stamp !== undefined && hashOfFile(file) === intent.hash ? [{ ...intent, ...stamp }] : [];
  });
  commit(site.manifest, { placed });
  const abandoned = intents(site.manifest).map(({ path }) => path);
  commit(site.manifest, { abandoned, foldersGone: removeEmptyFolders(site, abandoned) });
}
