// The bytes of one regular file, read without following a link, waiting on a FIFO or trusting its size.
import fs from "node:fs";

/** The whole content with what fstat said of the very file read; or why it was left unread. */
export type OpenedFile =
  | { readonly kind: "read"; readonly bytes: Buffer; readonly stats: fs.Stats }
  | { readonly kind: "not-a-file"; readonly what: string }
  | { readonly kind: "too-large"; readonly size: number };

// Windows has neither flag; there the constants are undefined and count as 0.
const READ_FLAGS = fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;

/**
 * Reads `real`, an absolute path without links; into `room` where that is large enough, else into bytes of its own. Throws
 * Node's error (ELOOP for a link, ENXIO for a socket).
 */
export function readOpenFile(real: string, maxBytes: number, room?: Buffer): OpenedFile {
  return readAndClose(fs.openSync(real, READ_FLAGS), (stats) => stats.isFile(), maxBytes, room);
}

/**
 * The same of a place that a person named: links are followed, and what a pipe or a device hands on, as `<(...)` and
 * /dev/stdin do, is waited for. Only a folder is refused. Throws Node's error.
 */
export function readNamedFile(file: string, maxBytes: number): OpenedFile {
  return readAndClose(fs.openSync(file, "r"), (stats) => !stats.isDirectory(), maxBytes);
}

function readAndClose(
  descriptor: number,
  isMeant: (stats: fs.Stats) => boolean,
  maxBytes: number,
  room?: Buffer,
): OpenedFile {
  try {
    const stats = fs.fstatSync(descriptor);
    if (!isMeant(stats)) return { kind: "not-a-file", what: kindOf(stats) };
    if (stats.size > maxBytes) return { kind: "too-large", size: stats.size };
    const isRoomy = room !== undefined && room.length > stats.size;
    const buffer = isRoomy ? room : Buffer.allocUnsafe(stats.size + 1);
    const bytes = readToEnd(descriptor, stats.size, maxBytes, buffer);
    return bytes.length > maxBytes
      ? { kind: "too-large", size: bytes.length }
      : { kind: "read", bytes, stats };
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What a file that is no regular file is, with its article: "a folder", "a FIFO". */
export function kindOf(stats: fs.Stats | fs.Dirent): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a FIFO";
  if (stats.isSocket()) return "a socket";
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return "a device";
  return "a special file";
}

/**
 * Everything up to the end. There is room for one byte more than `size`, so that a file that grows meanwhile is noticed: the
 * read that gives what the file was said to hold, and less than was asked for, is the last.
 */
function readToEnd(descriptor: number, size: number, maxBytes: number, start: Buffer): Buffer {
  let buffer = start;
  let length = 0;
  for (;;) {
    const read = fs.readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    const isLast = read === 0 || (length === size && length < buffer.length);
    if (isLast || length > maxBytes) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}
