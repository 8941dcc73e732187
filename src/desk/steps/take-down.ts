// `stet withdraw` (quiet: it may come back) and `stet kill` (loud: the public is told that it is void).
import type { FieldEdit } from "../../article/edit-article.ts";
import { StetError } from "../../base/stet-error.ts";
import { wasPublic } from "../../article/moves.ts";
import { appendNote } from "./append-note.ts";
import { changeArticles, type ChangeOptions, type ChangeResult } from "../change/change-articles.ts";
import type { Desk } from "../desk.ts";
import { moveTo } from "./move-to.ts";
import type { ArticleEntry, Chosen } from "../find/read-entries.ts";

/** Published articles become withdrawn; a reason goes into the notes. Throws StetError conflict/bad-transition. */
export function withdrawArticles(
  desk: Desk,
  chosen: readonly Chosen[],
  { reason = "", ...options }: ChangeOptions & { readonly reason?: string },
): ChangeResult {
  const editsFor = (entry: ArticleEntry): FieldEdit[] => {
    const moves = takeDown(desk, entry, "withdrawn");
    const hasNote = moves.length > 0 && reason.trim() !== "";
    return hasNote ? [...moves, appendNote(desk, entry.article, "Withdrawn", reason)] : moves;
  };
  return changeArticles(desk, chosen, { ...options, editsFor });
}

/** Articles become killed, whatever they were; the reason goes into the notes. Throws StetError usage without a reason. */
export function killArticles(
  desk: Desk,
  chosen: readonly Chosen[],
  { reason, ...options }: ChangeOptions & { readonly reason: string },
): ChangeResult {
  if (reason.trim() === "") {
    throw new StetError("usage", "need-input", "kill needs a reason, kept in the article's notes", {
      hint: '--reason "the certificate was for another bridge"',
    });
  }
  const editsFor = (entry: ArticleEntry): FieldEdit[] => {
    const moves = takeDown(desk, entry, "killed");
    return moves.length === 0 ? [] : [...moves, appendNote(desk, entry.article, "Killed", reason)];
  };
  return changeArticles(desk, chosen, { ...options, editsFor });
}

/**
 * What readers never had loses its date: once that had passed, it would look as if they had, and its address would
 * stand among those that are gone.
 */
function takeDown(desk: Desk, entry: ArticleEntry, to: "withdrawn" | "killed"): FieldEdit[] {
  const moves = moveTo(desk, entry, to);
  const { article } = entry;
  const isUnseen = article.published !== undefined && !wasPublic(article, desk.now);
  return moves.length > 0 && isUnseen ? [...moves, { kind: "clear", path: ["published"] }] : moves;
}
