// New files of a site before they take their places: whole, and on the disk, in a folder nobody is served from.
import fs from "node:fs";
import path from "node:path";
import { hashOfOpenFile } from "./publish-stamp.ts";
import { randomName, removeTemp, writeAll } from "../write/temp-file.ts";

/** A file written in full; syncStaged must be called once, and closes `descriptor`. */
export interface StagedFile {
  readonly temp: string;
  readonly descriptor: number;
}

const FLAGS = fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

/** Makes the folder for staged files (absolute; its parent exists), or empties it of what a crash left. */
export function prepareStage(folder: string): void {
  if (clearStage(folder)) return;
  fs.mkdirSync(folder);
}

/** Empties the folder where it is one; false where there is none. Throws Node's error. */
function clearStage(folder: string): boolean {
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  for (const name of fs.readdirSync(folder)) fs.unlinkSync(path.join(folder, name));
  return true;
}

/** Removes the folder, and what is left in it; what cannot be removed now is removed by the next publish. */
export function dropStage(folder: string): void {
  try {
    if (clearStage(folder)) fs.rmdirSync(folder);
  } catch {
    // An empty hidden folder does no harm.
  }
}

/** Writes the bytes to a new file in the folder. Throws Node's error; the file is then gone again. */
export function stageBytes(folder: string, bytes: Uint8Array): StagedFile {
  const temp = path.join(folder, randomName());
  return keeping(temp, (descriptor) =>
    writeAll(descriptor, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
}

/** As stageBytes with the bytes of the file at the absolute path `from`; gives their hash, too. */
export function stageCopy(
  folder: string,
  from: string,
): { readonly staged: StagedFile; readonly hash: string } {
  const temp = path.join(folder, randomName());
  const source = fs.openSync(from, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  try {
    const staged = keeping(temp, (descriptor) => copyAll(source, descriptor));
    return { staged, hash: hashOfOpenFile(staged.descriptor) };
  } finally {
    fs.closeSync(source);
  }
}

/** Removes a staged file that is not wanted after all; the next publish removes what cannot be removed now. */
export function removeStaged({ temp }: StagedFile): void {
  removeTemp(temp);
}

/** Flushes the file to the disk where it `isDurable`, 0.3 ms while other work goes on, and closes it. Rejects with Node's error. */
export async function syncStaged({ descriptor }: StagedFile, isDurable: boolean): Promise<void> {
  try {
    if (!isDurable) return;
    await new Promise<void>((resolve, reject) => {
      fs.fsync(descriptor, (error) => (error === null ? resolve() : reject(error)));
    });
  } finally {
    fs.closeSync(descriptor);
  }
}

function keeping(temp: string, fill: (descriptor: number) => void): StagedFile {
  const descriptor = fs.openSync(temp, FLAGS, 0o666);
  try {
    fill(descriptor);
    return { temp, descriptor };
  } catch (error) {
    fs.closeSync(descriptor);
    removeTemp(temp);
    throw error;
  }
}

const CHUNK = 1 << 20;

/** Copies all that is left to read of one open file to the end of another. Throws Node's error. */
export function copyAll(from: number, to: number): void {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let position = 0; ;) {
    const count = fs.readSync(from, buffer, 0, CHUNK, position);
    if (count === 0) return;
    writeAll(to, buffer.subarray(0, count));
    position += count;
  }
}
