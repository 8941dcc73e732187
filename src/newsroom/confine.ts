// Keeps every path inside the newsroom: typed paths become relative to its root, links that lead out are caught.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";

/**
 * A path as the user typed it (absolute, or relative to the folder `from`) as a path relative to `root`, with `/`.
 * `root` is a real path. Throws StetError usage when it names the root itself or lies outside. A final symbolic
 * link is not followed; nothing needs to exist.
 */
export function pathInNewsroom(root: string, typed: string, from: string): string {
  const absolute = path.resolve(from, typed);
  const inside = relativeInside(root, absolute) ?? relativeInside(root, withRealFolder(absolute));
  if (inside === undefined || typed.includes("\0")) throw outside(typed);
  return inside;
}

/** The same file by way of its folder's real path: a newsroom reached through a link is still the newsroom. */
function withRealFolder(absolute: string): string {
  try {
    return path.join(fs.realpathSync.native(path.dirname(absolute)), path.basename(absolute));
  } catch {
    return absolute;
  }
}

/** `absolute` relative to `root` with `/`; undefined for the root itself and everything outside. Lexical. */
export function relativeInside(root: string, absolute: string): string | undefined {
  const relative = path.relative(root, absolute);
  if (relative === "" || relative === ".." || relative.startsWith(`..${path.sep}`)) return undefined;
  if (path.isAbsolute(relative)) return undefined;
  return path.sep === "/" ? relative : relative.split(path.sep).join("/");
}

/** Throws StetError usage unless `file`, relative to the root, stays inside it by its letters alone. */
export function requireInside(root: string, file: string): void {
  if (file.includes("\0") || path.isAbsolute(file)) throw outside(file);
  if (relativeInside(root, path.join(root, file)) === undefined) throw outside(file);
}

/**
 * The real path of an existing file of the newsroom, every link followed; undefined when it leads out of `root`.
 * Throws Node's error when it does not exist.
 */
export function realPathInside(root: string, file: string): string | undefined {
  const real = fs.realpathSync.native(path.join(root, file));
  return relativeInside(root, real) === undefined ? undefined : real;
}

/** True where a segment of a relative path begins with a dot: such files are never articles. */
export function isHidden(file: string): boolean {
  return file.split("/").some((segment) => segment.startsWith("."));
}

/** The StetError for a path that leads out of the newsroom. */
export function outside(file: string): StetError {
  return new StetError("usage", "usage", `${file} lies outside this newsroom`, { where: { file } });
}
