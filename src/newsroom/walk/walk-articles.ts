// One walk over the articles folder, in the order of the paths, so that it can be merged with rows sorted the
// same way. What cannot be an article though its name says so is a Problem in the stream.
import type { Problem } from "../../base/problem.ts";
import { below } from "./classify-entry.ts";
import { childFolder, enterFolder, listFolder, type Folder, type Walk } from "./list-folder.ts";

/** An article's file, by its path relative to the root, with `/`; or why a file could not be one. */
export type WalkedFile =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Every `.yaml`/`.yml` file under `folder` (relative to `root`, a real path; `""` is the root itself), in
 * order of the whole path by code points, as SQLite sorts it. Hidden names, stet.yaml and other files are passed over. A
 * link is followed inside the newsroom unless it leads to what the walk meets anyway; one that leads out or back
 * up is a warning. Memory is the names of one folder per level. A folder that does not exist is empty; nothing
 * on the disk makes it throw; StetError external where no more files may be opened.
 */
export function* walkArticles(root: string, folder: string): Generator<WalkedFile, void, undefined> {
  yield* walkFolder({ root, folder, linked: new Set() }, { path: folder });
}

function* walkFolder(walk: Walk, folder: Folder): Generator<WalkedFile, void, undefined> {
  if (!enterFolder(walk, folder)) return;
  for (const { name, step } of listFolder(walk, folder).entries) {
    if (step.kind === "problem") yield { ok: false, problem: step.problem };
    else if (step.kind === "folder") yield* walkFolder(walk, childFolder(folder, name, step.real));
    else yield { ok: true, path: below(folder.path, name) };
  }
}
