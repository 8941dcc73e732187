// One sync: a walk against the index, and every file that has changed into it or out of it, in one transaction.
import type { Problem } from "../../base/problem.ts";
import { putFolder, putListing, removeFolder } from "../../index/folders.ts";
import type { Index } from "../../index/open-index.ts";
import {
  abandonSync,
  addRow,
  beginSync,
  commitSync,
  hashOf,
  isEmptyIndex,
  putRow,
  removeRow,
} from "../../index/write-rows.ts";
import { compareFolders, type Difference } from "./compare-folders.ts";
import { below } from "../../newsroom/walk/classify-entry.ts";
import type { Desk } from "../desk.ts";
import { rowMaker, type RowRequest } from "./make-rows.ts";
import { makeRows, type MadeRow } from "./row-threads.ts";
import { helpWithWalk } from "./help-with-walk.ts";
import type { Help } from "./walk-help.ts";

/** An index that says what the files say, and what the walk met that is no file. */
export interface FreshIndex {
  readonly index: Index;
  readonly problems: readonly Problem[];
  /** No folder that was looked at had a link in it, was led to by one, or gave trouble of any kind. */
  readonly isPlain: boolean;
}

/** Called as it goes on, many times a second where there is much to do. */
export type GoingOn = () => void;

export interface Syncing {
  /** Called with each folder that is looked at, and with every few files that are done. */
  readonly goingOn?: GoingOn | undefined;
  /** What knows folders before they are walked; by default what helpWithWalk finds. */
  readonly help?: Help | undefined;
}

/** Syncs the index with the files; the walk is made again where another process wrote to the index meanwhile. */
export async function bringUpToDate(
  desk: Desk,
  index: Index,
  { goingOn, help = helpWithWalk }: Syncing = {},
): Promise<FreshIndex> {
  for (;;) {
    const difference = compareFolders(desk, index, help, goingOn);
    const current = { index, problems: difference.problems, isPlain: difference.isPlain };
    if (isEmpty(difference)) return current;
    if (!beginSync(index, difference.generation)) continue;
    try {
      const unread = await putChanged(desk, index, difference, goingOn);
      putFolders(index, difference, unread);
      commitSync(index);
      return current;
    } finally {
      abandonSync(index);
    }
  }
}

/** As bringUpToDate, at once and in this thread. */
export function bringUpToDateNow(
  desk: Desk,
  index: Index,
  { goingOn, help = helpWithWalk }: Syncing = {},
): FreshIndex {
  for (;;) {
    const difference = compareFolders(desk, index, help, goingOn);
    const current = { index, problems: difference.problems, isPlain: difference.isPlain };
    if (isEmpty(difference)) return current;
    if (!beginSync(index, difference.generation)) continue;
    try {
      const unread = new Set<string>();
      const put = isEmptyIndex(index) ? addRow : putRow;
      const make = rowMaker(desk);
      for (const request of requestsOf(index, difference)) {
        putMade(index, make(request), unread, put);
        goingOn?.();
      }
      putFolders(index, difference, unread);
      commitSync(index);
      return current;
    } finally {
      abandonSync(index);
    }
  }
}

function isEmpty({ folders, goneFolders, relisted }: Difference): boolean {
  return folders.length === 0 && goneFolders.length === 0 && relisted.length === 0;
}

/** Puts the rows of all that has changed; returns the paths of files that could not be read this time. */
async function putChanged(
  desk: Desk,
  index: Index,
  difference: Difference,
  goingOn?: GoingOn,
): Promise<ReadonlySet<string>> {
  const requests = requestsOf(index, difference);
  const unread = new Set<string>();
  const total = requests.length;
  const put = isEmptyIndex(index) ? addRow : putRow;
  let done = 0;
  await makeRows(desk, requests, (rows) => {
    for (const row of rows) putMade(index, row, unread, put);
    done += rows.length;
    desk.onProgress?.({ done, total });
    goingOn?.();
  });
  return unread;
}

/** A first index has nothing to look up, file by file. */
function requestsOf(index: Index, { changed }: Difference): RowRequest[] {
  if (isEmptyIndex(index)) return changed.map((path) => ({ path }));
  return changed.map((path) => ({ path, hash: hashOf(index, path) }));
}

function putMade(index: Index, row: MadeRow, unread: Set<string>, put: typeof putRow): void {
  if (row === undefined) return;
  put(index, row);
  if (row.isUnread) unread.add(row.path);
}

function putFolders(
  index: Index,
  { gone, folders, goneFolders, relisted }: Difference,
  unread: ReadonlySet<string>,
): void {
  for (const path of gone) removeRow(index, path);
  for (const folder of folders) {
    const again = folder.names.filter((name) => unread.has(below(folder.path, name)));
    putFolder(index, { ...folder, unsure: [...new Set([...folder.unsure, ...again])] });
  }
  for (const { path, listing } of relisted) putListing(index, path, listing);
  for (const path of goneFolders) removeFolder(index, path);
}
