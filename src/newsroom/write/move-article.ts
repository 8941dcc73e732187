// Gives an article's file another name or folder; what `stet rename` and `stet move` do on the disk.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { isHidden, outside, realPathInside, requireInside } from "../confine.ts";
import { errnoOf, explainingFailure } from "../io-error.ts";
import type { Lock } from "../lock/held-lock.ts";
import { isLink } from "../read/stats-of.ts";
import { makeFolders } from "./make-folders.ts";
import { moveFile, type FileMove } from "./move-file.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * Moves an article's file, never over another one, content and mode untouched. A link is made anew so that it
 * leads where it led. A crash leaves the old name or the new one, after the next command never both. Throws
 * StetError not-found, conflict/exists, usage (outside or hidden), external.
 */
export function moveArticle(lock: Lock, move: FileMove): void {
  for (const file of [move.from, move.to]) requireArticlePath(lock.root, file);
  if (move.from === move.to) return;
  requireRealFolder(lock.root, move.from);
  if (isLink(path.join(lock.root, move.from))) moveLink(lock, move);
  else moveFile(lock, move);
}

function requireArticlePath(root: string, file: string): void {
  requireInside(root, file);
  if (!isHidden(file)) return;
  throw new StetError("usage", "usage", `${file} is hidden; articles are not`, { where: { file } });
}

/** The folder a file is taken from must lie inside too, whatever links lead there. */
function requireRealFolder(root: string, file: string): void {
  const folder = path.posix.dirname(file);
  if (folder === ".") return;
  try {
    if (realPathInside(root, folder) === undefined) throw outside(file);
  } catch (error) {
    // moveFile says what is missing.
    if (errnoOf(error) === undefined) throw error;
  }
}

function moveLink(lock: Lock, move: FileMove): void {
  const from = path.join(lock.root, move.from);
  const to = path.join(lock.root, move.to);
  explainingFailure(lock.root, move.from, "moved", () => {
    const folder = path.posix.dirname(move.to);
    makeFolders(lock.root, folder === "." ? "" : folder);
    linkAnew(fs.readlinkSync(from), { from, to }, move);
    syncFolder(path.dirname(to));
    fs.unlinkSync(from);
  });
  lock.unsynced.add(path.dirname(from)).add(path.dirname(to));
}

function linkAnew(target: string, at: FileMove, shown: FileMove): void {
  const absolute = path.resolve(path.dirname(at.from), target);
  try {
    fs.symlinkSync(path.isAbsolute(target) ? target : path.relative(path.dirname(at.to), absolute), at.to);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    const message = `${shown.to} exists already; ${shown.from} stays where it is`;
    throw new StetError("conflict", "exists", message, { where: { file: shown.to } });
  }
}
