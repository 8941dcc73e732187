// One walk over the articles folder, in the order of the paths, so that it can be merged with rows sorted the
// same way. What cannot be an article though its name says so is a Problem in the stream.
import fs from "node:fs";
import path from "node:path";
import type { Problem } from "../base/problem.ts";
import { classifyEntry, isWalkedAnyway, type WalkStep } from "./classify-entry.ts";
import { contentHash } from "./content-hash.ts";
import { causeOf, codeOf, errnoOf } from "./io-error.ts";

/** An article's file, by its path relative to the root, with `/`; or why a file could not be one. */
export type WalkedFile =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: Problem };

/** One walk on its way. */
export interface Walk {
  readonly root: string;
  readonly folder: string;
  /** Folders already seen by way of a link, by real path relative to the root: links may make no second copy. */
  readonly linked: Set<string>;
}

/** One folder with article files: names in order, and for each its size, mtime and ctime (ns) and inode, a link's target's. */
export interface WalkedFolder {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly names: readonly string[];
  readonly stamps: BigInt64Array;
  /** Of names and stamps together: the same for a folder in which nothing has changed. */
  readonly digest: string;
  readonly problems: readonly Problem[];
}

/** A folder on the way: `path` as it is called, `real` where that is known to differ because a link led here. */
interface Folder {
  readonly path: string;
  readonly real?: string;
}

/**
 * Every `.yaml`/`.yml` file under `folder` (relative to `root`, a real path; `""` is the root itself), in
 * code-unit order of the whole path: JavaScript's `<`, which differs from SQLite's byte order only where
 * characters beyond U+FFFF meet those from U+E000. Hidden names, stet.yaml and other files are passed over. A
 * link is followed inside the newsroom unless it leads to what the walk meets anyway; one that leads out or back
 * up is a warning. Memory is the names of one folder per level. A folder that does not exist is empty; nothing
 * on the disk makes it throw.
 */
export function* walkArticles(root: string, folder: string): Generator<WalkedFile, void, undefined> {
  yield* walkFolder({ root, folder, linked: new Set() }, { path: folder });
}

/** The same files folder by folder, with what tells a changed file from an unchanged one unread: 4 us a file. */
export function* walkFolders(root: string, folder: string): Generator<WalkedFolder, void, undefined> {
  yield* stampFolder({ root, folder, linked: new Set() }, { path: folder });
}

function* stampFolder(walk: Walk, folder: Folder): Generator<WalkedFolder, void, undefined> {
  if (folder.real !== undefined && !enterLinked(walk, folder.real)) return;
  const listing = listFolder(walk, folder);
  yield stamped(walk, folder, listing);
  for (const { name, step } of listing) {
    if (step.kind === "folder") yield* stampFolder(walk, childFolder(folder, name, step));
  }
}

function stamped({ root }: Walk, { path: folder }: Folder, listing: readonly Listed[]): WalkedFolder {
  const problems: Problem[] = [];
  const names: string[] = [];
  const stamps = new BigInt64Array(listing.length * 4);
  for (const { name, step, isLink } of listing) {
    if (step.kind === "problem") problems.push(step.problem);
    if (step.kind !== "file") continue;
    const absolute = `${root}/${below(folder, name)}`;
    const stats = statsOf(absolute, isLink);
    if (stats === undefined) continue;
    const at = names.push(name) * 4;
    if (stats === "refused") continue;
    stamps[at - 4] = stats.size;
    stamps[at - 3] = stats.mtimeNs;
    stamps[at - 2] = stats.ctimeNs;
    stamps[at - 1] = stats.ino;
  }
  const used = stamps.subarray(0, names.length * 4);
  return { path: folder, names, stamps: used, digest: digestOf(names, used), problems };
}

/** A file that may not be looked at keeps stamps of nothing: its reading says why, and is tried again. */
function statsOf(absolute: string, isLink: boolean): fs.BigIntStats | "refused" | undefined {
  try {
    return isLink ? fs.statSync(absolute, STAMP) : fs.lstatSync(absolute, STAMP);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "refused";
  }
}

function digestOf(names: readonly string[], stamps: BigInt64Array): string {
  const bytes = new Uint8Array(stamps.buffer, stamps.byteOffset, stamps.byteLength);
  return contentHash(Buffer.concat([Buffer.from(names.join("/")), bytes]));
}

const STAMP = { bigint: true, throwIfNoEntry: false } as const;

function* walkFolder(walk: Walk, folder: Folder): Generator<WalkedFile, void, undefined> {
  if (folder.real !== undefined && !enterLinked(walk, folder.real)) return;
  const listing = listFolder(walk, folder);
  for (const { name, step } of listing) {
    const file = below(folder.path, name);
    if (step.kind === "problem") yield { ok: false, problem: step.problem };
    else if (step.kind === "folder") yield* walkFolder(walk, childFolder(folder, name, step));
    else yield { ok: true, path: file };
  }
}

/** False where the folder is, or will be, walked under another name: that also ends every loop of links. */
function enterLinked(walk: Walk, real: string): boolean {
  if (walk.linked.has(real) || isWalkedAnyway(walk.folder, real)) return false;
  walk.linked.add(real);
  return true;
}

function childFolder(parent: Folder, name: string, step: { readonly real?: string }): Folder {
  const child = below(parent.path, name);
  const real = step.real ?? (parent.real === undefined ? undefined : below(parent.real, name));
  return real === undefined ? { path: child } : { path: child, real };
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

interface Listed {
  readonly name: string;
  readonly step: WalkStep;
  readonly key: string;
  readonly isLink: boolean;
}

/** The folder's entries in the order of the paths below them: a folder sorts as `name/`, so after `name-b.yaml`. */
function listFolder(walk: Walk, folder: Folder): readonly Listed[] {
  const listed: Listed[] = [];
  try {
    for (const entry of fs.readdirSync(path.join(walk.root, folder.path), { withFileTypes: true })) {
      const step = classifyEntry(walk, below(folder.path, entry.name), entry);
      if (step === undefined) continue;
      const key = step.kind === "folder" ? `${entry.name}/` : entry.name;
      listed.push({ name: entry.name, step, key, isLink: entry.isSymbolicLink() });
    }
  } catch (error) {
    return unreadableFolder(folder.path, error);
  }
  return listed.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function unreadableFolder(folder: string, error: unknown): readonly Listed[] {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  // The articles folder may not exist yet; any other one may have been removed since it was listed.
  if (errno === "ENOENT") return [];
  const code = codeOf(errno);
  const denied = code === "io-permission";
  const message = denied ? "you may not read this folder" : `the folder cannot be read: ${causeOf(errno)}`;
  const problem: Problem = { severity: "error", code, message, file: folder === "" ? "." : folder };
  return [{ name: "", key: "", isLink: false, step: { kind: "problem", problem } }];
}
