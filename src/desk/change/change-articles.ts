// The one way a verb changes fields of articles: take the lock, read each file again, let the verb decide what to edit
// or refuse, check the result, write it. `stet set` and the desk's verbs (submit, schedule, kill ...) stand on it.
import type { Article } from "../../article/article.ts";
import { editArticle, type FieldEdit } from "../../article/edit-article.ts";
import { wasPublic } from "../../article/moves.ts";
import { isLive } from "../../article/state.ts";
import type { Problem } from "../../base/problem.ts";
import { ownText } from "../../base/own-text.ts";
import type { StetError } from "../../base/stet-error.ts";
import type { ArticleFile } from "../../newsroom/read/read-article-file.ts";
import { isStillChosen } from "../find/asked-of.ts";
import type { Desk } from "../desk.ts";
import { oneByOne } from "./one-by-one.ts";
import { parseFile } from "../parse-file.ts";
import { isReadable, readEntry, type ArticleEntry, type Chosen } from "../find/read-entries.ts";
import { requireReadable, saveArticle, whileLocked } from "./save-article.ts";
import { unreadable } from "../unreadable.ts";

/** An article before and after a change; equal where nothing changed. */
export interface Move {
  readonly change: "changed" | "unchanged";
  readonly before: Article;
  readonly after: Article;
}

/** What became, or with a dry run would become, of one article. */
export interface Changed {
  readonly path: string;
  readonly slug: string;
  readonly change: Move["change"];
  /** What `says` said of it. */
  readonly said: string;
  /** It changed, and is live or was before, or readers have had it and it is told otherwise now: the site is to follow. */
  readonly concernsSite: boolean;
  /** What the changed fields may have wrong, as an unknown section. */
  readonly warnings: readonly Problem[];
}

export interface ChangeResult {
  readonly changed: readonly Changed[];
  /** Paths of articles that the query which chose them did not mean any more once they were read under the lock. */
  readonly skipped: readonly string[];
  /** Articles that could not be changed, each with why; how far the others got is oneByOne's. */
  readonly failures: readonly StetError[];
}

/** How every verb is asked to change articles. */
export interface ChangeOptions {
  /** Check everything, write nothing. */
  readonly dryRun: boolean;
  /** What a person is told of each; asked while its article is at hand, as none is kept. */
  readonly says?: (desk: Desk, move: Move) => string;
}

/** `editsFor` is given each article as it is now and throws StetError when the verb does not go with it. */
export interface Changing extends ChangeOptions {
  readonly editsFor: (entry: ArticleEntry) => readonly FieldEdit[];
}

/**
 * Changes every article, all under one lock. Each is changed whole or not at all; what one that cannot be changed does
 * to the others is oneByOne's. A file whose text stays the same is not written. One file is in memory at a time.
 */
export function changeArticles(desk: Desk, chosen: readonly Chosen[], changing: Changing): ChangeResult {
  if (changing.dryRun)
    return changeEach(chosen, (each) => {
      const plan = planFor(desk, each, changing);
      return plan && changedBy(desk, plan, changing);
    });
  return whileLocked(desk, (lock) =>
    changeEach(chosen, (each) => {
      const plan = planFor(desk, each, changing);
      if (plan?.change === "changed")
        saveArticle(desk, lock, { path: each.path, text: plan.text, replaces: plan.file.hash });
      return plan && changedBy(desk, plan, changing);
    }),
  );
}

function changeEach(chosen: readonly Chosen[], change: (each: Chosen) => Changed | undefined): ChangeResult {
  const { done, ...rest } = oneByOne(chosen, change);
  return { changed: done, ...rest };
}

function changedBy(desk: Desk, { path, warnings, ...move }: Plan, { says }: Changing): Changed {
  const { change, before } = move;
  return {
    path,
    slug: ownText(before.slug),
    change,
    said: ownText(says?.(desk, move) ?? ""),
    concernsSite: change === "changed" && concernsReaders(desk, move),
    warnings,
  };
}

/** A withdrawn article that is killed is off the site, or soon will be, but its address and the feeds say so. */
function concernsReaders({ now }: Desk, { before, after }: Move): boolean {
  const isMoved = before.status !== after.status;
  return [before, after].some((article) => isLive(article, now) || (isMoved && wasPublic(article, now)));
}

interface Plan extends Move {
  readonly path: string;
  readonly file: ArticleFile;
  readonly text: string;
  readonly warnings: readonly Problem[];
}

/** What is to become of a file as it is now; undefined where it has changed and is not what was chosen any more. */
function planFor(desk: Desk, chosen: Chosen, { editsFor }: Changing): Plan | undefined {
  const { path } = chosen;
  const entry = readEntry(desk, path);
  if (!isReadable(entry)) throw unreadable(entry);
  if (!isStillChosen(desk, chosen, entry)) return undefined;
  const { file, article: before } = entry;
  const edits = editsFor(entry);
  const text = editArticle(file.text, edits, desk.limits);
  const same = { path, file, text, before };
  if (text === file.text) return { ...same, change: "unchanged", after: before, warnings: [] };
  requireReadable(desk, path, text);
  const { article: after = before, problems } = parseFile(desk, path, text);
  const fields = new Set(edits.map(({ path: [field] }) => field));
  const warnings = problems.filter(({ field }) => fields.has(field ?? ""));
  return { ...same, change: "changed", after, warnings };
}
