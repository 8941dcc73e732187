// `stet set`: fields of one or many articles, each file edited in place, only those bytes.
import { editArticle, type FieldEdit } from "../article/edit-article.ts";
import { moveFault } from "../article/moves.ts";
import { StetError } from "../base/stet-error.ts";
import type { Lock } from "../newsroom/lock.ts";
import type { Desk } from "./desk.ts";
import { isReadable, readEntry, type Entry } from "./read-entries.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";

/** What became, or with a dry run would become, of one article. */
export interface Changed {
  readonly path: string;
  readonly slug: string;
  readonly change: "changed" | "unchanged";
}

export interface SetResult {
  readonly changed: readonly Changed[];
  /** Articles that could not be changed, each with why; the others are done. */
  readonly failures: readonly StetError[];
}

/**
 * Makes the same edits in every entry, under one lock. Each article is changed whole or not at all; one that cannot
 * be changed does not stop the others. With one entry the failure is thrown.
 */
export function setFields(
  desk: Desk,
  entries: readonly Entry[],
  edits: readonly FieldEdit[],
  { dryRun }: { readonly dryRun: boolean },
): SetResult {
  if (dryRun) return collect(entries, (entry) => plan(desk, entry, edits));
  return whileLocked(desk, (lock) => collect(entries, (entry) => setIn(desk, lock, entry, edits)));
}

function collect(entries: readonly Entry[], change: (entry: Entry) => Changed): SetResult {
  const changed: Changed[] = [];
  const failures: StetError[] = [];
  for (const entry of entries) {
    try {
      changed.push(change(entry));
    } catch (error) {
      if (!(error instanceof StetError) || entries.length === 1 || error.kind === "external") throw error;
      failures.push(error);
    }
  }
  return { changed, failures };
}

function setIn(desk: Desk, lock: Lock, entry: Entry, edits: readonly FieldEdit[]): Changed {
  // Read again under the lock: what was selected may have changed while the lock was waited for.
  const { path, slug, before, after } = edited(desk, readEntry(desk, entry.path), edits);
  if (after === before.text) return { path, slug, change: "unchanged" };
  const { change } = saveArticle(desk, lock, { path, text: after, replaces: before.hash });
  return { path, slug, change: change === "unchanged" ? "unchanged" : "changed" };
}

function plan(desk: Desk, entry: Entry, edits: readonly FieldEdit[]): Changed {
  const { path, slug, before, after } = edited(desk, entry, edits);
  return { path, slug, change: after === before.text ? "unchanged" : "changed" };
}

function edited(desk: Desk, entry: Entry, edits: readonly FieldEdit[]) {
  if (!isReadable(entry)) throw unreadable(entry);
  const { path, file, article } = entry;
  for (const edit of edits) {
    if (edit.kind !== "set" || edit.path[0] !== "status" || typeof edit.value !== "string") continue;
    const fault = moveFault(article.status, edit.value);
    if (fault !== undefined)
      throw new StetError("conflict", "bad-transition", fault, {
        where: { file: path },
        hint: `stet show ${article.slug}`,
      });
  }
  const after = editArticle(file.text, edits, desk.limits);
  if (after !== file.text) requireReadable(desk, path, after);
  return { path, slug: article.slug, before: file, after };
}

/** The error of an entry that cannot be read, for verbs that need the whole article. */
export function unreadable({ path, problems }: Entry): StetError {
  const problem = problems.find(({ severity }) => severity === "error");
  const { line, column } = problem ?? {};
  const where = {
    file: path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  const message = problem?.message ?? "the article cannot be read";
  return new StetError("invalid", problem?.code ?? "schema", message, { where, hint: `stet check ${path}` });
}
