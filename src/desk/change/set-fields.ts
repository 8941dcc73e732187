// `stet set`: fields of one or many articles, each file edited in place, only those bytes.
import type { Article } from "../../article/article.ts";
import type { FieldEdit } from "../../article/edit-article.ts";
import { moveFault } from "../../article/moves.ts";
import { StetError } from "../../base/stet-error.ts";
import { changeArticles, type ChangeOptions, type ChangeResult } from "./change-articles.ts";
import type { Desk } from "../desk.ts";
import { refused, revivalOf } from "../steps/move-to.ts";
import type { ArticleEntry, Chosen } from "../find/read-entries.ts";

/** Makes the same edits in every article; how failures and dry runs go is changeArticles'. */
export function setFields(
  desk: Desk,
  chosen: readonly Chosen[],
  edits: readonly FieldEdit[],
  options: ChangeOptions,
): ChangeResult {
  const editsFor = (entry: ArticleEntry): readonly FieldEdit[] => {
    requireMoves(desk, entry, edits);
    requirePublished(entry.article, edits);
    return edits;
  };
  return changeArticles(desk, chosen, { ...options, editsFor });
}

function requireMoves(desk: Desk, { path, article }: ArticleEntry, edits: readonly FieldEdit[]): void {
  for (const edit of edits) {
    if (edit.kind !== "set" || edit.path[0] !== "status" || typeof edit.value !== "string") continue;
    const fault = moveFault(article, edit.value, desk.now);
    if (fault === undefined) continue;
    throw refused(path, fault, revivalOf(desk, article) ?? `stet show ${article.slug}`);
  }
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
