// What stands at a place of the site right now: by its stamp, which is cheap, or by the hash of its bytes.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { realPathInside } from "../confine.ts";
import { contentHash } from "../read/content-hash.ts";
import { statsOf } from "../read/stats-of.ts";

/** Two equal stamps of a path: nobody has written to it in between, but for a forger. */
export interface Stamp {
  readonly size: number;
  /** Microseconds, a whole number: the modification time, and with `withChange` the change time added to it. */
  readonly touched: number;
}

/** What is at a path, no link followed. */
export type Standing = "absent" | "file" | "folder" | "other";

/**
 * The stamp of the regular file at an absolute path, else undefined; no link is followed at its end. 3 us. A hard
 * link moves the change time of a file (`withChange`) that nobody has touched. Throws Node's error.
 */
export function stampOf(file: string, withChange: boolean): Stamp | undefined {
  const stats = statsOf(file);
  return stats?.isFile() === true ? stampOfStats(stats, withChange) : undefined;
}

/** The stamp that a file has by what the system says of it. */
export function stampOfStats({ size, mtimeMs, ctimeMs }: fs.Stats, withChange: boolean): Stamp {
  return { size, touched: Math.round((mtimeMs + (withChange ? ctimeMs : 0)) * 1000) };
}

/** What stands at the absolute path. Throws Node's error for all but its absence. */
export function standingAt(file: string): Standing {
  const stats = statsOf(file);
  if (stats === undefined) return "absent";
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "folder" : "other";
}

// One for all files: a buffer for each would be memory that is collected too late.
const BUFFER = Buffer.allocUnsafeSlow(1 << 16);

/** SHA-256 (64 hexadecimal digits) of the regular file at an absolute path, else undefined. Flat memory. */
export function hashOfFile(file: string): string | undefined {
  if (stampOf(file, false) === undefined) return undefined;
  const flags = fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;
  const descriptor = fs.openSync(file, flags);
  try {
    return hashOfOpenFile(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** As hashOfFile for an open descriptor, from the file's first byte. */
export function hashOfOpenFile(descriptor: number): string {
  const first = fs.readSync(descriptor, BUFFER, 0, BUFFER.length, 0);
  // Most files: no hash object, which is memory that is collected too late, as buffers are.
  if (first < BUFFER.length && fs.fstatSync(descriptor).size === first) {
    return contentHash(BUFFER.subarray(0, first));
  }
  const hash = crypto.createHash("sha256");
  for (let count = first, position = 0; count > 0;) {
    hash.update(BUFFER.subarray(0, count));
    position += count;
    count = fs.readSync(descriptor, BUFFER, 0, BUFFER.length, position);
  }
  return hash.digest("hex");
}

/** True where both absolute paths lead to one file: on a file system that ignores case, two spellings do. */
export function isSameFile(one: string, other: string): boolean {
  const a = statsOf(one);
  const b = statsOf(other);
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/**
 * The real path of a file of the newsroom that is to be copied into the site; undefined when it is no regular file
 * or a link leads out. Throws Node's error when it does not exist.
 */
export function sourceFile(root: string, file: string): string | undefined {
  const real = path.isAbsolute(file) ? undefined : realPathInside(root, file);
  return real !== undefined && fs.lstatSync(real).isFile() ? real : undefined;
}
