// What has changed on the disk since the index was last brought up to it: one walk against the stored folders.
import { pushAll } from "../../base/long-lists.ts";
import type { Problem } from "../../base/problem.ts";
import { articlesFolder } from "../../article/settings.ts";
import { compareFolder, namesIn, storedFolder, storedFolders } from "../../index/folders.ts";
import type { FolderState } from "../../index/folders.ts";
import type { Index } from "../../index/open-index.ts";
import { generationOf } from "../../index/write-rows.ts";
import { below } from "../../newsroom/walk/classify-entry.ts";
import {
  STAMPS,
  walkFolders,
  type KnownFolders,
  type WalkedFolder,
} from "../../newsroom/walk/walk-folders.ts";
import type { Desk } from "../desk.ts";
import { helpWithWalk } from "./help-with-walk.ts";
import type { Help } from "./walk-help.ts";

/** Everything a sync has to do. */
export interface Difference {
  /** Of the index the comparison was made with. */
  readonly generation: string;
  /** Paths of files to read again, new ones among them; and of those that are gone. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly folders: readonly FolderState[];
  readonly goneFolders: readonly string[];
  /** Folders in which nothing has changed, and what another program sees in them now. */
  readonly relisted: readonly Relisted[];
  /** What the walk met that is no article file though it should be. */
  readonly problems: readonly Problem[];
  /** As FreshIndex has it. */
  readonly isPlain: boolean;
}

/** A folder's path, and its listing (FolderState). */
export interface Relisted {
  readonly path: string;
  readonly listing: string;
}

/** A file this young may change again within one tick of a clock, and keep its stamps. The coarsest tick is FAT's. */
const YOUNG_MS = 2_000;

/** Walks the articles folder once, with the help there is; `goingOn` is called for each folder. */
export function compareFolders(
  desk: Desk,
  index: Index,
  help: Help = helpWithWalk,
  goingOn?: () => void,
): Difference {
  const generation = generationOf(index);
  const stored = storedFolders(index);
  const { known, listingOf } = help(desk, stored);
  const missing = new Set(stored.digests.keys());
  const youngest = desk.clock() - YOUNG_MS;
  const changed: string[] = [];
  const gone: string[] = [];
  const folders: FolderState[] = [];
  const relisted: Relisted[] = [];
  const problems: Problem[] = [];
  let isPlain = true;
  const isKnown: KnownFolders = (path) => {
    const inside = known(path);
    if (inside !== undefined) missing.delete(path);
    return inside;
  };
  for (const walked of walkFolders(desk.root, articlesFolder(desk.settings), isKnown)) {
    goingOn?.();
    isPlain &&= walked.isPlain;
    pushAll(problems, walked.problems);
    missing.delete(walked.path);
    const listing = walked.isPlain ? (listingOf?.(walked.path) ?? "") : "";
    if (stored.digests.get(walked.path) === walked.digest) {
      if (listing !== "" && listing !== stored.listings.get(walked.path))
        relisted.push({ path: walked.path, listing });
      continue;
    }
    const state = { ...walked, listing, unsure: youngOf(walked, youngest) };
    const difference = compareFolder(state, storedFolder(index, walked.path));
    pushAll(
      changed,
      difference.changed.map((name) => below(walked.path, name)),
    );
    pushAll(
      gone,
      difference.gone.map((name) => below(walked.path, name)),
    );
    folders.push(state);
  }
  for (const path of missing) {
    pushAll(
      gone,
      namesIn(storedFolder(index, path)?.names ?? "").map((name) => below(path, name)),
    );
  }
  return { generation, changed, gone, folders, goneFolders: [...missing], relisted, problems, isPlain };
}

/** Files whose stamps do not prove yet that they will not change unseen, those from the future among them. */
function youngOf({ names, stamps }: WalkedFolder, youngest: number): string[] {
  return names.filter((_, at) => {
    const mtime = stamps[at * STAMPS + 1] ?? 0;
    const ctime = stamps[at * STAMPS + 2] ?? 0;
    return mtime >= youngest || ctime >= youngest;
  });
}
