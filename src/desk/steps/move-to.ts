// One move of an article to another status, as an edit of its file, refused where the rules of the desk forbid it
// (article/moves.ts). The desk's verbs are made of these.
import type { Article, Status } from "../../article/article.ts";
import type { FieldEdit } from "../../article/edit-article.ts";
import { moveFault, nextStatuses } from "../../article/moves.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../desk.ts";
import type { ArticleEntry } from "../find/read-entries.ts";

interface Moving {
  /** Brings back what was killed. */
  readonly forced?: boolean;
  /** The command that brings it back, where that is not revivalOf's. */
  readonly revival?: string | undefined;
}

/**
 * The edit that moves the article, none when it is there already. Throws StetError conflict/bad-transition;
 * `forced` brings back what was killed.
 */
export function moveTo(
  desk: Desk,
  { path, article }: ArticleEntry,
  to: Status,
  { forced = false, revival }: Moving = {},
): FieldEdit[] {
  const fault = moveFault(article, to, desk.now, { forced });
  if (fault !== undefined) {
    const known = revivalOf(desk, article);
    throw refused(path, fault, known === undefined ? `stet why ${article.slug}` : (revival ?? known));
  }
  return article.status === to ? [] : [setText("status", to)];
}

/** The command that brings a killed article back: to the desk where readers never had it. Undefined for any other. */
export function revivalOf({ now }: Desk, article: Article): string | undefined {
  if (article.status !== "killed") return undefined;
  const isOpen = nextStatuses(article, now, { forced: true }).includes("review");
  return `stet ${isOpen ? "submit" : "publish"} ${article.slug} --force --reason "..."`;
}

/** An error of a verb that does not go with what the article is now. */
export function refused(path: string, message: string, hint: string): StetError {
  return new StetError("conflict", "bad-transition", message, { where: { file: path }, hint });
}

/** A field set to a text. */
export function setText(field: "status" | "published" | "embargo" | "notes", value: string): FieldEdit {
  return { kind: "set", path: [field], value };
}

/** `updated` set to the desk's now: a change that readers should notice. */
export function touch({ now, settings }: Desk): FieldEdit {
  return { kind: "set", path: ["updated"], value: writeInstant(now, settings.timezone) };
}
