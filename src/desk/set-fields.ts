// `stet set`: fields of one or many articles, each file edited in place, only those bytes.
import type { Article } from "../article/article.ts";
import { editArticle, type FieldEdit } from "../article/edit-article.ts";
import { moveFault } from "../article/moves.ts";
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import type { Lock } from "../newsroom/lock.ts";
import type { Desk } from "./desk.ts";
import { parseFile } from "./parse-file.ts";
import { isReadable, readEntry, type Entry } from "./read-entries.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";

/** What became, or with a dry run would become, of one article. */
export interface Changed {
  readonly path: string;
  readonly slug: string;
  readonly change: "changed" | "unchanged";
  /** What the changed fields may have wrong, as an unknown section. */
  readonly warnings: readonly Problem[];
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
  const { path, slug, before, after, warnings } = edited(desk, readEntry(desk, entry.path), edits);
  if (after === before.text) return { path, slug, change: "unchanged", warnings: [] };
  const { change } = saveArticle(desk, lock, { path, text: after, replaces: before.hash });
  return { path, slug, change: change === "unchanged" ? "unchanged" : "changed", warnings };
}

function plan(desk: Desk, entry: Entry, edits: readonly FieldEdit[]): Changed {
  const { path, slug, before, after, warnings } = edited(desk, entry, edits);
  return { path, slug, change: after === before.text ? "unchanged" : "changed", warnings };
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
  requirePublished(article, edits);
  const after = editArticle(file.text, edits, desk.limits);
  if (after !== file.text) requireReadable(desk, path, after);
  const fields = new Set(edits.map(({ path: [field] }) => field));
  const warnings = parseFile(desk, path, after).problems.filter(({ field }) => fields.has(field ?? ""));
  return { path, slug: article.slug, before: file, after, warnings };
}

/** A published article has the instant it first went live; setting the status alone is one word short. */
function requirePublished({ published, slug }: Article, edits: readonly FieldEdit[]): void {
  const publishes = edits.some(
    (edit) => edit.kind === "set" && edit.path[0] === "status" && edit.value === "published",
  );
  const isDated =
    published !== undefined || edits.some(({ kind, path }) => kind === "set" && path[0] === "published");
  if (!publishes || isDated) return;
  throw new StetError(
    "invalid",
    "schema",
    "a published article needs published, the instant it first goes live",
    {
      hint: `stet set status=published published=now ${slug}`,
    },
  );
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
