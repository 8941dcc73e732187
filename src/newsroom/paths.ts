// Paths typed by a person, made absolute. Only this room knows the machine's path rules.
import path from "node:path";
import { statsOf } from "./read/stats-of.ts";

/** The way from one folder, absolute, to a file or folder: `.` where they are the same. */
export function wayTo(from: string, file: string): string {
  return path.relative(from, file) || ".";
}

/** `typed` as an absolute path, read from the folder `from`. */
export function resolve(from: string, typed: string): string {
  return path.resolve(from, typed);
}

/** `name` inside `folder`. */
export function join(folder: string, name: string): string {
  return path.join(folder, name);
}

/** The last step of a path. */
export function nameOf(file: string): string {
  return path.basename(file);
}

/** True where anything at all has this absolute path. */
export function isThere(file: string): boolean {
  return statsOf(file) !== undefined;
}
