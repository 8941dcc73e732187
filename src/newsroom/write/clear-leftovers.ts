// Removes what a writer that was killed left behind. The caller holds the lock, so nobody is still at work on it.
import fs from "node:fs";
import path from "node:path";
import { realPathInside, requireInside } from "../confine.ts";
import { NOTE_SUFFIX, readLeftoverNote, type LeftoverNote } from "./leftover-note.ts";
import { SIBLING_NAME } from "./temp-file.ts";
import { HOLDER_NOTE } from "../lock/lock-note.ts";
import { readOpenFile } from "../read/read-open-file.ts";
import { hasStetFolder, stetPath } from "../stet-folder.ts";
import { JOURNAL_SUFFIX, settleJournal } from "../undo/undo-journal.ts";

const TEMP_NAME = /^[0-9a-f]{16}(\.json|\.undo)?$/;

/** The names of what lies in `.stet/tmp`: one readdir, nothing where there is no such folder. */
export function leftovers(root: string): readonly string[] {
  try {
    if (!hasStetFolder(root, "tmp")) return [];
    return fs
      .readdirSync(stetPath(root, "tmp"))
      .filter((name) => TEMP_NAME.test(name) || name === HOLDER_NOTE);
  } catch {
    return [];
  }
}

/**
 * Finishes or undoes what was left and returns how many things it was. Never throws for what is on the disk: a
 * leftover that cannot be removed does no harm. Notes are checked, as a newsroom may come from anybody.
 */
export function clearLeftovers(root: string): number {
  const isJournal = (name: string): boolean => name.endsWith(JOURNAL_SUFFIX);
  const names = leftovers(root);
  // Journals last: what was made of their last change is seen when a move is finished.
  const ordered = [...names.filter((name) => !isJournal(name)), ...names.filter(isJournal)];
  return ordered.filter((name) => isCleared(root, name)).length;
}

function isCleared(root: string, name: string): boolean {
  try {
    if (name.endsWith(JOURNAL_SUFFIX)) {
      settleJournal(root, name);
      return true;
    }
    const note = name.endsWith(NOTE_SUFFIX) ? readLeftoverNote(root, name) : undefined;
    if (note !== undefined) settle(root, note);
    fs.unlinkSync(stetPath(root, "tmp", name));
    return true;
  } catch {
    return false;
  }
}

function settle(root: string, note: LeftoverNote): void {
  if (note.kind === "beside") removeSibling(root, note.temp);
  else finishMove(root, note.from, note.to);
}

function removeSibling(root: string, temp: string): void {
  if (!SIBLING_NAME.test(path.posix.basename(temp))) return;
  const real = realFile(root, temp);
  if (real !== undefined) fs.unlinkSync(real);
}

/** Both names present means that only the removal of the old one is missing; equal bytes prove it. */
function finishMove(root: string, from: string, to: string): void {
  const old = realFile(root, from);
  const moved = realFile(root, to);
  if (old === undefined || moved === undefined || old === moved) return;
  if (isSame(old, moved)) fs.unlinkSync(old);
}

/** The absolute path of a regular file that is itself no link and lies inside the newsroom. */
function realFile(root: string, file: string): string | undefined {
  requireInside(root, file);
  const absolute = path.join(root, file);
  if (fs.lstatSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return realPathInside(root, file);
}

function isSame(one: string, other: string): boolean {
  const a = readOpenFile(one, Infinity);
  const b = readOpenFile(other, Infinity);
  return a.kind === "read" && b.kind === "read" && a.bytes.equals(b.bytes);
}
