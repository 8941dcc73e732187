// What has changed on the disk since the index was last brought up to it: one walk against the stored folders.
import type { Problem } from "../base/problem.ts";
import { articlesFolder } from "../article/settings.ts";
import { compareFolder, namesIn, storedDigests, storedFolder, type FolderState } from "../index/folders.ts";
import type { Index } from "../index/open-index.ts";
import { generationOf } from "../index/write-rows.ts";
import { walkFolders, type WalkedFolder } from "../newsroom/walk-articles.ts";
import type { Desk } from "./desk.ts";

/** Everything a sync has to do. */
export interface Difference {
  /** Of the index the comparison was made with. */
  readonly generation: string;
  /** Paths of files to read again, new ones among them; and of those that are gone. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly folders: readonly FolderState[];
  readonly goneFolders: readonly string[];
  /** What the walk met that is no article file though it should be. */
  readonly problems: readonly Problem[];
}

/** A file this young may change again within one tick of a clock, and keep its stamps. The coarsest tick is FAT's. */
const YOUNG_NS = 2_000_000_000n;

/** Walks the articles folder once. */
export function compareFolders(desk: Desk, index: Index): Difference {
  const generation = generationOf(index);
  const stored = storedDigests(index);
  const youngest = BigInt(desk.clock()) * 1_000_000n - YOUNG_NS;
  const changed: string[] = [];
  const gone: string[] = [];
  const folders: FolderState[] = [];
  const problems: Problem[] = [];
  for (const walked of walkFolders(desk.root, articlesFolder(desk.settings))) {
    problems.push(...walked.problems);
    const isUnchanged = stored.get(walked.path) === walked.digest;
    stored.delete(walked.path);
    if (isUnchanged) continue;
    const state = { ...walked, unsure: youngOf(walked, youngest) };
    const difference = compareFolder(state, storedFolder(index, walked.path));
    changed.push(...difference.changed.map((name) => below(walked.path, name)));
    gone.push(...difference.gone.map((name) => below(walked.path, name)));
    folders.push(state);
  }
  for (const path of stored.keys()) {
    gone.push(...namesIn(storedFolder(index, path)?.names ?? "").map((name) => below(path, name)));
  }
  return { generation, changed, gone, folders, goneFolders: [...stored.keys()], problems };
}

/** The path of a file in a folder. */
export function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Files whose stamps do not prove yet that they will not change unseen, those from the future among them. */
function youngOf({ names, stamps }: WalkedFolder, youngest: bigint): string[] {
  return names.filter((_, at) => {
    const mtime = stamps[at * 4 + 1] ?? 0n;
    const ctime = stamps[at * 4 + 2] ?? 0n;
    return mtime >= youngest || ctime >= youngest;
  });
}
