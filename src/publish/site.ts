// A site that is being published to: its folder, its manifest, and how the files of this run are told of.
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import { errnoOf, ioError, type Deed } from "../newsroom/io-error.ts";
import type { Manifest } from "./manifest.ts";
import type { Refusal } from "./planned-file.ts";

/** Absolute paths but `name`, which is the site as messages show it: `public`. */
export interface Site {
  readonly root: string;
  readonly name: string;
  /** The tree that is compared and written: the site itself, or the edition that will be shown as it. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** stet's own folder for this site. */
  readonly home: string;
  /** Where files are staged, and where on the site's own file system if that turns out to be needed. */
  readonly stage: string;
  readonly beside: string;
  /** Whether a stamp holds the change time: hard links move it. */
  readonly withChange: boolean;
}

/** What has come of a run so far. */
export interface Tally {
  readonly added: string[];
  readonly rewritten: string[];
  readonly removed: string[];
  readonly refused: Refusal[];
  unchanged: number;
}

/** The absolute path of a file of the site. */
export function placeIn(site: Site, file: string): string {
  // The path needs no tidying, which for 100,000 of them takes 20 ms.
  return file === "" ? site.folder : `${site.folder}/${file}`;
}

/** The folder of a relative path, `""` at the top. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

/** A refusal in the given words; `shown` is the file a reader of the message should look at. */
export function refuse(path: string, reason: Refusal["reason"], problem: Omit<Problem, "severity">): Refusal {
  return { path, reason, problem: { severity: "error", ...problem } };
}

/** The refusal for what was thrown when a file was to be written or removed. Bugs are thrown again. */
export function refuseThrown(site: Site, path: string, deed: Deed, thrown: unknown): Refusal {
  const file = `${site.name}/${path}`;
  if (errnoOf(thrown) === "EEXIST" || errnoOf(thrown) === "ENOTEMPTY") {
    const message = `${file} is somebody else's; stet writes over nothing it has not written`;
    return { ...refuse(path, "foreign", { code: "exists", message, file }), cause: thrown };
  }
  const error = errnoOf(thrown) === undefined ? thrown : ioError(site.root, file, deed, thrown);
  if (!(error instanceof StetError)) throw error;
  const { code, message, details } = error;
  if (error.kind !== "conflict") return { ...refuse(path, "disk", { code, message, file }), cause: error };
  // What is in the way is named as it lies in the site.
  const hint = `mv ${site.name}/${details.where?.file} elsewhere, then publish again`;
  const shown = { code, message: `${site.name}/${message}`, file, hint };
  return { ...refuse(path, "foreign", shown), cause: error };
}
