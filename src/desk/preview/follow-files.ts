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
   * is seen with the next look at its folder, twenty seconds later at most.
   */
  fresh(desk: Desk): Promise<FreshIndex>;
  close(): void;
}

/** How folders are looked at that the system tells of: now and then, as it may not hear of everything. */
export interface Pace {
  /** At the latest so long after the last look, in milliseconds, given how long it takes to walk all folders. */
  readonly apart: (walkMs: number) => number;
  /** From 70 % of that time on some each time, for so long: who saves should not wait for all of them. */
  readonly sliceMs: number;
  /** Milliseconds from some beginning. */
  readonly now: () => number;
}

const PACE: Pace = {
  apart: (walkMs) => Math.min(20_000, walkMs * 50),
  sliceMs: 15,
  now: () => performance.now(),
};

/** Of the time between two looks. */
const EARLY = 0.7;

/** What the system tells of all folders is believed between the looks at each. */
interface Round {
  /** When each folder was looked at last. */
  readonly looks: Map<string, number>;
  readonly apart: number;
}

/** `onChange` is called when something changes in a folder of articles, where the system says so. */
export function followFiles(root: string, onChange: () => void, pace: Pace = PACE): FollowedFiles {
  const watched = watchFolders(root, onChange);
  let round: Round | undefined;
  /** What was brought up to the files last: another index may be behind where nothing has changed since. */
  let followed: Index | undefined;
  return {
    async fresh(desk) {
      const changed = await watched.takeChanged();
      const begun = pace.now();
      const last = round;
      // Where this fails, what has changed is asked for no more.
      round = undefined;
      let going: Round | undefined;
      const help: Help = (helped, stored) => {
        const isEnough = changed !== undefined && followed !== undefined && isHeld(helped, followed);
        going = isEnough ? last : undefined;
        if (changed === undefined || going === undefined) return helpWithWalk(helped, stored);
        const isDue = dueIn(going, pace, begun);
        return exceptIn((folder) => watched.isWatched(folder) && !changed.has(folder) && !isDue(folder))(
          helped,
          stored,
        );
      };
      const fresh = await freshIndex(desk, help);
      followed = fresh.index;
      const folders = [...storedFolders(fresh.index).digests.keys()];
      const isWatched = watched.follow(folders);
      if (fresh.isPlain && isWatched) round = going ?? roundOf(folders, begun, pace);
      return fresh;
    },
    close: () => watched.close(),
  };
}

/** All folders were looked at. */
function roundOf(folders: readonly string[], begun: number, { apart, now }: Pace): Round {
  return { looks: new Map(folders.map((folder) => [folder, begun])), apart: apart(now() - begun) };
}

/** Whether a folder is looked at this time, asked once for each; one that is not known has not been. */
function dueIn({ looks, apart }: Round, { sliceMs, now }: Pace, begun: number): (folder: string) => boolean {
  return (folder) => {
    const age = begun - (looks.get(folder) ?? Number.NEGATIVE_INFINITY);
    const isDue = age >= apart || (age >= apart * EARLY && now() - begun < sliceMs);
    if (isDue) looks.set(folder, begun);
    return isDue;
  };
}
