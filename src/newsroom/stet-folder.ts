// The folder `.stet` at the newsroom's root: stet's own, private, never part of a git repository, made on demand.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { errnoOf, explainingFailure } from "./io-error.ts";
import { syncFolder } from "./write/sync-folder.ts";

/** stet's own folder, relative to the newsroom's root. */
export const STET_FOLDER = ".stet";

/** What lies under it: unfinished writes, removed articles, kept drafts, the index, what can be undone, how publishing went. */
export type StetSubfolder = "tmp" | "trash" | "drafts" | "index" | "publish" | "undo" | "log";

/** The absolute path of one of stet's folders, whether it exists or not. */
export function stetPath(root: string, ...names: readonly string[]): string {
  return path.join(root, STET_FOLDER, ...names);
}

/**
 * Makes `.stet` (with a .gitignore of `*`) and one folder under it where they are missing; returns the absolute
 * path. Throws StetError external, also where a link stands in their place: it could lead out of the newsroom.
 */
export function makeStetFolder(root: string, name?: StetSubfolder): string {
  const folder = stetPath(root);
  ensureFolder(root, folder);
  ensureIgnored(root, folder);
  if (name === undefined) return folder;
  const below = path.join(folder, name);
  ensureFolder(root, below);
  return below;
}

/** True where stet's folder, or one under it, is there and is no link. */
export function hasStetFolder(root: string, name?: StetSubfolder): boolean {
  const isFolder = (absolute: string): boolean =>
    fs.lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder(stetPath(root)) && (name === undefined || isFolder(stetPath(root, name)));
}

function ensureFolder(root: string, folder: string): void {
  const shown = path.relative(root, folder);
  explainingFailure(root, shown, "made", () => {
    unlessThere(folder, () => {
      fs.mkdirSync(folder);
      // What will be moved in here must not vanish with the folder's own name.
      syncFolder(path.dirname(folder));
    });
    if (!fs.lstatSync(folder).isDirectory()) throw notAFolder(shown);
  });
}

function notAFolder(shown: string): StetError {
  return new StetError("external", "io", `${shown} is not a folder; stet keeps its own files there`, {
    hint: `mv ${shown} ${shown}.old`,
  });
}

/** What makeStetFolder would throw, where something else has the folder's name; undefined where nothing has. */
export function stetFolderFault(root: string): StetError | undefined {
  const stats = fs.lstatSync(stetPath(root), { throwIfNoEntry: false });
  return stats === undefined || stats.isDirectory() ? undefined : notAFolder(STET_FOLDER);
}

/** Makes what is missing; another stet may make it at the same moment. */
function unlessThere(file: string, make: () => void): void {
  if (fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) return;
  try {
    make();
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

/** Puts back what keeps git away from `.stet`, whatever the .gitignore there says now. Throws StetError external. */
export function ignoreStetFolder(root: string): void {
  const ignore = stetPath(root, ".gitignore");
  explainingFailure(root, `${STET_FOLDER}/.gitignore`, "written", () => {
    // A link there would lead elsewhere.
    fs.rmSync(ignore, { force: true });
    fs.writeFileSync(ignore, "*\n", { flag: "wx" });
  });
}

function ensureIgnored(root: string, folder: string): void {
  const ignore = path.join(folder, ".gitignore");
  explainingFailure(root, `${STET_FOLDER}/.gitignore`, "written", () => {
    unlessThere(ignore, () => fs.writeFileSync(ignore, "*\n", { flag: "wx" }));
  });
}
