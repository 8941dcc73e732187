// What lies in an edition: compared with another, and remembered while an older one is shown, so that what somebody puts
// there meanwhile goes along with the next.
import fs from "node:fs";
import path from "node:path";
import { errnoOf } from "../io-error.ts";
import { statsOf } from "../read/stats-of.ts";
import { linkOrCopy, releasePath } from "./publish-releases.ts";

/** What readers of one edition see otherwise than those of another. Paths, sorted. */
export interface Seen {
  readonly added: readonly string[];
  readonly rewritten: readonly string[];
  readonly removed: readonly string[];
}

/** By path; undefined for what is to be written. */
export type ReleaseFiles = Map<string, fs.Stats | undefined>;

/** The files and links of an edition; none where it is gone. 5 us a file. Throws Node's error. */
export function filesOfRelease(site: string, release: number): ReleaseFiles {
  const files: ReleaseFiles = new Map();
  collect(releasePath(site, release), "", files);
  return files;
}

function collect(top: string, folder: string, files: ReleaseFiles): void {
  for (const entry of entriesOf(path.join(top, folder))) {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(top, file, files);
    else files.set(file, statsOf(path.join(top, file)));
  }
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** From one edition to another. Files are the same where they are one by hard links, or copies with all their times. */
export function compareFiles(from: ReleaseFiles, to: ReleaseFiles): Seen {
  const paths = [...to.keys()].toSorted();
  return {
    added: paths.filter((file) => !from.has(file)),
    rewritten: paths.filter((file) => from.has(file) && !isSame(from.get(file), to.get(file))),
    removed: [...from.keys()].filter((file) => !to.has(file)).toSorted(),
  };
}

function isSame(one: fs.Stats | undefined, other: fs.Stats | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.ino === other.ino || (one.size === other.size && one.mtimeMs === other.mtimeMs);
}

const NOTE = "went-back";

/** Notes which files an edition has that is about to be shown again. Never throws: a full disk stops nobody going back. */
export function noteFiles(home: string, site: string, release: number): void {
  tryTo(() => {
    const names = [...filesOfRelease(site, release).keys()];
    fs.writeFileSync(path.join(home, NOTE), [`${release}`, ...names].join("\0"), { mode: 0o600 });
  });
}

/** The note is of no use any more. Never throws. */
export function forgetFiles(home: string): void {
  tryTo(() => fs.rmSync(path.join(home, NOTE), { force: true }));
}

function notedFiles(home: string, release: number): ReadonlySet<string> | undefined {
  try {
    const [of, ...names] = fs.readFileSync(path.join(home, NOTE), "utf8").split("\0");
    return of === `${release}` ? new Set(names) : undefined;
  } catch {
    return undefined;
  }
}

/** Which edition is shown, which one is to be next, and what of that one stet has written. */
export interface Carrying {
  readonly home: string;
  readonly from: number;
  readonly to: number;
  readonly isOurs: (file: string) => boolean;
}

/**
 * Links into the edition `to` what somebody put into `from` since noteFiles, and what they changed of their own there.
 * What stood there before stays behind: it may be what stet has removed since. Throws Node's error.
 */
export function carryFiles(site: string, { home, from, to, isOurs }: Carrying): void {
  const before = notedFiles(home, from);
  if (before === undefined) return;
  const [source, target] = [releasePath(site, from), releasePath(site, to)];
  for (const [file, stats] of filesOfRelease(site, from)) {
    if (isOurs(file)) continue;
    const place = path.join(target, file);
    const there = statsOf(place);
    const isNew =
      there === undefined
        ? !before.has(file)
        : there.isFile() && !isSame(stats, there) && isLater(stats, there);
    // Where a page of the other edition is in its way, it stays where it is.
    if (isNew) tryTo(() => carry(path.join(source, file), place));
  }
}

function isLater(one: fs.Stats | undefined, other: fs.Stats): boolean {
  return one !== undefined && one.mtimeMs > other.mtimeMs;
}

function carry(source: string, place: string): void {
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.rmSync(place, { force: true });
  if (fs.lstatSync(source).isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), place);
  else linkOrCopy(source, place);
}

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // Going back and forth goes on without it.
  }
}
