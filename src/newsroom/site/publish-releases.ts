// Releases on the disk: whole editions in numbered folders of `SITE.releases`, and the link that says which is shown.
import fs from "node:fs";
import path from "node:path";
import { errnoOf } from "../io-error.ts";
import { NO_HARD_LINKS } from "../write/claim-name.ts";
import { syncFolder } from "../write/sync-folder.ts";
import { removeTemp } from "../write/temp-file.ts";

const NUMBER = /^[1-9][0-9]{0,8}$/;
/** On the way out, and on the way in: never shown. */
const UNFINISHED = /^[1-9][0-9]{0,8}\.(?:gone|new)$/;
const NEXT_LINK = ".next";

/** `site` is the absolute path of the link; the editions lie beside it. */
export function releasesFolder(site: string): string {
  return `${site}.releases`;
}

/** The absolute path of an edition. */
export function releasePath(site: string, release: number): string {
  return path.join(releasesFolder(site), String(release));
}

/** The numbers of the editions there are, ascending. */
export function listReleases(site: string): readonly number[] {
  return namesIn(releasesFolder(site))
    .filter((name) => NUMBER.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** What stands at the site's place: nothing, a link to one of its editions, to a folder, to nothing, or something else. */
export type SiteStanding =
  | { readonly kind: "absent" | "folder" | "other" }
  /** A link to a folder, or to what is not there, as it is written. */
  | { readonly kind: "linked" | "dangling"; readonly to: string }
  | { readonly kind: "release"; readonly release: number };

/** Looks at the site's place without following it. Throws Node's error. */
export function siteStanding(site: string): SiteStanding {
  const stats = fs.lstatSync(site, { throwIfNoEntry: false });
  if (stats === undefined) return { kind: "absent" };
  if (stats.isDirectory()) return { kind: "folder" };
  if (!stats.isSymbolicLink()) return { kind: "other" };
  const written = fs.readlinkSync(site);
  const leads = path.resolve(path.dirname(site), written);
  const name = path.basename(leads);
  if (path.dirname(leads) === releasesFolder(site) && NUMBER.test(name)) {
    return { kind: "release", release: Number(name) };
  }
  const target = fs.statSync(site, { throwIfNoEntry: false });
  if (target === undefined) return { kind: "dangling", to: written };
  return target.isDirectory() ? { kind: "linked", to: written } : { kind: "other" };
}

/** The real path of a site that is changed in place; nothing needs to exist. */
export function realSiteFolder(site: string): string {
  return fs.existsSync(site) ? fs.realpathSync.native(site) : site;
}

/** True where the edition is there. */
export function hasRelease(site: string, release: number): boolean {
  return listReleases(site).includes(release);
}

/** Lets the site's link lead to an edition, by one rename: no reader finds neither. Throws Node's error. */
export function showRelease(site: string, release: number): void {
  const next = path.join(releasesFolder(site), NEXT_LINK);
  removeTemp(next);
  fs.symlinkSync(`${path.basename(releasesFolder(site))}/${release}`, next);
  fs.renameSync(next, site);
  syncFolder(path.dirname(site));
}

/**
 * Makes the edition `to` of hard links to everything in the edition `from` (nothing, where that is undefined); it has
 * its number when it is whole, and on the disk. What a crash left of an earlier attempt is removed first. 60 us a
 * file. Throws Node's error.
 */
export function cloneRelease(site: string, from: number | undefined, to: number): void {
  const folder = releasesFolder(site);
  const copy = path.join(folder, `${to}.new`);
  fs.mkdirSync(folder, { recursive: true });
  removeTree(copy);
  fs.mkdirSync(copy);
  const made = [copy];
  if (from !== undefined) cloneTree(releasePath(site, from), copy, made);
  for (const each of made) syncFolder(each);
  fs.renameSync(copy, releasePath(site, to));
  for (const each of [folder, path.dirname(folder)]) syncFolder(each);
}

function cloneTree(from: string, to: string, made: string[]): void {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const old = path.join(from, entry.name);
    const copy = path.join(to, entry.name);
    if (entry.isDirectory()) {
      fs.mkdirSync(copy);
      made.push(copy);
      cloneTree(old, copy, made);
    } else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(old), copy);
    else if (entry.isFile()) linkOrCopy(old, copy);
  }
}

/** A hard link, or where there can be none a copy with the same times. Throws Node's error. */
export function linkOrCopy(old: string, copy: string): void {
  try {
    fs.linkSync(old, copy);
  } catch (error) {
    if (!NO_HARD_LINKS.has(errnoOf(error))) throw error;
    const { atime, mtime } = fs.statSync(old);
    fs.copyFileSync(old, copy, fs.constants.COPYFILE_EXCL);
    fs.utimesSync(copy, atime, mtime);
  }
}

/** Removes all editions but those to keep, and what an earlier removal left. What cannot be removed stays. */
export function pruneReleases(site: string, kept: ReadonlySet<number>): void {
  const folder = releasesFolder(site);
  for (const release of listReleases(site)) {
    // Under another name first: half an edition must not pass for one to go back to.
    if (!kept.has(release))
      tryTo(() => fs.renameSync(path.join(folder, `${release}`), path.join(folder, `${release}.gone`)));
  }
  for (const name of namesIn(folder)) {
    if (UNFINISHED.test(name)) tryTo(() => removeTree(path.join(folder, name)));
  }
}

function removeTree(folder: string): void {
  const stats = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    fs.unlinkSync(folder);
    return;
  }
  for (const name of fs.readdirSync(folder)) removeTree(path.join(folder, name));
  fs.rmdirSync(folder);
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // The next publish tries again.
  }
}
