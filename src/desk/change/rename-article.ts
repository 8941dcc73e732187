// `stet rename`: a new slug, the old one kept as a redirect, the file named after it where it was before.
import { editArticle, type FieldEdit } from "../../article/edit-article.ts";
import { newSlugFault, slugKey } from "../../article/slug.ts";
import { StetError } from "../../base/stet-error.ts";
import { moveArticle } from "../../newsroom/write/move-article.ts";
import { rememberWritten } from "../../newsroom/recent.ts";
import { recordChange } from "../../newsroom/undo/undo-journal.ts";
import { claimantsOf } from "./claims.ts";
import type { Desk } from "../desk.ts";
import { fileSlugOf } from "../parse-file.ts";
import { isReadable, readEntry, type Entry } from "../find/read-entries.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";
import { unreadable } from "../unreadable.ts";

export interface Renamed {
  readonly from: string;
  readonly to: string;
  /** Where the file is now. */
  readonly path: string;
  readonly isChanged: boolean;
}

/**
 * Gives the article a new slug. The file is changed first (slug and former slug in one write), then moved: a crash
 * between the two leaves a whole article with its new slug under its old file name, and the same command run again
 * moves the file. Throws StetError usage (no slug), conflict/exists (naming who has it), invalid.
 */
export function renameArticle(
  desk: Desk,
  selected: Entry,
  slug: string,
  { dryRun }: { readonly dryRun: boolean },
): Renamed {
  const fault = newSlugFault(slug);
  if (fault !== undefined)
    throw new StetError("usage", "usage", `${fault}: "${slug}"`, {
      hint: "stet rename budget-deal budget-agreed",
    });
  requireFree(desk, slug, selected.path);
  if (dryRun) return plan(desk, readEntry(desk, selected.path), slug).renamed;
  return whileLocked(desk, (lock) => {
    requireFree(desk, slug, selected.path);
    const entry = readEntry(desk, selected.path);
    const { renamed, text } = plan(desk, entry, slug);
    if (!isReadable(entry)) throw unreadable(entry);
    const { hash } = saveArticle(desk, lock, { path: entry.path, text, replaces: entry.file.hash });
    const move = { from: entry.path, to: renamed.path };
    if (move.to !== move.from)
      recordChange(lock, { kind: "move", ...move, hash }, () => moveArticle(lock, move));
    if (renamed.isChanged) rememberWritten(desk.root, renamed.path, false);
    return renamed;
  });
}

interface Plan {
  readonly renamed: Renamed;
  readonly text: string;
}

function plan(desk: Desk, entry: Entry, slug: string): Plan {
  if (!isReadable(entry)) throw unreadable(entry);
  const { article, path } = entry;
  // The file follows where its name was the slug, now or before a rename that was cut short.
  const names = [article.slug, ...article.formerSlugs].map(slugKey);
  const isNamed = names.includes(slugKey(fileSlugOf(path)));
  const to = isNamed ? path.replace(/[^/]*(\.ya?ml)$/i, (_, ending: string) => slug + ending) : path;
  const text = renamedText(desk, entry, slug);
  requireReadable(desk, path, text);
  const isChanged = article.slug !== slug || to !== path;
  return { renamed: { from: article.slug, to: slug, path: to, isChanged }, text };
}

/** The old slug is kept, unless another article answers to it: a redirect would lead readers of that one astray. */
function renamedText(desk: Desk, entry: Entry, slug: string): string {
  if (!isReadable(entry)) throw unreadable(entry);
  const { article, file } = entry;
  if (article.slug === slug) return file.text;
  const former = article.formerSlugs.filter((other) => slugKey(other) !== slugKey(slug));
  const edits: FieldEdit[] = [
    { kind: "set", path: ["slug"], value: slug },
    ...(former.length < article.formerSlugs.length
      ? [{ kind: "remove" as const, path: ["former_slugs"] as const, item: slug }]
      : []),
    ...(otherClaimant(desk, article.slug, entry.path) === undefined
      ? [{ kind: "add" as const, path: ["former_slugs"] as const, item: article.slug }]
      : []),
  ];
  return editArticle(file.text, edits, desk.limits);
}

/** Why the article may not be given this slug, in the user's words; undefined when it may. Looks at the newsroom. */
export function renameFault(desk: Desk, { path }: Entry, slug: string): string | undefined {
  const fault = newSlugFault(slug);
  if (fault !== undefined) return fault;
  const other = otherClaimant(desk, slug, path);
  return other === undefined ? undefined : `the slug ${slug} is taken by ${other}`;
}

function otherClaimant(desk: Desk, slug: string, path: string): string | undefined {
  return claimantsOf(desk, slug).find((claimant) => claimant !== path);
}

function requireFree(desk: Desk, slug: string, path: string): void {
  const other = otherClaimant(desk, slug, path);
  if (other === undefined) return;
  throw new StetError("conflict", "exists", `the slug ${slug} is taken by ${other}; nothing was changed`, {
    hint: `stet show ${other}`,
  });
}
