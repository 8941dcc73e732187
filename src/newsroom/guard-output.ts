// Keeps `-o` away from what the newsroom is made of: a slip of the keyboard must not replace an article.
import fs from "node:fs";
import path from "node:path";
import { StetError } from "../base/stet-error.ts";
import { relativeInside } from "./confine.ts";
import { SETTINGS_FILE } from "./find-newsroom.ts";

/** The newsroom an output must not fall into: its root, and the articles folder relative to it. */
export interface Guarded {
  readonly root: string;
  readonly folder: string;
}

/** Throws StetError usage when the absolute path `file` is stet.yaml, an article, or lies in a hidden folder of the newsroom. */
export function requireOutput({ root, folder }: Guarded, file: string): void {
  const inside = relativeInside(root, realTarget(file));
  if (inside === undefined) return;
  const isArticle = /\.ya?ml$/i.test(inside) && (folder === "" || inside.startsWith(`${folder}/`));
  const isHidden = inside.split("/").some((step) => step.startsWith("."));
  if (inside !== SETTINGS_FILE && !isArticle && !isHidden) return;
  throw new StetError("usage", "usage", `${inside} is part of the newsroom; an output does not replace it`, {
    hint: "write elsewhere: -o out/",
  });
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
