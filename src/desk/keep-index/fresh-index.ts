// The index as the files are now: found or made anew, compared with one walk of the folder, and brought up to it. Every
// reading of more than one article begins here.
import { createIndex, finishIndex, isBusy, isOfSqlite, type Index } from "../../index/open-index.ts";
import { beginMaking, type Making } from "../../newsroom/index-making.ts";
import { errnoOf } from "../../newsroom/io-error.ts";
import type { Desk } from "../desk.ts";
import {
  closeIndexOf,
  copyHeld,
  derivedFrom,
  hold,
  indexKeyOf,
  isHeld,
  openHeld,
  repairing,
  repairingNow,
  settle,
  type Held,
} from "./held-index.ts";
import { bringUpToDate, bringUpToDateNow, type FreshIndex } from "./sync-index.ts";
import type { Help } from "./walk-help.ts";

export type { FreshIndex } from "./sync-index.ts";

/**
 * The index, fresh. One walk (4 us a file, less with help) where nothing has changed; changed files are read, many of them
 * in threads. Where `.stet` cannot be written, has no room or is taken away, the answers are the same, from a private
 * index, only slower.
 */
export function freshIndex(desk: Desk, help?: Help): Promise<FreshIndex> {
  // One after the other: a connection has one transaction, and the lock of a making is waited for without a turn.
  const before = freshening.get(desk) ?? Promise.resolve();
  const next = before.then(
    () => freshen(desk, help),
    () => freshen(desk, help),
  );
  freshening.set(desk, next);
  return next;
}

const freshening = new WeakMap<Desk, Promise<FreshIndex | void>>();

async function freshen(desk: Desk, help: Help | undefined): Promise<FreshIndex> {
  let current: FreshIndex;
  try {
    current = await unhindered(desk, () => repairing(desk, () => sharedIndex(desk, help)));
  } catch (error) {
    current = await bringUpToDate(desk, indexInMemory(desk, error));
    finishIndex(current.index);
  }
  fresh.set(desk, current);
  return current;
}

/**
 * Where another process is in the middle of writing the index and may be stopped there: a copy of what it has committed,
 * brought up to the files. A copy cannot be made while it really writes; then this one waits.
 */
async function unhindered(desk: Desk, work: () => Promise<FreshIndex>): Promise<FreshIndex> {
  for (let waits = 0; ; waits++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || waits === MOST_WAITS) throw error;
      const copy = copyHeld(desk);
      if (copy !== undefined) return bringUpToDate(desk, copy.index);
    }
  }
}

/** As unhindered, at once. */
function unhinderedNow(desk: Desk, work: () => FreshIndex): FreshIndex {
  for (let waits = 0; ; waits++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waits === MOST_WAITS) throw error;
      const copy = copyHeld(desk);
      if (copy !== undefined) return bringUpToDateNow(desk, copy.index);
    }
  }
}

/** Of a second each. */
const MOST_WAITS = 60;

async function sharedIndex(desk: Desk, help: Help | undefined): Promise<FreshIndex> {
  const open = openHeld(desk);
  if (open !== undefined) return bringUpToDate(desk, open.index, { help });
  const making = beginMaking(derivedFrom(desk));
  try {
    // Another process may have made it while this one waited.
    const made = openHeld(desk);
    return made === undefined ? await make(desk, making) : await bringUpToDate(desk, made.index);
  } finally {
    making?.release();
  }
}

/** As freshIndex, at once and in this thread: for what is done under the newsroom's lock. */
export function freshIndexNow(desk: Desk): FreshIndex {
  try {
    return unhinderedNow(desk, () => repairingNow(desk, () => sharedIndexNow(desk)));
  } catch (error) {
    const current = bringUpToDateNow(desk, indexInMemory(desk, error));
    finishIndex(current.index);
    return current;
  }
}

function sharedIndexNow(desk: Desk): FreshIndex {
  const open = openHeld(desk);
  if (open !== undefined) return bringUpToDateNow(desk, open.index);
  const making = beginMaking(derivedFrom(desk));
  try {
    const made = openHeld(desk) ?? makeNow(desk, making);
    return bringUpToDateNow(desk, made.index);
  } finally {
    making?.release();
  }
}

const fresh = new WeakMap<Desk, FreshIndex>();

/** As freshIndexNow, but one walk for each desk: for the many small readings of one command that writes nothing. */
export function freshIndexOnce(desk: Desk): FreshIndex {
  const known = fresh.get(desk);
  const current = known !== undefined && isHeld(desk, known.index) ? known : freshIndexNow(desk);
  fresh.set(desk, current);
  return current;
}

/** An index made anew of the files, for this process alone: what the newsroom's own can be held against. Close it. */
export async function privateIndex(desk: Desk): Promise<Index> {
  const index = createIndex("", indexKeyOf(desk));
  await bringUpToDate(desk, index);
  finishIndex(index);
  return index;
}

/** The last resort, in place of what failed with `error`; that is thrown again where no disk is to blame. */
function indexInMemory(desk: Desk, error: unknown): Index {
  if (!isOfSqlite(error) && errnoOf(error) === undefined) throw error;
  closeIndexOf(desk);
  const index = createIndex(":memory:", indexKeyOf(desk));
  hold(desk, { index });
  return index;
}

async function make(desk: Desk, making: Making | undefined): Promise<FreshIndex> {
  const index = createIndex(making?.file ?? "", indexKeyOf(desk));
  const made = await bringUpToDate(desk, index, { goingOn: making?.goOn });
  return { ...made, index: settle(desk, index, making).index };
}

function makeNow(desk: Desk, making: Making | undefined): Held {
  const index = createIndex(making?.file ?? "", indexKeyOf(desk));
  bringUpToDateNow(desk, index, { goingOn: making?.goOn });
  return settle(desk, index, making);
}
