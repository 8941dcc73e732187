// An article file on one side of a change, as git names it; and which files are articles.
import { articlesFolder } from "../../article/settings.ts";
import type { Desk } from "../desk.ts";

export interface FileSide {
  /** Relative to the newsroom. */
  readonly path: string;
  /** The name of its text in git's store; undefined where git does not know it, as in the work tree. */
  readonly blob: string | undefined;
}

/** A side by git's name for its text: all zeros where there is none. */
export function sideOf(path: string, blob: string): FileSide | undefined {
  return /^0*$/.test(blob) ? undefined : { path, blob };
}

interface Sides {
  readonly before: FileSide | undefined;
  readonly after: FileSide | undefined;
}

/** True for a change of an article file: below the articles folder, `.yaml` or `.yml`, nothing hidden. */
export function articleFilesOnly({ settings }: Desk): (sides: Sides) => boolean {
  const folder = articlesFolder(settings);
  const isArticle = (path: string | undefined): boolean =>
    path !== undefined &&
    /\.ya?ml$/i.test(path) &&
    path !== "stet.yaml" &&
    (folder === "" || path.startsWith(`${folder}/`)) &&
    !path.split("/").some((step) => step.startsWith("."));
  return ({ before, after }) => isArticle(before?.path) || isArticle(after?.path);
}
