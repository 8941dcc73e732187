// When stet last published here, also when there was nothing to do: what `stet doctor --max-age` tells a dead cron by.
import fs from "node:fs";
import { hasStetFolder, makeStetFolder, stetPath } from "../stet-folder.ts";

const FILE = "last-run";

/**
 * Notes that a publish has just brought the site up, also where some articles could not be published.
 * `now` is epoch milliseconds by the machine's clock. Never throws.
 */
export function notePublished(root: string, now: number): void {
  try {
    makeStetFolder(root, "publish");
    const file = stetPath(root, "publish", FILE);
    // Nothing is written into it: the time is the file's own.
    fs.closeSync(fs.openSync(file, "a", 0o600));
    fs.utimesSync(file, now / 1000, now / 1000);
  } catch {
    // The site is what it should be; only doctor does not know of it.
  }
}

/** Epoch milliseconds; undefined where nothing was published yet. */
export function lastPublished(root: string): number | undefined {
  if (!hasStetFolder(root, "publish")) return undefined;
  return fs.lstatSync(stetPath(root, "publish", FILE), { throwIfNoEntry: false })?.mtimeMs;
}
