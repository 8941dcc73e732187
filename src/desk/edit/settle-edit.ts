// What follows from an edit made by hand: the id stays, the status moves by the rules, a slug that was changed leaves a
// redirect, and `updated` moves when a reader would notice.
import type { Article } from "../../article/article.ts";
import { editArticle, type FieldEdit } from "../../article/edit-article.ts";
import { moveFault } from "../../article/moves.ts";
import { slugKey } from "../../article/slug.ts";
import { isLive } from "../../article/state.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import { claimantsOf } from "../change/claims.ts";
import type { Desk } from "../desk.ts";

export interface HandEdit {
  readonly path: string;
  readonly text: string;
  readonly before: Article;
  readonly after: Article;
  /** Nothing a reader should notice: `updated` stays. */
  readonly isMinor: boolean;
}

/** The text to install. Throws StetError conflict: the id was changed, the status may not go there, the slug is taken. */
export function settleEdit(desk: Desk, edit: HandEdit): string {
  const { path, text, before, after } = edit;
  requireSameId(edit);
  const fault = moveFault(before, after.status, desk.now);
  if (fault !== undefined)
    throw new StetError("conflict", "bad-transition", fault, { where: { file: path } });
  const edits = [...slugEdits(desk, edit), ...updatedEdits(desk, edit)];
  return edits.length === 0 ? text : editArticle(text, edits, desk.limits);
}

function requireSameId({ path, before, after }: HandEdit): void {
  if (before.id === undefined || before.id === after.id) return;
  const message = `an id never changes: this article's is ${before.id}`;
  throw new StetError("conflict", "schema", message, { where: { file: path } });
}

function slugEdits(desk: Desk, { path, before, after }: HandEdit): FieldEdit[] {
  if (slugKey(before.slug) === slugKey(after.slug)) return [];
  const other = claimantsOf(desk, after.slug).find((claimant) => claimant !== path);
  if (other !== undefined) {
    throw new StetError("conflict", "exists", `the slug ${after.slug} is taken by ${other}`, {
      where: { file: path },
    });
  }
  const isKept =
    after.formerSlugs.some((slug) => slugKey(slug) === slugKey(before.slug)) ||
    claimantsOf(desk, before.slug).some((claimant) => claimant !== path);
  return isKept ? [] : [{ kind: "add", path: ["former_slugs"], item: before.slug }];
}

function updatedEdits(desk: Desk, { before, after, isMinor }: HandEdit): FieldEdit[] {
  if (isMinor || !isLive(before, desk.now) || !isVisibleChange(before, after)) return [];
  return [{ kind: "set", path: ["updated"], value: writeInstant(desk.now, desk.settings.timezone) }];
}

/** What a reader sees; an `updated` the person wrote is left as it is. */
function isVisibleChange(before: Article, after: Article): boolean {
  if (before.updated?.written !== after.updated?.written) return false;
  const seen = ({
    headline,
    kicker,
    summary,
    authors,
    dateline,
    image,
    corrections,
    body,
  }: Article): string =>
    JSON.stringify([headline, kicker, summary, authors, dateline, image, corrections, body]);
  return seen(before) !== seen(after);
}
