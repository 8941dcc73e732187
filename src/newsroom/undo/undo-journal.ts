// Writes down what a command is about to change, before it changes it: the journal in `.stet/tmp` that becomes a step of
// `stet undo`. Undo is a convenience: where nothing can be written down, the change is made all the same.
import fs from "node:fs";
import path from "node:path";
import type { Lock } from "../lock/held-lock.ts";
import { makeStetFolder, stetPath } from "../stet-folder.ts";
import { syncFile } from "../write/sync-file.ts";
import { randomName, removeTemp, writeAll } from "../write/temp-file.ts";
import { MOST_BYTES, promoteJournal, readJournal, type UndoChange } from "./undo-steps.ts";
import { isMade } from "./undo-state.ts";

/** Journals in `.stet/tmp` end so; the name before it is random. */
export const JOURNAL_SUFFIX = ".undo";

interface Journal {
  readonly command: string;
  readonly at: number;
  /** Absolute; absent until the first change. */
  file?: string;
  bytes: number;
  changes: number;
  /** Nothing more is written down: it was too much, or the disk refused. */
  isClosed: boolean;
}

const journals = new WeakMap<Lock, Journal>();

/** Runs `work`; every change recorded meanwhile becomes one step, also when `work` throws half-way. */
export function journalling<T>(
  lock: Lock,
  { command, now }: { readonly command: string; readonly now: number },
  work: () => T,
): T {
  const journal: Journal = { command, at: now, bytes: 0, changes: 0, isClosed: false };
  journals.set(lock, journal);
  try {
    return work();
  } finally {
    journals.delete(lock);
    finish(lock, journal);
  }
}

/** Runs `work`, which makes `change` or throws and makes none. Only `work` where no journal is kept. */
export function recordChange<T>(lock: Lock, change: UndoChange, work: () => T): T {
  const journal = journals.get(lock);
  if (journal === undefined || journal.isClosed) return work();
  append(lock, journal, change);
  try {
    const result = work();
    journal.changes++;
    return result;
  } catch (error) {
    append(lock, journal, { kind: "given-up" });
    throw error;
  }
}

/** True while changes are written down: their texts before are worth reading. */
export function isJournalling(lock: Lock): boolean {
  return journals.get(lock)?.isClosed === false;
}

type Line = UndoChange | { readonly kind: "given-up" | "too-large" };

function append(lock: Lock, journal: Journal, line: Line): void {
  if (journal.isClosed) return;
  try {
    const head = journal.file === undefined ? headOf(journal) : "";
    const file = (journal.file ??= newJournal(lock.root));
    const bytes = Buffer.from(`${head}${JSON.stringify(line)}\n`, "utf8");
    if (journal.bytes + bytes.length > MOST_BYTES) giveUp(journal, file);
    else addTo(file, bytes);
    journal.bytes += bytes.length;
  } catch {
    // No room, no permission: a journal with a gap would take back half a command.
    journal.isClosed = true;
    if (journal.file !== undefined) removeTemp(journal.file);
    delete journal.file;
  }
}

function headOf({ command, at }: Journal): string {
  return `${JSON.stringify({ command, at })}\n`;
}

function newJournal(root: string): string {
  return path.join(makeStetFolder(root, "tmp"), `${randomName()}${JOURNAL_SUFFIX}`);
}

/** What was written down goes; that it was too much stays to be told. */
function giveUp(journal: Journal, file: string): void {
  journal.isClosed = true;
  const line: Line = { kind: "too-large" };
  fs.writeFileSync(file, `${headOf(journal)}${JSON.stringify(line)}\n`);
}

function addTo(file: string, bytes: Buffer): void {
  const descriptor = fs.openSync(file, "a", 0o600);
  try {
    writeAll(descriptor, bytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

function finish(lock: Lock, { file, changes, isClosed }: Journal): void {
  if (file === undefined) return;
  try {
    if (changes === 0 && !isClosed) fs.rmSync(file);
    else {
      syncFile(file);
      promoteJournal(lock.root, file);
      lock.unsynced.add(stetPath(lock.root, "undo"));
    }
  } catch {
    // The articles are safe; only undo does not know of them, and the sweep takes the journal.
  }
}

/**
 * What a killed command wrote down becomes a step too, without the change it did not come to. Call under the lock.
 * Throws Node's error where the journal cannot go.
 */
export function settleJournal(root: string, name: string): void {
  const file = stetPath(root, "tmp", name);
  const { changes = [], isTooLarge = false } = readJournal(file) ?? {};
  const last = changes.at(-1);
  const isLastMade = last !== undefined && isMade(root, last);
  if (!isTooLarge && (last === undefined || (changes.length === 1 && !isLastMade))) fs.unlinkSync(file);
  else {
    if (!isTooLarge && !isLastMade) appendAfterTorn(file, { kind: "given-up" });
    promoteJournal(root, file);
  }
}

/** A line torn by the kill goes first: it would spoil the one behind it. */
function appendAfterTorn(file: string, line: Line): void {
  const text = fs.readFileSync(file, "utf8");
  fs.truncateSync(file, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
  fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
}
