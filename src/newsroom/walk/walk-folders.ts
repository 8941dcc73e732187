// The walk over the articles folder as the index needs it: folder by folder, with what tells a changed file from an
// unchanged one unread. Several threads may share it.
import fs from "node:fs";
import path from "node:path";
import type { Problem } from "../../base/problem.ts";
import { contentHash } from "../read/content-hash.ts";
import { errnoOf } from "../io-error.ts";
import { childFolder, enterFolder, foldersIn, listFolder } from "./list-folder.ts";
import type { Folder, FolderListing, Walk } from "./list-folder.ts";

/** One folder: the names of its article files in order, and four stamps a file (STAMPS), a link's target's. */
export interface WalkedFolder {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly names: readonly string[];
  readonly stamps: Float64Array;
  /** Of names, stamps and the names of the folders in it: the same for a folder in which nothing has changed. */
  readonly digest: string;
  /** No link led to it, and nothing in it was a link, or trouble of any kind. */
  readonly isPlain: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Size, mtime, ctime and inode, times in milliseconds with their fractions. As doubles they are exact to a quarter of a
 * microsecond; a file that was written to in less than that since it was read is still too young to be believed.
 */
export const STAMPS = 4;

/**
 * What somebody else has found out already: the names of the folders in a folder, in order, where nothing in it, and
 * none of those names, has changed; undefined for one that is to be walked.
 */
export type KnownFolders = (path: string) => readonly string[] | undefined;

/** The same files as walkArticles finds; folders that are known to be unchanged are not among them. 3 us a file. */
export function* walkFolders(
  root: string,
  folder: string,
  known: KnownFolders = () => undefined,
): Generator<WalkedFolder, void, undefined> {
  yield* walkFrom({ root, folder, linked: new Set() }, { path: folder }, known);
}

function* walkFrom(
  walk: Walk,
  folder: Folder,
  known: KnownFolders,
): Generator<WalkedFolder, void, undefined> {
  if (!enterFolder(walk, folder)) return;
  // What a link led to lacks the folders that another link has claimed; which those are, only this walk knows.
  const names = folder.real === undefined ? known(folder.path) : undefined;
  if (names !== undefined) {
    for (const name of names) yield* walkFrom(walk, childFolder(folder, name), known);
    return;
  }
  const listing = listFolder(walk, folder);
  yield stamped(walk, folder, listing);
  for (const child of foldersIn(folder, listing)) yield* walkFrom(walk, child, known);
}

/** The digest of one folder by itself; undefined where links or trouble in it need a walk's view of the whole. */
export function plainDigest(root: string, articles: string, path: string): string | undefined {
  const walk = { root, folder: articles, linked: new Set<string>() };
  const listing = listFolder(walk, { path });
  return listing.isPlain ? stamped(walk, { path }, listing).digest : undefined;
}

function stamped(
  { root }: Walk,
  { path: folder, real }: Folder,
  { entries, isPlain }: FolderListing,
): WalkedFolder {
  const problems: Problem[] = [];
  const names: string[] = [];
  const folders: string[] = [];
  const stamps = new Float64Array(entries.length * STAMPS);
  const beginning = folder === "" ? `${shortWay(root)}/` : `${shortWay(root)}/${folder}/`;
  for (const { name, step, isLink } of entries) {
    if (step.kind === "problem") problems.push(step.problem);
    if (step.kind === "folder") folders.push(name);
    if (step.kind !== "file") continue;
    const stats = statsOf(beginning + name, isLink);
    if (stats === undefined) continue;
    const at = (names.push(name) - 1) * STAMPS;
    if (stats === "refused") continue;
    stamps[at] = stats.size;
    stamps[at + 1] = stats.mtimeMs;
    stamps[at + 2] = stats.ctimeMs;
    stamps[at + 3] = stats.ino;
  }
  const used = stamps.subarray(0, names.length * STAMPS);
  // Not that of the same folder in the link's place: the walk goes into all that is in that one.
  const digest = digestOf(names, real === undefined ? folders : [...folders, "", real], used);
  return { path: folder, names, stamps: used, digest, isPlain: isPlain && real === undefined, problems };
}

/** From the working directory where that is above: every step of a path costs the system a look-up, a file at a time. */
function shortWay(root: string): string {
  try {
    const relative = path.relative("", root);
    return relative.startsWith("..") ? root : relative === "" ? "." : relative;
  } catch {
    // The working directory is gone.
    return root;
  }
}

/** A file that may not be looked at keeps stamps of nothing: its reading says why, and is tried again. */
function statsOf(absolute: string, isLink: boolean): fs.Stats | "refused" | undefined {
  try {
    return isLink ? fs.statSync(absolute, QUIETLY) : fs.lstatSync(absolute, QUIETLY);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "refused";
  }
}

const QUIETLY = { throwIfNoEntry: false } as const;

function digestOf(names: readonly string[], folders: readonly string[], stamps: Float64Array): string {
  const bytes = new Uint8Array(stamps.buffer, stamps.byteOffset, stamps.byteLength);
  return contentHash(Buffer.concat([Buffer.from(`${names.join("/")}//${folders.join("/")}//`), bytes]));
}
