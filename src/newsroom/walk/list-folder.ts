// One folder of a walk, listed: its article files and the folders to go into, in the order of the paths below them.
import fs from "node:fs";
import path from "node:path";
import { isBefore } from "../../base/code-point-order.ts";
import type { Problem } from "../../base/problem.ts";
import { below, classifyEntry, isWalkedAnyway, type WalkStep } from "./classify-entry.ts";
import { causeOf, codeOf, errnoOf, throwIfExhausted } from "../io-error.ts";

/** One walk on its way. */
export interface Walk {
  readonly root: string;
  /** The articles folder, relative to the root. */
  readonly folder: string;
  /** Folders already seen by way of a link, by real path relative to the root: links may make no second copy. */
  readonly linked: Set<string>;
}

/** A folder on the way: `path` as it is called, `real` where that is known to differ because a link led here. */
export interface Folder {
  readonly path: string;
  readonly real?: string;
}

/** One entry that the walk does something with. */
export interface Listed {
  readonly name: string;
  readonly step: WalkStep;
  readonly isLink: boolean;
}

/** What is in a folder; `isPlain` where no link and no trouble of any kind was among it. */
export interface FolderListing {
  readonly entries: readonly Listed[];
  readonly isPlain: boolean;
}

/** The folder's entries: a folder sorts as `name/`, so after `name-b.yaml`. Throws nothing that the disk is to blame for, StetError external where no more files may be opened. */
export function listFolder(walk: Walk, folder: Folder): FolderListing {
  const entries: Listed[] = [];
  let isPlain = true;
  try {
    for (const entry of fs.readdirSync(path.join(walk.root, folder.path), { withFileTypes: true })) {
      const isLink = entry.isSymbolicLink();
      const step = classifyEntry(walk, folder.path, entry);
      if (isLink || step?.kind === "problem") isPlain = false;
      if (step !== undefined) entries.push({ name: entry.name, step, isLink });
    }
  } catch (error) {
    return { entries: unreadableFolder(folder.path, error), isPlain: false };
  }
  return { entries: entries.sort(entries.some(isBeyondBmp) ? byCodePoints : byPath), isPlain };
}

/** Where `<` and the order of code points may differ; it is three times as fast, and nearly always the same. */
function isBeyondBmp({ name }: Listed): boolean {
  return /[\uD800-\uDFFF]/.test(name);
}

function byCodePoints(a: Listed, b: Listed): number {
  return isBefore(keyOf(a), keyOf(b)) ? -1 : 1;
}

function byPath(a: Listed, b: Listed): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ name, step }: Listed): string {
  return step.kind === "folder" ? `${name}/` : name;
}

/** The folders among the entries, to be walked where enterFolder says so. */
export function* foldersIn(parent: Folder, { entries }: FolderListing): Generator<Folder, void, undefined> {
  for (const { name, step } of entries)
    if (step.kind === "folder") yield childFolder(parent, name, step.real);
}

/** A folder below another; `real` is where a link to it leads. */
export function childFolder(parent: Folder, name: string, linkedTo?: string): Folder {
  const child = below(parent.path, name);
  const real = linkedTo ?? (parent.real === undefined ? undefined : below(parent.real, name));
  return real === undefined ? { path: child } : { path: child, real };
}

/** False where the folder is, or will be, walked under another name: that also ends every loop of links. */
export function enterFolder(walk: Walk, { real }: Folder): boolean {
  if (real === undefined) return true;
  if (walk.linked.has(real) || isWalkedAnyway(walk.folder, real)) return false;
  walk.linked.add(real);
  return true;
}

function unreadableFolder(folder: string, error: unknown): readonly Listed[] {
  throwIfExhausted(error);
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  // The articles folder may not exist yet; any other one may have been removed since it was listed.
  if (errno === "ENOENT") return [];
  const code = codeOf(errno);
  const denied = code === "io-permission";
  const message = denied ? "you may not read this folder" : `the folder cannot be read: ${causeOf(errno)}`;
  const problem: Problem = { severity: "error", code, message, file: folder === "" ? "." : folder };
  return [{ name: "", isLink: false, step: { kind: "problem", problem } }];
}
