// Who holds the lock, written down for the message a waiting stet shows. It decides nothing, and lies in `.stet/tmp`,
// so that a killed holder's note is swept with the rest.
import fs from "node:fs";
import { isObject } from "../../base/value-checks.ts";
import { stetPath } from "../stet-folder.ts";

/** The note's name in `.stet/tmp`, which must exist. */
export const HOLDER_NOTE = "holder.json";
const NOTE_FLAGS =
  fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_TRUNC | fs.constants.O_NOFOLLOW;
const LONGEST_NOTE = 500;

/** Notes command, process and time (epoch milliseconds) of the holder; a failure to do so is of no consequence. */
export function noteHolder(root: string, holder: { readonly command: string; readonly now: number }): void {
  const note = { command: holder.command, pid: process.pid, since: new Date(holder.now).toISOString() };
  try {
    const descriptor = fs.openSync(stetPath(root, "tmp", HOLDER_NOTE), NOTE_FLAGS, 0o644);
    try {
      fs.writeFileSync(descriptor, JSON.stringify(note));
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // The others will read "another stet".
  }
}

/** Removes the note; call it while the lock is still held. */
export function removeNote(root: string): void {
  try {
    fs.unlinkSync(stetPath(root, "tmp", HOLDER_NOTE));
  } catch {
    // It was never written, or the next holder writes over it.
  }
}

/** "another stet (publish, pid 4312, since 14:02:07)", the time in the machine's zone; without a note, less. */
export function describeHolder(root: string): string {
  const note = readNote(root);
  if (note === undefined) return "another stet";
  const since = new Date(note.since).toTimeString().slice(0, 8);
  return `another stet (${note.command}, pid ${note.pid}, since ${since})`;
}

interface Note {
  readonly command: string;
  readonly pid: number;
  readonly since: string;
}

function readNote(root: string): Note | undefined {
  try {
    const note: unknown = JSON.parse(
      fs.readFileSync(stetPath(root, "tmp", HOLDER_NOTE), "utf8").slice(0, LONGEST_NOTE),
    );
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(note: unknown): note is Note {
  if (!isObject(note)) return false;
  const { command, pid, since } = note;
  // The command is shown on a terminal: a word of letters and hyphens, whatever the file says.
  const isCommand = typeof command === "string" && /^[a-z][a-z -]{0,40}$/.test(command);
  return (
    isCommand && Number.isSafeInteger(pid) && typeof since === "string" && !Number.isNaN(Date.parse(since))
  );
}
