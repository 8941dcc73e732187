// The one way a verb changes fields of articles: take the lock, read each file again, let the verb decide what to edit
// or refuse, check the result, write it. `stet set` and the desk's verbs (submit, schedule, kill ...) stand on it.
import type { Article } from "../article/article.ts";
import { editArticle, type FieldEdit } from "../article/edit-article.ts";
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import type { ArticleFile } from "../newsroom/read-article-file.ts";
import type { Desk } from "./desk.ts";
import { parseFile } from "./parse-file.ts";
import { isReadable, readEntry, type ArticleEntry, type Entry } from "./read-entries.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";
import { unreadable } from "./unreadable.ts";

/** What became, or with a dry run would become, of one article. */
export interface Changed {
  readonly path: string;
  readonly slug: string;
  readonly change: "changed" | "unchanged";
  readonly before: Article;
  /** Equal to `before` when nothing changed. */
  readonly after: Article;
  /** What the changed fields may have wrong, as an unknown section. */
  readonly warnings: readonly Problem[];
}

export interface ChangeResult {
  readonly changed: readonly Changed[];
  /** Articles that could not be changed, each with why; the others are done. */
  readonly failures: readonly StetError[];
}

/** `editsFor` is given each article as it is now and throws StetError when the verb does not go with it. */
export interface Changing {
  readonly editsFor: (entry: ArticleEntry) => readonly FieldEdit[];
  /** Check everything, write nothing. */
  readonly dryRun: boolean;
}

/**
 * Changes every entry, all under one lock. Each article is changed whole or not at all; one that cannot be changed
 * does not stop the others. A file whose text stays the same is not written. With one entry the failure is thrown.
 */
export function changeArticles(desk: Desk, entries: readonly Entry[], changing: Changing): ChangeResult {
  if (changing.dryRun) return collect(entries, (entry) => planned(desk, entry, changing));
  return whileLocked(desk, (lock) =>
    collect(entries, ({ path }) => {
      // Read again under the lock: what was selected may have changed while the lock was waited for.
      const { file, text, ...changed } = plan(desk, readEntry(desk, path), changing);
      if (changed.change === "changed") saveArticle(desk, lock, { path, text, replaces: file.hash });
      return changed;
    }),
  );
}

function collect(entries: readonly Entry[], change: (entry: Entry) => Changed): ChangeResult {
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

interface Plan extends Changed {
  readonly file: ArticleFile;
  readonly text: string;
}

function planned(desk: Desk, entry: Entry, changing: Changing): Changed {
  const { file: _file, text: _text, ...changed } = plan(desk, entry, changing);
  return changed;
}

function plan(desk: Desk, entry: Entry, { editsFor }: Changing): Plan {
  if (!isReadable(entry)) throw unreadable(entry);
  const { path, file, article } = entry;
  const edits = editsFor(entry);
  const text = editArticle(file.text, edits, desk.limits);
  const same = { path, slug: article.slug, file, text, before: article };
  if (text === file.text) return { ...same, change: "unchanged", after: article, warnings: [] };
  requireReadable(desk, path, text);
  const { article: after = article, problems } = parseFile(desk, path, text);
  const fields = new Set(edits.map(({ path: [field] }) => field));
  const warnings = problems.filter(({ field }) => fields.has(field ?? ""));
  return { ...same, change: "changed", after, warnings };
}
