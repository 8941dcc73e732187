// `stet submit` and `stet approve`: an article's steps over the desk, draft to review to ready.
import type { Status } from "../../article/article.ts";
import type { FieldEdit } from "../../article/edit-article.ts";
import { stateAt } from "../../article/state.ts";
import { nextStatuses } from "../../article/moves.ts";
import { appendNote } from "./append-note.ts";
import { changeArticles, type ChangeOptions, type ChangeResult } from "../change/change-articles.ts";
import type { Desk } from "../desk.ts";
import { moveTo, refused, revivalOf } from "./move-to.ts";
import type { ArticleEntry, Chosen } from "../find/read-entries.ts";

/**
 * Drafts go to review. What is in review stays as it is; anything further on is refused with StetError
 * conflict/bad-transition. With `revive`, the reason, a killed article comes back too.
 */
export function submitArticles(
  desk: Desk,
  chosen: readonly Chosen[],
  { revive, ...options }: ChangeOptions & { readonly revive?: string },
): ChangeResult {
  const editsFor = (entry: ArticleEntry): readonly FieldEdit[] => {
    if (entry.article.status !== "killed" || revive === undefined) return step(desk, entry, SUBMIT);
    const note = appendNote(desk, entry.article, "Brought back", revive);
    return [...moveTo(desk, entry, "review", { forced: true }), note];
  };
  return changeArticles(desk, chosen, { ...options, editsFor });
}

/** Articles in review become ready. What is ready stays; anything else is refused with StetError conflict/bad-transition. */
export function approveArticles(desk: Desk, chosen: readonly Chosen[], options: ChangeOptions): ChangeResult {
  return changeArticles(desk, chosen, { ...options, editsFor: (entry) => step(desk, entry, APPROVE) });
}

interface Step {
  readonly takes: string;
  readonly from: Status;
  readonly to: Status;
}

const SUBMIT: Step = { takes: "submit takes a draft", from: "draft", to: "review" };
const APPROVE: Step = { takes: "approve takes an article in review", from: "review", to: "ready" };

function step(desk: Desk, entry: ArticleEntry, { takes, from, to }: Step): FieldEdit[] {
  const { path, article } = entry;
  if (article.status === from || article.status === to) return moveTo(desk, entry, to);
  const message = `${takes}; this one is ${stateAt(article, desk.now)}`;
  throw refused(path, message, hintFor(desk, entry, to));
}

function hintFor(desk: Desk, { article }: ArticleEntry, to: Status): string {
  if (article.status === "draft") return `stet submit ${article.slug}`;
  const revival = revivalOf(desk, article);
  if (revival !== undefined) return revival;
  const isOpen = nextStatuses(article, desk.now).includes(to);
  return isOpen ? `stet set status=${to} ${article.slug}` : `stet why ${article.slug}`;
}
