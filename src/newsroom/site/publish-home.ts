// stet's own folder for one published site, `.stet/publish/NAME`: what publish knows about the site, and the files it
// has not put in their places yet.
import fs from "node:fs";
import path from "node:path";
import { contentHash } from "../read/content-hash.ts";
import { explainingFailure } from "../io-error.ts";
import { makeStetFolder, STET_FOLDER, stetPath } from "../stet-folder.ts";
import { syncFolder } from "../write/sync-folder.ts";

const FOLDER = "publish";

/**
 * The folder's absolute path, whether it exists or not. The name comes from where the site lies as seen from the
 * newsroom, so that both may be moved together.
 */
export function publishHome(root: string, site: string): string {
  const seen = path.relative(root, site).split(path.sep).join("/");
  const word = path.basename(site).replace(/[^A-Za-z0-9]+/g, "-");
  return stetPath(root, FOLDER, `${word}-${contentHash(Buffer.from(seen, "utf8")).slice(0, 8)}`);
}

/** Makes the folder where it is missing, durably. Throws StetError external. */
export function makePublishHome(root: string, home: string): void {
  makeStetFolder(root);
  for (const folder of [path.dirname(home), home]) {
    explainingFailure(root, path.relative(root, folder), "made", () => {
      const stats = fs.lstatSync(folder, { throwIfNoEntry: false });
      if (stats?.isDirectory() === true) return;
      // Anything else there, a link above all, makes this fail.
      fs.mkdirSync(folder);
      syncFolder(path.dirname(folder));
    });
  }
}

/** True where a regular file of that name lies in the folder. */
export function hasPublishFile(home: string, name: string): boolean {
  return fs.lstatSync(path.join(home, name), { throwIfNoEntry: false })?.isFile() === true;
}

/** Throws StetError external where the file is there and may only be read. Opens no descriptor of it. */
export function requireWritableFile(root: string, home: string, name: string): void {
  explainingFailure(root, shownInHome(home, name), "written", () => {
    if (hasPublishFile(home, name)) fs.accessSync(path.join(home, name), fs.constants.W_OK);
  });
}

/** The name of a file in the folder for messages: `.stet/publish/public-0a1b2c3d/manifest.db`. */
export function shownInHome(home: string, name: string): string {
  return `${STET_FOLDER}/${FOLDER}/${path.basename(home)}/${name}`;
}
