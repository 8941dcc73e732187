// `stet rm` and `stet restore`: articles go to the trash and come back; nothing is ever deleted.
import { slugKey } from "../../article/slug.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Lock } from "../../newsroom/lock/held-lock.ts";
import { listTrash, moveToTrash, restoreFromTrash, type TrashedFile } from "../../newsroom/trash.ts";
import { isStillChosen } from "../find/asked-of.ts";
import { claimantsOf } from "./claims.ts";
import { pathTyped } from "../path-typed.ts";
import type { Desk } from "../desk.ts";
import { oneByOne, type Outcome } from "./one-by-one.ts";
import { fileSlugOf } from "../parse-file.ts";
import { readRemoved } from "../read-removed.ts";
import { readEntry, type Chosen } from "../find/read-entries.ts";
import { whileLocked } from "./save-article.ts";

/** Moves the articles' files to the trash, also those that cannot be read; tells their paths. What a query chose is asked again. */
export function removeArticles(
  desk: Desk,
  chosen: readonly Chosen[],
  { dryRun }: { readonly dryRun: boolean },
): Outcome<string> {
  const remove = (each: Chosen, lock?: Lock): string | undefined => {
    if (each.by !== undefined && !isStillChosen(desk, each, readEntry(desk, each.path))) return undefined;
    return lock === undefined ? each.path : moveToTrash(lock, each.path, desk.now).path;
  };
  if (dryRun) return oneByOne(chosen, (each) => remove(each));
  return whileLocked(desk, (lock) => oneByOne(chosen, (each) => remove(each, lock)));
}

/** What is in the trash, the latest first. */
export function trashedArticles(desk: Desk): readonly TrashedFile[] {
  return listTrash(desk.root);
}

/**
 * Brings the latest removed file back that `name` (a slug, of the article or of its file's name, a path or a trash id)
 * names; returns its path. A slug costs a look into what was removed later. Throws
 * StetError not-found, or conflict/exists when its place or its slug was taken meanwhile; then it stays in the trash.
 */
export function restoreArticle(desk: Desk, name: string, { dryRun }: { readonly dryRun: boolean }): string {
  const trashed = find(desk, name);
  if (dryRun) return trashed.path;
  return whileLocked(desk, (lock) => {
    const { slug } = readRemoved(desk, trashed);
    const other = claimantsOf(desk, slug).find((path) => path !== trashed.path);
    if (other !== undefined) {
      throw new StetError(
        "conflict",
        "exists",
        `the slug ${slug} is taken by ${other}; nothing was restored`,
        {
          hint: `stet rename ${other} another-slug`,
        },
      );
    }
    const path = restoreFromTrash(lock, trashed.id);
    return readEntry(desk, path).path;
  });
}

function find(desk: Desk, name: string): TrashedFile {
  const trashed = listTrash(desk.root);
  const typed = pathTyped(desk, name);
  const found =
    trashed.find(({ path, id }) => path === name || id === name) ??
    trashed.find(({ path }) => path === typed) ??
    trashed.find((each) => answersTo(desk, each, slugKey(name)));
  if (found !== undefined) return found;
  throw new StetError("not-found", "not-found", `${name} is not in the trash`, {
    hint: "stet restore --list",
  });
}

function answersTo(desk: Desk, removed: TrashedFile, key: string): boolean {
  return slugKey(fileSlugOf(removed.path)) === key || slugKey(readRemoved(desk, removed).slug) === key;
}
