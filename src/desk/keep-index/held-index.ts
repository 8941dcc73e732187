// The index that a desk has open: the newsroom's, a private copy of it, or one that goes with the process. Opened once, closed
// at the end, and thrown away where it turns out to be damaged.
import { articlesFolder } from "../../article/settings.ts";
import { VERSION } from "../../base/version.ts";
import {
  closeIndex,
  damagedIndex,
  finishIndex,
  isDamage,
  isKnownDamaged,
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
import type { Making } from "../../newsroom/index-making.ts";
import type { DerivedFrom } from "../../newsroom/write/derived-file.ts";
import type { Desk } from "../desk.ts";

export interface Held {
  readonly index: Index;
  /** Absent for a private one that goes with the process. */
  readonly file?: string;
}

const held = new WeakMap<Desk, Held>();

/** The index this desk has open, else the newsroom's current one; undefined where there is none to trust. */
export function openHeld(desk: Desk): Held | undefined {
  const known = held.get(desk);
  if (known !== undefined && !isKnownDamaged(known.index)) return known;
  discardHeld(desk);
  const file = distrusted.has(desk) ? undefined : currentIndexFile(desk.root);
  if (file === undefined) return undefined;
  guardIndexFile(file, derivedFrom(desk));
  if (!isWritableIndex(file)) return openCopy(desk, file);
  const index = openIndex(file, indexKeyOf(desk));
  return index === undefined ? undefined : hold(desk, { index, file });
}

/** The index as it lies there, if it does, without a look at the files: what it says must be checked in the file. */
export function knownIndex(desk: Desk): Index | undefined {
  return openHeld(desk)?.index;
}

/** True where this is the index that the desk has open still. */
export function isHeld(desk: Desk, index: Index): boolean {
  return held.get(desk)?.index === index;
}

/** Gives the index that a desk has open to another desk of the same newsroom and settings, which has none. */
export function handOverIndex(from: Desk, to: Desk): void {
  const known = held.get(from);
  held.delete(from);
  if (known !== undefined) held.set(to, known);
}

/** A private copy in place of the index that this desk has open. */
export function copyHeld(desk: Desk): Held | undefined {
  const known = held.get(desk);
  if (known?.file === undefined) return undefined;
  closeIndexOf(desk);
  return openCopy(desk, known.file);
}

function openCopy(desk: Desk, file: string): Held | undefined {
  const copy = copyIndexFile(file);
  const index = copy === undefined ? undefined : openIndex(copy, indexKeyOf(desk));
  return index === undefined ? undefined : hold(desk, { index });
}

export function hold(desk: Desk, holding: Held): Held {
  held.set(desk, holding);
  return holding;
}

/** A filled index gets its name; a private one is kept open as it is. */
export function settle(desk: Desk, index: Index, making: Making | undefined): Held {
  finishIndex(index, making?.goOn);
  if (making === undefined) return hold(desk, { index });
  closeIndex(index);
  const file = installIndexFile(desk.root, making.file);
  const installed = openIndex(file, indexKeyOf(desk));
  if (installed === undefined) throw damagedIndex();
  return hold(desk, { index: installed, file });
}

/** Closes the index, if one was opened: the last to close it folds its journal in. The desk is done with. */
export function closeIndexOf(desk: Desk): void {
  const known = held.get(desk);
  if (known !== undefined && isKnownDamaged(known.index)) discardHeld(desk);
  else if (known !== undefined) closeIndex(known.index);
  held.delete(desk);
}

/** Desks whose newsroom has a damaged index that cannot be removed: its copy would be as damaged a second time. */
const distrusted = new WeakSet<Desk>();

/** Throws the index away that this desk has open: the next reading makes it anew. */
export function discardHeld(desk: Desk): void {
  const known = held.get(desk);
  held.delete(desk);
  if (known === undefined) return;
  closeIndex(known.index);
  if (known.file === undefined) distrusted.add(desk);
  else discardIndexFile(known.file);
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

/**
 * What rows depend on besides the files: settings that the reader of articles looks at, limits, the program, and what
 * its Node knows of letters and of zones.
 */
export function indexKeyOf({ settings, limits }: Desk): IndexKey {
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

export function derivedFrom({ root, settings }: Desk): DerivedFrom {
  return { root, articles: articlesFolder(settings) };
}
