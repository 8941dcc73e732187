// The one writer of articles: compare, write beside, verify, swap. Whatever happens at any instant, the file holds
// its old content or its new one, and what was written is on the disk when the lock is released.
import fs from "node:fs";
import path from "node:path";
import { LIMITS } from "../../article/limits.ts";
import { StetError } from "../../base/stet-error.ts";
import { isHidden, outside, realPathInside, relativeInside, requireInside } from "../confine.ts";
import { contentHash } from "../read/content-hash.ts";
import { errnoOf, explainingFailure } from "../io-error.ts";
import type { Lock } from "../lock/held-lock.ts";
import { makeFolders, removeFolders } from "./make-folders.ts";
import { placeNew, placeOver } from "./place-file.ts";
import { readOpenFile } from "../read/read-open-file.ts";
import type { Ownership } from "./temp-file.ts";

/** A new content for one file of the newsroom. */
export interface NewContent {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The hash of the content this replaces, as readArticleFile gave it; `null` for a file that must not exist yet. */
  readonly replaces: string | null;
  /** Gets the text as read back from the disk, before it takes its place; throws when it is not what was meant. */
  readonly verify: (text: string) => void;
}

/** What came of it: `unchanged` means that the very bytes were there already and nothing was written. */
export interface Installed {
  readonly change: "created" | "replaced" | "unchanged";
  /** Of the file as it is now: what the next edit replaces. */
  readonly hash: string;
}

/**
 * Puts `content` in its place atomically. A link inside the newsroom stays a link, and the file it leads to is
 * replaced; mode and, where allowed, owner stay; a new file gets 0666 less the umask. Costs 1 ms.
 * Throws StetError conflict/stale-edit (the file changed or went since it was read), conflict/exists, usage (a
 * path outside or hidden), external io-space, io-permission, io; then the old file is intact, to the byte.
 */
export function installArticle(lock: Lock, content: NewContent): Installed {
  requireInside(lock.root, content.path);
  if (isHidden(content.path)) throw hidden(content.path);
  return installFile(lock, content);
}

/** As installArticle, for the newsroom's own files too, whose names may begin with a dot. */
export function installFile(lock: Lock, content: NewContent): Installed {
  const hash = contentHash(Buffer.from(content.text, "utf8"));
  return explainingFailure(lock.root, content.path, "written", () =>
    content.replaces === null
      ? create(lock, content, hash)
      : replace(lock, content, { old: content.replaces, hash }),
  );
}

function hidden(file: string): StetError {
  return new StetError("usage", "usage", `${file} is hidden; articles are not`, { where: { file } });
}

function replace(lock: Lock, content: NewContent, hashes: { old: string; hash: string }): Installed {
  const target = existingTarget(lock.root, content.path);
  const current = readCurrent(target, content.path);
  if (current.hash !== hashes.old) throw stale(content.path, "changed on disk since it was read");
  if (current.hash === hashes.hash) return { change: "unchanged", hash: hashes.hash };
  // The folder may well allow what the file forbids: somebody made it read-only on purpose.
  fs.accessSync(target, fs.constants.W_OK);
  placeOver(lock, target, { text: content.text, ownership: current.ownership, verify: content.verify });
  return { change: "replaced", hash: hashes.hash };
}

function existingTarget(root: string, file: string): string {
  try {
    const real = realPathInside(root, file);
    if (real === undefined) throw outside(file);
    if (isHidden(relativeInside(root, real) ?? "") && !isHidden(file)) throw hidden(file);
    return real;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") throw stale(file, "was removed since it was read");
    throw error;
  }
}

function stale(file: string, what: string): StetError {
  return new StetError("conflict", "stale-edit", `${file} ${what}; nothing was written`, { where: { file } });
}

function readCurrent(target: string, file: string): { hash: string; ownership: Ownership } {
  const opened = readOpenFile(target, Math.max(LIMITS.fileBytes, fs.lstatSync(target).size));
  if (opened.kind !== "read") throw stale(file, "is no longer a file of the newsroom");
  return { hash: contentHash(opened.bytes), ownership: opened.stats };
}

function create(lock: Lock, content: NewContent, hash: string): Installed {
  const folder = path.posix.dirname(content.path);
  const made = makeFolders(lock.root, folder === "." ? "" : folder);
  const target = path.join(lock.root, content.path);
  try {
    requireAbsent(target, content.path);
    const { text, verify } = content;
    placeNew(lock, target, { text, verify, ownership: ownershipIn(path.dirname(target)) });
    return { change: "created", hash };
  } catch (error) {
    removeFolders(made);
    throw errnoOf(error) === "EEXIST" ? taken(content.path) : error;
  }
}

/** Asked early, to write nothing in vain; the kernel is asked again at the end. */
function requireAbsent(target: string, file: string): void {
  if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw taken(file);
}

function taken(file: string): StetError {
  return new StetError("conflict", "exists", `${file} exists already; nothing was written`, {
    where: { file },
  });
}

/** What a file newly made in a folder would get: our user, the folder's group where it hands that down (setgid). */
function ownershipIn(folder: string): Ownership {
  const stats = fs.statSync(folder);
  const handsDown = (stats.mode & 0o2000) !== 0;
  const uid = process.geteuid?.() ?? stats.uid;
  const gid = handsDown ? stats.gid : (process.getegid?.() ?? stats.gid);
  return { uid, gid, mode: 0o666 & ~process.umask() };
}
