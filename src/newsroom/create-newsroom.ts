// What `stet init` does on the disk: a folder becomes a newsroom. What is there already stays as it is.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { requireInside } from "./confine.ts";
import { SETTINGS_FILE } from "./find-newsroom.ts";
import { installFile } from "./write/install-article.ts";
import { errnoOf, explainingFailure, ioError } from "./io-error.ts";
import type { Lock } from "./lock/held-lock.ts";
import { withLock, type LockOptions } from "./lock/lock.ts";
import { makeFolders } from "./write/make-folders.ts";
import { makeMissingFolders } from "./write/make-missing-folders.ts";
import { readArticleFile } from "./read/read-article-file.ts";
import { statsOf } from "./read/stats-of.ts";

/** What a new newsroom begins with; `folder` is relative to it, `ignore` holds lines for .gitignore. */
export interface NewNewsroom {
  readonly settings: string;
  readonly folder: string;
  readonly ignore: readonly string[];
  readonly lock: LockOptions;
  /** Gets the settings as read back from the disk; throws when they are not what was meant. */
  readonly verify: (text: string) => void;
}

/** The new root (a real path), and what was made there, relative to it; `[]` where it all was there. */
export interface CreatedNewsroom {
  readonly root: string;
  readonly made: readonly string[];
}

/**
 * Makes stet.yaml, the articles folder and the missing lines of .gitignore in `directory` (absolute; made if
 * missing). Nothing is overwritten; run again after a crash, it makes the rest. Throws StetError external, busy,
 * usage where `folder` lies outside.
 */
export function createNewsroom(directory: string, plan: NewNewsroom): CreatedNewsroom {
  const root = makeRoot(directory);
  requireInside(root, path.join(plan.folder, SETTINGS_FILE));
  return withLock(root, plan.lock, (lock) => {
    const made = [
      ...makeArticlesFolder(lock, plan.folder),
      ...addIgnoredLines(lock, plan.ignore),
      // Last, because it is what makes the folder a newsroom.
      ...makeSettings(lock, plan),
    ];
    return { root, made };
  });
}

/** True where `directory` (absolute) holds a stet.yaml, whatever is in it. */
export function isNewsroom(directory: string): boolean {
  return statsOf(path.join(directory, SETTINGS_FILE)) !== undefined;
}

function makeRoot(directory: string): string {
  try {
    makeMissingFolders(directory);
    return fs.realpathSync.native(directory);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw ioError("/", directory, "made", error);
  }
}

function makeArticlesFolder(lock: Lock, folder: string): readonly string[] {
  const made = explainingFailure(lock.root, folder, "made", () => makeFolders(lock.root, folder));
  return made.length === 0 ? [] : [`${folder}/`];
}

function makeSettings(lock: Lock, plan: NewNewsroom): readonly string[] {
  if (isNewsroom(lock.root)) return [];
  installFile(lock, { path: SETTINGS_FILE, text: plan.settings, replaces: null, verify: plan.verify });
  return [SETTINGS_FILE];
}

const IGNORE_FILE = ".gitignore";

function addIgnoredLines(lock: Lock, lines: readonly string[]): readonly string[] {
  const exists = fs.lstatSync(path.join(lock.root, IGNORE_FILE), { throwIfNoEntry: false }) !== undefined;
  const present = exists ? readIgnoreFile(lock.root) : { text: "", hash: null };
  const text = withLines(present.text, lines);
  if (text === present.text) return [];
  installFile(lock, { path: IGNORE_FILE, text, replaces: present.hash, verify: () => {} });
  return [IGNORE_FILE];
}

function readIgnoreFile(root: string): { readonly text: string; readonly hash: string } {
  const reading = readArticleFile(root, IGNORE_FILE);
  if (reading.ok) return reading.file;
  const { code, message } = reading.problem;
  throw new StetError("external", code, `${IGNORE_FILE}: ${message}`, { where: { file: IGNORE_FILE } });
}

/** The text with the lines it lacks added at its end, its own line ends kept. */
function withLines(text: string, lines: readonly string[]): string {
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !present.has(line));
  if (missing.length === 0) return text;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? text : text + end;
  return start + missing.map((line) => line + end).join("");
}
