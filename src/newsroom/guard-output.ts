// Keeps `-o` and `--changed` away from what the newsroom is made of: a slip of the keyboard must not replace an article.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { isHidden, relativeInside } from "./confine.ts";
import { SETTINGS_FILE } from "./find-newsroom.ts";
import { releasesFolder } from "./site/publish-releases.ts";

/** The newsroom an output must not fall into: its root, and the articles folder relative to it. */
export interface Guarded {
  readonly root: string;
  readonly folder: string;
  /** The folder of the site, as an absolute path, where the output is none of its files. */
  readonly site?: string;
  /** What the error proposes instead. */
  readonly instead: string;
}

/**
 * Throws StetError usage when the absolute path `file` is stet.yaml, an article, a picture that is there, or lies in a
 * hidden folder of the newsroom, in the site or in one of its editions.
 */
export function requireOutput(guarded: Guarded, file: string): void {
  const target = realTarget(file);
  const why = whyNot(guarded, target);
  if (why === undefined) return;
  const named = relativeInside(guarded.root, file) ?? relativeInside(guarded.root, target) ?? file;
  throw new StetError("usage", "usage", `${named} is ${why}; an output does not replace it`, {
    hint: guarded.instead,
  });
}

function whyNot({ root, folder, site }: Guarded, target: string): string | undefined {
  if (site !== undefined && isInSite(site, target)) return "part of the site";
  const inside = relativeInside(root, target);
  if (inside === undefined) return undefined;
  const isArticle = /\.ya?ml$/i.test(inside) && (folder === "" || inside.startsWith(`${folder}/`));
  if (inside === SETTINGS_FILE || isArticle || isHidden(inside)) return "part of the newsroom";
  const isPicture = inside.startsWith("images/") || PICTURE.test(inside);
  return isPicture && fs.existsSync(target) ? "a picture of the newsroom" : undefined;
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** The site may be a link, to an edition or anywhere. */
function isInSite(site: string, target: string): boolean {
  const place = path.join(realTarget(path.dirname(site)), path.basename(site));
  return [realTarget(place), releasesFolder(place)].some(
    (folder) => folder === target || relativeInside(folder, target) !== undefined,
  );
}

/** Where the absolute path leads once links on the way to it are followed; it need not exist. */
export function realTarget(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realTarget(parent), path.basename(file));
  }
}
