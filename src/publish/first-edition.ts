// The first edition of a site, when it is large: made as a tree that nobody is shown, by as many threads as there are,
// and shown whole by one rename. Every file is written once, at its own place, and moved never.
import { errnoOf, explainingFailure } from "../newsroom/io-error.ts";
import {
  canAppearWhole,
  copyIntoTree,
  dropTree,
  emptyTree,
  hasTree,
  prepareTree,
  showTree,
  writeInTree,
  type KnownFolders,
} from "../newsroom/site/publish-tree.ts";
import { foldersAbove } from "./claims.ts";
import type { Comparison, Work } from "./compare-edition.ts";
import { sourceOf, unmade, type Source } from "./judge-file.ts";
import { commit, noteNamed, type Entry } from "./manifest-rows.ts";
import type { MadeFile, MakeAll, PlannedFile, ReconcileOptions } from "./planned-file.ts";
import { refuseThrown, type Site, type Tally } from "./site.ts";

/** Fewer files are put in their places one by one, and waited for until they are on the disk. */
const WORTH_A_TREE = 500;

/** While it says so, the manifest's files are in the tree, if that is there, and else in the site. */
const TREE_NOTE = "tree";
const BEGUN = "begun";

/** True where the edition can be made apart and shown whole. */
export function isFirstEdition(
  site: Site,
  { known, work }: Comparison,
  { wholeFrom = WORTH_A_TREE }: ReconcileOptions,
): boolean {
  // Editions that are kept beside each other (no change time in stamps) are shown whole anyway.
  if (known > 0 || work.length < wholeFrom || !site.withChange) return false;
  return canAppearWhole(site.root, site.home, site.folder);
}

/**
 * Makes every file and shows the site, or, where the disk refuses anything, leaves it as it was: not there. With
 * `isAllOrNothing` anything refused is enough. True where the site is shown. Throws StetError external.
 */
export async function writeFirstEdition(
  site: Site,
  work: readonly Work[],
  { tally, options }: { readonly tally: Tally; readonly options: ReconcileOptions },
): Promise<boolean> {
  const tree = treeOf(site);
  commit(site.manifest, { notes: { [TREE_NOTE]: BEGUN } });
  explainingFailure(site.root, site.name, "made", () => prepareTree(tree));
  const writing: Writing = { site, tally, placed: [], folders: new Set() };
  const { makeAll = oneByOne } = options;
  try {
    await makeAll(
      work.map(({ file }) => file),
      tree,
      (file) => makeHere(writing, tree, file),
      (file, made) => note(writing, file, made),
    );
    if (isStopped(tally, options)) {
      tally.added.length = 0;
      recoverTree(site);
      return false;
    }
    commitPlaced(writing);
    explainingFailure(site.root, site.name, "made", () => showTree(tree, site.folder));
  } catch (error) {
    makeRoom(tree);
    throw error;
  }
  commit(site.manifest, { notes: { [TREE_NOTE]: "" } });
  const missing = new Set(tally.refused.map(({ path }) => path));
  for (const { file } of work) if (!missing.has(file.path)) tally.added.push(file.path);
  return true;
}

function isStopped({ refused }: Tally, { isAllOrNothing }: ReconcileOptions): boolean {
  return isAllOrNothing === true ? refused.length > 0 : refused.some(({ reason }) => reason === "disk");
}

/** After a crash: where the tree was not shown yet, nothing of it has been. One lookup where there was no crash. */
export function recoverTree(site: Site): void {
  if (noteNamed(site.manifest, TREE_NOTE) !== BEGUN) return;
  const tree = treeOf(site);
  if (hasTree(tree)) {
    // Where the tree has filled the disk, the manifest has no room before it is empty; once it is gone, it is taken for shown.
    emptyTree(tree);
    commit(site.manifest, { isEmptied: true });
    dropTree(tree);
  }
  commit(site.manifest, { notes: { [TREE_NOTE]: "" } });
}

/** What a disk is short of is not kept until the next run; that finds the tree, and forgets what was in it. */
function makeRoom(tree: string): void {
  try {
    if (hasTree(tree)) emptyTree(tree);
  } catch {
    // A thread may be writing to it still.
  }
}

function treeOf({ home }: Site): string {
  return `${home}/tree`;
}

/** The run's own notes. */
interface Writing {
  readonly site: Site;
  readonly tally: Tally;
  /** Made, and not in the manifest yet. */
  placed: Entry[];
  readonly folders: KnownFolders;
}

/** Files in one transaction. */
const BATCH = 2_000;

function note(writing: Writing, { path, rank, key, source = "" }: PlannedFile, made: MadeFile): void {
  const { hash, size, touched } = made;
  writing.placed.push({ path, rank, key, source, hash, size, touched });
  if (writing.placed.length >= BATCH) commitPlaced(writing);
}

function commitPlaced(writing: Writing): void {
  const { site, placed } = writing;
  const foldersMade = new Set(placed.flatMap(({ path }) => [...foldersAbove(path)]));
  commit(site.manifest, { placed, foldersMade });
  writing.placed = [];
}

async function makeHere(writing: Writing, tree: string, file: PlannedFile): Promise<void> {
  const { site, tally, folders } = writing;
  let from: Source | { readonly bytes: string };
  try {
    const content = await file.content(file);
    from = typeof content === "string" ? { bytes: content } : sourceOf(site, content).from;
  } catch (thrown) {
    tally.refused.push(unmade(site, file, thrown));
    return;
  }
  try {
    const made =
      "bytes" in from
        ? writeInTree(tree, file.path, from.bytes, folders)
        : copyIntoTree(tree, file.path, from.copyOf, folders);
    note(writing, file, made);
  } catch (thrown) {
    if (errnoOf(thrown) === undefined) throw thrown;
    tally.refused.push(refuseThrown(site, file.path, "written", thrown));
  }
}

const oneByOne: MakeAll = async (files, _tree, make) => {
  for (const file of files) await make(file);
};
