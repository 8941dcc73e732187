// The index as the files are now: found or made anew, compared with one walk of the folder, and brought up to it. Every
// reading of more than one article begins here.
import { articlesFolder } from "../../article/settings.ts";
import { VERSION } from "../../base/version.ts";
import {
  closeIndex,
  createIndex,
  damagedIndex,
  finishIndex,
  isBusy,
  isDamage,
  isKnownDamaged,
  isOfSqlite,
  openIndex,
  type Index,
  type IndexKey,
} from "../../index/open-index.ts";
import {
  copyIndexFile,
  currentIndexFile,
  discardIndexFile,
  guardIndexFile,
  installIndexFile,
  isWritableIndex,
} from "../../newsroom/index-files.ts";
import { beginMaking, type Making } from "../../newsroom/index-making.ts";
import type { DerivedFrom } from "../../newsroom/write/derived-file.ts";
import { errnoOf } from "../../newsroom/io-error.ts";
import type { Desk } from "../desk.ts";
import { bringUpToDate, bringUpToDateNow, type FreshIndex } from "./sync-index.ts";

export type { FreshIndex } from "./sync-index.ts";

interface Held {
  readonly index: Index;
  /** Absent for a private one that goes with the process. */
  readonly file?: string;
}

const held = new WeakMap<Desk, Held>();

/**
 * The index, fresh. One walk (4 us a file) where nothing has changed; changed files are read, many of them in threads.
 * Where `.stet` cannot be written, has no room or is taken away, the answers are the same, from a private index, only
 * slower.
 */
export function freshIndex(desk: Desk): Promise<FreshIndex> {
  // One after the other: a connection has one transaction, and the lock of a making is waited for without a turn.
  const before = freshening.get(desk) ?? Promise.resolve();
  const next = before.then(
    () => freshen(desk),
    () => freshen(desk),
  );
  freshening.set(desk, next);
  return next;
}

const freshening = new WeakMap<Desk, Promise<FreshIndex | void>>();

async function freshen(desk: Desk): Promise<FreshIndex> {
  let current: FreshIndex;
  try {
    current = await unhindered(desk, () => repairing(desk, () => sharedIndex(desk)));
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

/** A private copy in place of the index that this desk has open. */
function copyHeld(desk: Desk): Held | undefined {
  const known = held.get(desk);
  if (known?.file === undefined) return undefined;
  closeIndexOf(desk);
  return openCopy(desk, known.file);
}

async function sharedIndex(desk: Desk): Promise<FreshIndex> {
  const open = openHeld(desk);
  if (open !== undefined) return bringUpToDate(desk, open.index);
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
  const known = fresh.get(desk) ?? freshIndexNow(desk);
  fresh.set(desk, known);
  return known;
}

/** The index as it lies there, if it does, without a look at the files: what it says must be checked in the file. */
export function knownIndex(desk: Desk): Index | undefined {
  return openHeld(desk)?.index;
}

/** An index made anew of the files, for this process alone: what the newsroom's own can be held against. Close it. */
export async function privateIndex(desk: Desk): Promise<Index> {
  const index = createIndex("", keyOf(desk));
  await bringUpToDate(desk, index);
  finishIndex(index);
  return index;
}

/** Closes the index, if one was opened: the last to close it folds its journal in. The desk is done with. */
export function closeIndexOf(desk: Desk): void {
  const known = held.get(desk);
  fresh.delete(desk);
  if (known !== undefined && isKnownDamaged(known.index)) discardHeld(desk);
  else if (known !== undefined) closeIndex(known.index);
  held.delete(desk);
}

/** Runs `work`, which asks the index; where that turns out to be damaged it is thrown away, and all of `work` done once more. */
export async function repairing<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDamage(error)) throw error;
    discardHeld(desk);
    return work();
  }
}

/** As repairing, at once. */
export function repairingNow<T>(desk: Desk, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isDamage(error)) throw error;
    discardHeld(desk);
    return work();
  }
}

/** The last resort, in place of what failed with `error`; that is thrown again where no disk is to blame. */
function indexInMemory(desk: Desk, error: unknown): Index {
  if (!isOfSqlite(error) && errnoOf(error) === undefined) throw error;
  closeIndexOf(desk);
  const index = createIndex(":memory:", keyOf(desk));
  hold(desk, { index });
  return index;
}

/**
 * What rows depend on besides the files: settings that the reader of articles looks at, limits, the program, and what
 * its Node knows of letters and of zones.
 */
function keyOf({ settings, limits }: Desk): IndexKey {
  const { language, timezone, sections, authors, fields } = settings;
  const { unicode, tz } = process.versions;
  const reading = [
    VERSION,
    unicode,
    tz,
    language,
    timezone,
    [...sections.keys()],
    [...authors],
    [...fields],
    limits,
  ];
  return { reading: JSON.stringify(reading), timezone };
}

function derivedFrom({ root, settings }: Desk): DerivedFrom {
  return { root, articles: articlesFolder(settings) };
}

/** The index this desk has open, else the newsroom's current one; undefined where there is none to trust. */
function openHeld(desk: Desk): Held | undefined {
  const known = held.get(desk);
  if (known !== undefined && !isKnownDamaged(known.index)) return known;
  discardHeld(desk);
  const file = distrusted.has(desk) ? undefined : currentIndexFile(desk.root);
  if (file === undefined) return undefined;
  guardIndexFile(file, derivedFrom(desk));
  if (!isWritableIndex(file)) return openCopy(desk, file);
  const index = openIndex(file, keyOf(desk));
  return index === undefined ? undefined : hold(desk, { index, file });
}

function openCopy(desk: Desk, file: string): Held | undefined {
  const copy = copyIndexFile(file);
  const index = copy === undefined ? undefined : openIndex(copy, keyOf(desk));
  return index === undefined ? undefined : hold(desk, { index });
}

function hold(desk: Desk, holding: Held): Held {
  held.set(desk, holding);
  return holding;
}

/** Desks whose newsroom has a damaged index that cannot be removed: its copy would be as damaged a second time. */
const distrusted = new WeakSet<Desk>();

/** Throws the index away that this desk has open: the next reading makes it anew. */
export function discardHeld(desk: Desk): void {
  const known = held.get(desk);
  held.delete(desk);
  fresh.delete(desk);
  if (known === undefined) return;
  closeIndex(known.index);
  if (known.file === undefined) distrusted.add(desk);
  else discardIndexFile(known.file);
}

async function make(desk: Desk, making: Making | undefined): Promise<FreshIndex> {
  const index = createIndex(making?.file ?? "", keyOf(desk));
  const { problems } = await bringUpToDate(desk, index, making?.goOn);
  return { index: settle(desk, index, making).index, problems };
}

function makeNow(desk: Desk, making: Making | undefined): Held {
  const index = createIndex(making?.file ?? "", keyOf(desk));
  bringUpToDateNow(desk, index, making?.goOn);
  return settle(desk, index, making);
}

/** A filled index gets its name; a private one is kept open as it is. */
function settle(desk: Desk, index: Index, making: Making | undefined): Held {
  finishIndex(index, making?.goOn);
  if (making === undefined) return hold(desk, { index });
  closeIndex(index);
  const file = installIndexFile(desk.root, making.file);
  const installed = openIndex(file, keyOf(desk));
  if (installed === undefined) throw damagedIndex();
  return hold(desk, { index: installed, file });
}
