// A whole new site before anybody is shown it: a tree of files written straight to their places, and one rename.
import fs from "node:fs";
import path from "node:path";
import { relativeInside } from "../confine.ts";
import { errnoOf } from "../io-error.ts";
import { contentHash } from "../read/content-hash.ts";
import { hashOfOpenFile, stampOfStats, type Stamp } from "./publish-stamp.ts";
import { copyAll } from "./publish-stage.ts";
import { isOneDevice } from "./publish-subfolders.ts";
import { syncFolder } from "../write/sync-folder.ts";
import { removeTemp, writeAll } from "../write/temp-file.ts";

/** A file in the tree; its stamp stays what it is when the tree is shown. */
export interface TreeFile extends Stamp {
  readonly hash: string;
}

/**
 * True where a tree made in `home` can become the site by one rename: nothing stands at `site`, and it lies in the
 * newsroom, so that the tree has the owner and rights that a folder made there would have. Absolute paths.
 */
export function canAppearWhole(root: string, home: string, site: string): boolean {
  if (fs.lstatSync(site, { throwIfNoEntry: false }) !== undefined) return false;
  const parent = path.dirname(site);
  if (parent !== root && relativeInside(root, parent) === undefined) return false;
  const stats = fs.lstatSync(parent, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && isOneDevice(home, parent);
}

/** Makes an empty folder for the tree, in place of what a crash left there. */
export function prepareTree(tree: string): void {
  dropTree(tree);
  fs.mkdirSync(tree);
}

export function hasTree(tree: string): boolean {
  return fs.lstatSync(tree, { throwIfNoEntry: false }) !== undefined;
}

/** Removes what is in the tree, but not the tree. Throws Node's error. */
export function emptyTree(tree: string): void {
  for (const name of fs.readdirSync(tree)) fs.rmSync(`${tree}/${name}`, { recursive: true, force: true });
}

/** Removes a file that may have been begun in the tree; what cannot be removed is in the way of the next that is made there. */
export function dropFromTree(tree: string, file: string): void {
  removeTemp(`${tree}/${file}`);
}

/** Removes the tree and all in it. Throws Node's error. */
export function dropTree(tree: string): void {
  fs.rmSync(tree, { recursive: true, force: true });
}

/** The tree becomes the site; nothing may stand there. Throws Node's error. */
export function showTree(tree: string, site: string): void {
  fs.renameSync(tree, site);
  syncFolder(path.dirname(site));
}

/** Folders that are known to be there need not be made. Most have one file and are never asked for again: they are not among them. */
export type KnownFolders = Set<string>;

/**
 * Writes a new file (relative to the tree, with `/`; a text as UTF-8) and the folders on the way to it. 0.1 ms. Throws
 * Node's error; the file is then gone again.
 */
export function writeInTree(
  tree: string,
  file: string,
  content: string | Uint8Array,
  known: KnownFolders,
): TreeFile {
  const bytes = typeof content === "string" ? encoded(content) : content;
  return inNewFile(tree, file, known, (descriptor) => {
    writeAll(descriptor, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return contentHash(bytes);
  });
}

/** For all texts: a buffer for each would be memory that is collected too late. */
const ROOM = Buffer.allocUnsafeSlow(1 << 18);

/** The text in UTF-8, until the next one. */
function encoded(text: string): Uint8Array {
  const mostBytes = text.length * 3;
  return mostBytes > ROOM.length ? Buffer.from(text, "utf8") : ROOM.subarray(0, ROOM.write(text, "utf8"));
}

/** As writeInTree with the bytes of the file at the absolute path `from`. */
export function copyIntoTree(tree: string, file: string, from: string, known: KnownFolders): TreeFile {
  const flags = fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;
  const source = fs.openSync(from, flags);
  try {
    return inNewFile(tree, file, known, (descriptor) => {
      copyAll(source, descriptor);
      return hashOfOpenFile(descriptor);
    });
  } finally {
    fs.closeSync(source);
  }
}

const FLAGS = fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

function inNewFile(
  tree: string,
  file: string,
  known: KnownFolders,
  fill: (descriptor: number) => string,
): TreeFile {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
  if (folder !== "" && !known.has(folder)) makeFolder(tree, folder, known);
  const descriptor = fs.openSync(`${tree}/${file}`, FLAGS, 0o666);
  try {
    const hash = fill(descriptor);
    return { hash, ...stampOfStats(fs.fstatSync(descriptor), true) };
  } catch (error) {
    dropFromTree(tree, file);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

function makeFolder(tree: string, folder: string, known: KnownFolders): void {
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  if (above !== "" && !known.has(above)) {
    fs.mkdirSync(`${tree}/${above}`, { recursive: true });
    known.add(above);
  }
  try {
    fs.mkdirSync(`${tree}/${folder}`);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    known.add(folder);
  }
}
