// Makes a folder anywhere on this machine, and what is missing above it.
import fs from "node:fs";
import path from "node:path";
import { targetStatsOf } from "../read/stats-of.ts";

/**
 * Makes the absolute `folder` and what is missing above it, one at a time, with `mode` less the umask. Throws Node's error.
 * Not by mkdir's own `recursive`, which never ends where a folder is there that nothing can be made in, as in /proc.
 */
export function makeMissingFolders(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  let at = folder;
  for (; !fs.existsSync(at); at = path.dirname(at)) missing.push(at);
  requireFolder(at);
  for (const each of missing.toReversed()) makeUnlessThere(each, mode);
}

/** Throws an error like the kernel's, ENOTDIR, where a file stands. */
function requireFolder(file: string): void {
  if (targetStatsOf(file)?.isDirectory() === true) return;
  throw Object.assign(new Error(`ENOTDIR: ${file} is no folder`), { code: "ENOTDIR" });
}

/** Another process may have made it meanwhile. */
function makeUnlessThere(folder: string, mode: number): void {
  try {
    fs.mkdirSync(folder, mode);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
  }
}
