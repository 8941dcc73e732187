// Decides, for the walk, what one name in a folder is: an article's file, a folder to go into, a Problem, or
// nothing to do with articles. Links are resolved here and nowhere else in the walk.
import fs from "node:fs";
import path from "node:path";
import type { Problem } from "../../base/problem.ts";
import { isHidden, relativeInside } from "../confine.ts";
import { SETTINGS_FILE } from "../find-newsroom.ts";
import { causeOf, errnoOf, throwIfExhausted } from "../io-error.ts";
import { kindOf } from "../read/read-open-file.ts";

/** What the walk does with one entry; `real` is where a link to a folder leads, relative to the root. */
export type WalkStep =
  | { readonly kind: "file" }
  | { readonly kind: "folder"; readonly real?: string }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The newsroom's root (a real path) and the articles folder relative to it. */
export interface WalkPlace {
  readonly root: string;
  readonly folder: string;
}

/**
 * What `entry` of `folder` (relative to the root) is. Undefined for what is passed over: hidden names, the settings, files
 * of other kinds, links to walked files.
 */
export function classifyEntry(place: WalkPlace, folder: string, entry: fs.Dirent): WalkStep | undefined {
  const { name } = entry;
  if (name.startsWith(".") || (folder === "" && name === SETTINGS_FILE)) return undefined;
  const isNamed = isArticleName(name);
  // First what nearly all of them are: no path is put together for it.
  if (isNamed && entry.isFile()) return classifyFile(place, folder, name);
  if (entry.isSymbolicLink()) return followLink(place, below(folder, name));
  if (entry.isDirectory() && !isNamed) return FOLDER;
  return isNamed ? notAFile(below(folder, name), `this is ${kindOf(entry)}, not a file`) : undefined;
}

function classifyFile(place: WalkPlace, folder: string, name: string): WalkStep {
  return isNamedInUtf8(place, folder, name)
    ? FILE
    : notAFile(below(folder, name), "the file's name is not UTF-8");
}

/** The path of an entry of a folder, both relative to the root. */
export function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

const FILE: WalkStep = { kind: "file" };
const FOLDER: WalkStep = { kind: "folder" };

/** True for the names an article may have. */
function isArticleName(name: string): boolean {
  return name.endsWith(".yaml") || name.endsWith(".yml");
}

/** True where the walk of `folder` comes upon `real` (both relative to the root) by its own name. */
export function isWalkedAnyway(folder: string, real: string): boolean {
  if (real === folder) return true;
  const rest =
    folder === "" ? real : real.startsWith(`${folder}/`) ? real.slice(folder.length + 1) : undefined;
  return rest !== undefined && !isHidden(rest);
}

function followLink(place: WalkPlace, file: string): WalkStep | undefined {
  const absolute = path.join(place.root, file);
  const named = isArticleName(file);
  try {
    const stats = fs.statSync(absolute);
    if (!stats.isDirectory() && !named) return undefined;
    const real = relativeInside(place.root, fs.realpathSync.native(absolute));
    if (stats.isDirectory()) return linkedFolder(place, file, real);
    if (!stats.isFile()) return notAFile(file, `the link leads to ${kindOf(stats)}, not to a file`);
    return linkedFile(place, file, real);
  } catch (error) {
    return named ? deadLink(file, error) : undefined;
  }
}

function linkedFolder(place: WalkPlace, file: string, real: string | undefined): WalkStep | undefined {
  const isAbove = real === undefined ? holds(place, file) : place.folder.startsWith(`${real}/`);
  if (isAbove) return warning(file, "the link leads back to a folder above it and is not followed");
  if (real === undefined) return warning(file, "the link leads out of the newsroom and is not followed");
  if (isArticleName(file)) return notAFile(file, "the link leads to a folder, not to a file");
  return { kind: "folder", real };
}

/** True for a link to the root itself, which relativeInside does not tell from what lies outside. */
function holds(place: WalkPlace, file: string): boolean {
  return fs.realpathSync.native(path.join(place.root, file)) === place.root;
}

function linkedFile(place: WalkPlace, file: string, real: string | undefined): WalkStep | undefined {
  if (real === undefined) return warning(file, "the link leads out of the newsroom and is not followed");
  return isArticleName(real) && isWalkedAnyway(place.folder, real) ? undefined : FILE;
}

function deadLink(file: string, error: unknown): WalkStep {
  throwIfExhausted(error);
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  if (errno === "ENOENT" || errno === "ENOTDIR") return notAFile(file, "the link leads to nothing");
  if (errno === "ELOOP") return notAFile(file, "the link leads back to itself");
  return notAFile(file, `the link cannot be followed: ${causeOf(errno)}`);
}

/** Node shows bytes that are no UTF-8 as U+FFFD; such a name opens nothing. */
function isNamedInUtf8(place: WalkPlace, folder: string, name: string): boolean {
  if (!name.includes("\uFFFD")) return true;
  return fs.lstatSync(path.join(place.root, folder, name), { throwIfNoEntry: false }) !== undefined;
}

function notAFile(file: string, message: string): WalkStep {
  return { kind: "problem", problem: { severity: "error", code: "not-a-file", message, file } };
}

function warning(file: string, message: string): WalkStep {
  return { kind: "problem", problem: { severity: "warning", code: "not-a-file", message, file } };
}
