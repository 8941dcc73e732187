// An image of the newsroom: the bytes its size stands in, and what tells a changed one from an unchanged one.
import fs from "node:fs";
import path from "node:path";
import { isHidden, realPathInside, relativeInside } from "../confine.ts";
import { errnoOf, explainingFailure } from "../io-error.ts";

/** Enough for every header but those of photographs with much metadata. */
const HEADER_BYTES = 256 * 1024;

/** A regular file inside the newsroom. */
export interface ImageFile {
  /** The first 256 KiB. */
  readonly bytes: Uint8Array;
  /** Changes when the file does: with its length, its times and which file it is. */
  readonly stamp: string;
}

/** The image at `file`, relative to `root`; undefined where there is no such regular file inside the newsroom. */
export function readImageFile(root: string, file: string): ImageFile | undefined {
  const real = realFile(root, file);
  if (real === undefined) return undefined;
  const descriptor = explainingFailure(root, file, "read", () =>
    fs.openSync(real.path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK),
  );
  try {
    const stats = fs.fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(stats.size, HEADER_BYTES));
    const length = fs.readSync(descriptor, buffer, 0, buffer.length, 0);
    return { bytes: buffer.subarray(0, length), stamp: stampOf(stats) };
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The stamp of the same file, which is not read. */
export function imageStamp(root: string, file: string): string | undefined {
  const real = realFile(root, file);
  return real && stampOf(real.stats);
}

/** A copy may come with the time of the other file; nobody sets the second, that of a change, and a file is itself. */
function stampOf({ size, mtimeMs, ctimeMs, ino }: fs.Stats): string {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}

interface RealFile {
  readonly path: string;
  readonly stats: fs.Stats;
}

function realFile(root: string, file: string): RealFile | undefined {
  if (isHidden(file) || file.includes("\0") || relativeInside(root, path.join(root, file)) === undefined)
    return undefined;
  try {
    const real = realPathInside(root, file);
    if (real === undefined) return undefined;
    const stats = fs.statSync(real);
    return stats.isFile() ? { path: real, stats } : undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
