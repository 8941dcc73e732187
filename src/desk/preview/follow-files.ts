// The index of a newsroom that is followed while it is worked on. Now and then all folders are walked; in between only those
// in which the system says that something has changed, so that a save is seen in the time that its folder takes.
import { storedFolders } from "../../index/folders.ts";
import type { Index } from "../../index/open-index.ts";
import { watchFolders } from "../../newsroom/walk/watch-folders.ts";
import type { Desk } from "../desk.ts";
import { freshIndex, type FreshIndex } from "../keep-index/fresh-index.ts";
import { helpWithWalk } from "../keep-index/help-with-walk.ts";
import { isHeld } from "../keep-index/held-index.ts";
import { exceptIn, type Help } from "../keep-index/walk-help.ts";

export interface FollowedFiles {
  /**
   * The index as freshIndex has it. Of a file that is changed under a second name (a hard link) the system has no word: that
   * is seen with the next walk, ten seconds later at most.
   */
  fresh(desk: Desk): Promise<FreshIndex>;
  close(): void;
}

/** Behind a walk the word of the system is enough for so many times as long as that took: who saves should not meet one. */
const WALKS_APART = 50;
const MOST_APART_MS = 10_000;

interface Walk {
  /** When it began and how long it took, in milliseconds. */
  readonly begun: number;
  readonly took: number;
}

/** `onChange` is called when something changes in a folder of articles, where the system says so. */
export function followFiles(
  root: string,
  onChange: () => void,
  apart: (walk: Walk) => number = walksApart,
): FollowedFiles {
  const watched = watchFolders(root, onChange);
  /** The last walk of all folders, where no later one is needed for what it cannot be told of. */
  let walk: Walk | undefined;
  /** What was brought up to the files last: another index may be behind where nothing has changed since. */
  let followed: Index | undefined;
  return {
    async fresh(desk) {
      const changed = await watched.takeChanged();
      const begun = performance.now();
      const last = walk !== undefined && begun - walk.begun < apart(walk) ? walk : undefined;
      // Where this fails, what has changed is asked for no more.
      walk = undefined;
      let isWalk = true;
      const help: Help = (helped, stored) => {
        const isEnough = last !== undefined && followed !== undefined && isHeld(helped, followed);
        isWalk = changed === undefined || !isEnough;
        if (changed === undefined || isWalk) return helpWithWalk(helped, stored);
        return exceptIn((folder) => watched.isWatched(folder) && !changed.has(folder))(helped, stored);
      };
      const fresh = await freshIndex(desk, help);
      followed = fresh.index;
      const isWatched = watched.follow(storedFolders(fresh.index).digests.keys());
      if (fresh.isPlain && isWatched) walk = isWalk ? { begun, took: performance.now() - begun } : last;
      return fresh;
    },
    close: () => watched.close(),
  };
}

/** In milliseconds. */
function walksApart({ took }: Walk): number {
  return Math.min(MOST_APART_MS, took * WALKS_APART);
}
