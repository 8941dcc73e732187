// A new private file, whole and on the disk or not there at all: notes and drafts. Articles go another way
// (temp-file.ts), as theirs must be checked before they are seen.
import fs from "node:fs";
import { removeTemp, writeAll } from "./temp-file.ts";

/**
 * Writes `text` to the absolute path `file`, which must not exist, for its owner only (0600). Throws Node's error,
 * EEXIST where the name is taken; what was half written is then removed. The folder is not synced.
 */
export function writeNewFile(file: string, text: string): void {
  const descriptor = fs.openSync(file, "wx", 0o600);
  try {
    fillAndClose(descriptor, text);
  } catch (error) {
    removeTemp(file);
    throw error;
  }
}

function fillAndClose(descriptor: number, text: string): void {
  try {
    writeAll(descriptor, Buffer.from(text, "utf8"));
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
