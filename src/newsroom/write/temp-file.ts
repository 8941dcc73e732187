// A new content on its way to its place: written in full, owned as it should be, on the disk and read back,
// before anything else is touched.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { errnoOf } from "../io-error.ts";

/** Owner and permission bits of the file to be. */
export interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** What is to stand in the file; `verify` gets the text as read back and throws when it is not what was meant. */
export interface TempContent {
  readonly text: string;
  readonly ownership: Ownership;
  readonly verify: (text: string) => void;
}

const TEMP_FLAGS = fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

/** Sixteen random hexadecimal digits: a name short enough for every file system, taken by nobody else. */
export function randomName(): string {
  return crypto.randomBytes(8).toString("hex");
}

/** A free name for a temporary file in the folder (absolute in, absolute out). */
export function siblingPath(folder: string): string {
  return path.join(folder, `.stet-${randomName()}`);
}

/** A temporary file beside its target: hidden, and unmistakably stet's. */
export const SIBLING_NAME: RegExp = /^\.stet-[0-9a-f]{16}$/;

/**
 * Makes the file at the absolute path `temp` (which must not exist), private until its owner is set, synced and
 * verified. Throws Node's error, StetError external/io when other bytes come back, or what `verify` throws; the
 * file is then gone again.
 */
export function writeTempFile(temp: string, content: TempContent): void {
  const descriptor = fs.openSync(temp, TEMP_FLAGS, 0o600);
  try {
    try {
      fillAndCheck(descriptor, content);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    removeTemp(temp);
    throw error;
  }
}

/** Removes an unfinished file; what cannot be removed now is swept later. */
export function removeTemp(temp: string): void {
  try {
    fs.unlinkSync(temp);
  } catch {
    // The next command sweeps it.
  }
}

function fillAndCheck(descriptor: number, content: TempContent): void {
  const bytes = Buffer.from(content.text, "utf8");
  writeAll(descriptor, bytes);
  setOwnership(descriptor, content.ownership);
  fs.fsyncSync(descriptor);
  const text = readBack(descriptor, bytes.length);
  if (text !== content.text) {
    throw new StetError("external", "io", "what was read back is not what was written; nothing was changed");
  }
  content.verify(text);
}

/** Writes all bytes: one call may write fewer than it was given. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    const count = fs.writeSync(descriptor, bytes, written, bytes.length - written);
    // A disk that takes nothing and reports nothing would be asked for ever.
    if (count === 0) throw Object.assign(new Error("write: nothing was written"), { code: "EIO" });
    written += count;
  }
}

/** One byte more than expected is asked for, so that a longer file is noticed. */
function readBack(descriptor: number, length: number): string {
  const buffer = Buffer.alloc(length + 1);
  let read = 0;
  for (;;) {
    const count = fs.readSync(descriptor, buffer, read, buffer.length - read, read);
    read += count;
    if (count === 0 || read === buffer.length) return buffer.toString("utf8", 0, read);
  }
}

/** Gives an open file its owner and mode, as far as the system allows it: never more open than is wanted. */
export function setOwnership(descriptor: number, wanted: Ownership): void {
  const stats = fs.fstatSync(descriptor);
  const hasGroup = giveTo(descriptor, stats, wanted);
  // Where the group cannot be kept, the new one gets no more than everybody: never more open than it was.
  const everybody = wanted.mode & 0o007;
  const mode = hasGroup ? wanted.mode : (wanted.mode & ~0o070) | (everybody << 3);
  allowRefusal(() => fs.fchmodSync(descriptor, mode & 0o777));
}

/** True when the file has the wanted group in the end. */
function giveTo(descriptor: number, stats: fs.Stats, wanted: Ownership): boolean {
  if (stats.uid === wanted.uid && stats.gid === wanted.gid) return true;
  if (allowRefusal(() => fs.fchownSync(descriptor, wanted.uid, wanted.gid))) return true;
  return stats.gid === wanted.gid || allowRefusal(() => fs.fchownSync(descriptor, stats.uid, wanted.gid));
}

/** False where the system or the file system does not allow it, which is no reason to refuse a save. */
function allowRefusal(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EPERM" || errno === "ENOSYS" || errno === "ENOTSUP" || errno === "EINVAL") return false;
    throw error;
  }
}
