// Where removed articles go and come back from. `.stet/trash/<when>-<random>/<original path>`: one rename takes a
// file there, and its place says where it was and when it went.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { isHidden, outside, realPathInside, requireInside } from "./confine.ts";
import { errnoOf, explainingFailure } from "./io-error.ts";
import type { Lock } from "./lock/held-lock.ts";
import { readArticleFile, type ArticleFileReading } from "./read/read-article-file.ts";
import { makeFolders, removeFolders } from "./write/make-folders.ts";
import { moveFile } from "./write/move-file.ts";
import { hasStetFolder, makeStetFolder, STET_FOLDER, stetPath } from "./stet-folder.ts";
import { randomName } from "./write/temp-file.ts";
import { recordChange } from "./undo/undo-journal.ts";
import { placeInTrash, stateOf } from "./undo/undo-state.ts";

/** One removed file. `path` is where it was, relative to the root, with `/`. */
export interface TrashedFile {
  readonly id: string;
  readonly path: string;
  /** Epoch milliseconds. */
  readonly trashedAt: number;
}

/** `20261122T140207123Z-0123456789abcdef`: sorts by time. */
const TRASH_ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-[0-9a-f]{16}$/;

/**
 * Removes a file from the newsroom by one atomic rename; `now` is epoch milliseconds. A link goes, and what it
 * leads to stays. Throws StetError not-found, invalid/not-a-file, usage, external; then the file is where it was.
 */
export function moveToTrash(lock: Lock, file: string, now: number): TrashedFile {
  requireInside(lock.root, file);
  if (isHidden(file)) throw outside(file);
  requireTrashable(lock.root, file);
  makeStetFolder(lock.root, "trash");
  const id = `${new Date(now).toISOString().replace(/[-:.]/g, "")}-${randomName()}`;
  const to = placeInTrash(id, file);
  recordChange(lock, { kind: "trash", path: file, id }, () =>
    explainingFailure(lock.root, file, "removed", () => renameInto(lock, file, to)),
  );
  return { id, path: file, trashedAt: now };
}

function requireTrashable(root: string, file: string): void {
  const stats = explainingFailure(root, file, "removed", () => {
    const folder = path.posix.dirname(file);
    if (folder !== "." && realPathInside(root, folder) === undefined) throw outside(file);
    return fs.lstatSync(path.join(root, file), { throwIfNoEntry: false });
  });
  if (stats === undefined) {
    throw new StetError("not-found", "not-found", `there is no ${file}`, { where: { file } });
  }
  if (stats.isFile() || stats.isSymbolicLink()) return;
  throw new StetError("invalid", "not-a-file", `${file} is not a file`, { where: { file } });
}

function renameInto(lock: Lock, from: string, to: string): void {
  // The way to the new name is on the disk before the old name goes.
  const made = makeFolders(lock.root, path.posix.dirname(to));
  const source = path.join(lock.root, from);
  const target = path.join(lock.root, to);
  try {
    fs.renameSync(source, target);
  } catch (error) {
    if (errnoOf(error) === "EXDEV") {
      moveFile(lock, { from, to });
      return;
    }
    removeFolders(made);
    throw error;
  }
  lock.unsynced.add(path.dirname(target)).add(path.dirname(source));
}

/** What is in the trash, the latest first. Takes no lock; empty where there is none. */
export function listTrash(root: string): readonly TrashedFile[] {
  return explainingFailure(root, `${STET_FOLDER}/trash`, "read", () => {
    if (!hasStetFolder(root, "trash")) return [];
    return trashedIn(stetPath(root, "trash"));
  });
}

/** Reads a removed file where it lies now. */
export function readTrashed(
  root: string,
  { id, path: file }: TrashedFile,
  maxBytes: number,
): ArticleFileReading {
  return readArticleFile(root, placeInTrash(id, file), maxBytes);
}

function trashedIn(folder: string): readonly TrashedFile[] {
  return fs
    .readdirSync(folder)
    .filter((id) => TRASH_ID.test(id))
    .sort((a, b) => (a < b ? 1 : -1))
    .flatMap((id) => {
      const file = onlyFileBelow(path.join(folder, id));
      return file === undefined ? [] : [{ id, path: file, trashedAt: timeOf(id) }];
    });
}

function timeOf(id: string): number {
  return Date.parse(id.replace(/-.*$/, "").replace(TRASH_TIME, "$1-$2-$3T$4:$5:$6.$7Z"));
}

const TRASH_TIME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/;

/** A removal that was cut short left folders without a file: nothing is in them. */
function onlyFileBelow(folder: string): string | undefined {
  const names: string[] = [];
  let absolute = folder;
  for (;;) {
    const entry = fs.readdirSync(absolute, { withFileTypes: true })[0];
    if (entry === undefined) return undefined;
    names.push(entry.name);
    if (!entry.isDirectory()) return names.join("/");
    absolute = path.join(absolute, entry.name);
  }
}

/**
 * Puts a removed file back where it was, never over another one, and returns its path. Throws StetError not-found
 * for an id that is not in the trash, conflict/exists where its place is taken, external; then it stays there.
 */
export function restoreFromTrash(lock: Lock, id: string): string {
  const trashed = listTrash(lock.root).find((file) => file.id === id);
  if (trashed === undefined) {
    throw new StetError("not-found", "not-found", `there is no ${id} in the trash`);
  }
  const move = { from: placeInTrash(id, trashed.path), to: trashed.path };
  const hash = stateOf(lock.root, move.from) ?? "";
  recordChange(lock, { kind: "restore", path: trashed.path, id, hash }, () => moveFile(lock, move));
  removeFolders(
    foldersDownTo(stetPath(lock.root, "trash"), path.posix.join(id, path.posix.dirname(trashed.path))),
  );
  return trashed.path;
}

function foldersDownTo(base: string, relative: string): readonly string[] {
  let absolute = base;
  return relative.split("/").map((name) => (absolute = path.join(absolute, name)));
}
