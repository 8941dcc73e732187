// An article released to the public: `stet publish ARTICLE` now, `stet schedule ARTICLE WHEN` and `publish --at` then.
// It changes the file alone; what is on the site is made by publishing the site.
import type { FieldEdit } from "../../article/edit-article.ts";
import { wasPublic } from "../../article/moves.ts";
import { describeDistance, describeMoment } from "../../base/describe-moment.ts";
import type { Instant } from "../../base/instant.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import { appendNote } from "./append-note.ts";
import {
  changeArticles,
  type Changed,
  type ChangeOptions,
  type ChangeResult,
} from "../change/change-articles.ts";
import type { Desk } from "../desk.ts";
import { moveTo, refused, setText, touch } from "./move-to.ts";
import { isReadable, type ArticleEntry, type Chosen, type Entry } from "../find/read-entries.ts";
import { unreadable } from "../unreadable.ts";

export interface Releasing extends ChangeOptions {
  /** When it first goes live; in the future the article is scheduled, in the past it is dated back and live at once. */
  readonly at?: Instant;
  /** The reason that brings back a killed article; it goes into the notes. */
  readonly revive?: string;
}

/**
 * Sets status to published. `published`, the first publication, becomes `at`, or without it now where the file has
 * none or one to come. What readers have had before keeps it, and moves `updated` when it comes back. Embargo and
 * expiry still hold the article: ask stateAt about `after`. Throws StetError conflict/bad-transition for a killed
 * article, and for another `at` once it was public.
 */
export function releaseArticles(desk: Desk, chosen: readonly Chosen[], releasing: Releasing): ChangeResult {
  const editsFor = (entry: ArticleEntry): readonly FieldEdit[] => releaseEdits(desk, entry, releasing);
  return changeArticles(desk, chosen, { ...releasing, editsFor });
}

/** Releases one article at an instant to come. Throws StetError usage/bad-date for one that has passed. */
export function scheduleArticle(desk: Desk, entry: Entry, at: Instant, options: ChangeOptions): Changed {
  requireToCome(desk, entry, at);
  const { changed } = releaseArticles(desk, [entry], { ...options, at });
  const [scheduled] = changed;
  if (scheduled === undefined) throw new Error("one entry was neither changed nor refused");
  return scheduled;
}

/** Throws StetError usage/bad-date for an instant that is not to come: nothing is scheduled for it. */
export function requireToCome({ now, settings }: Desk, { article, path }: Entry, at: Instant): void {
  if (at.epochMs > now) return;
  const name = article?.slug ?? path;
  const moment = describeMoment(at.epochMs, settings.timezone);
  const isNow = now - at.epochMs < 60_000;
  const passed = isNow ? "is now" : `has passed, ${describeDistance(now, at.epochMs)}`;
  const message = `${moment} ${passed}; schedule takes a time to come`;
  const hint = `stet publish ${name} releases it now, with --at "${at.written}" dated so`;
  throw new StetError("usage", "bad-date", message, { hint });
}

/** Throws as scheduleArticle would at any time: StetError for an article that was public, was killed or cannot be read. */
export function requireUnreleased(desk: Desk, entry: Entry): void {
  if (!isReadable(entry)) throw unreadable(entry);
  moveTo(desk, entry, "published");
  if (wasPublic(entry.article, desk.now)) throw stands(desk, entry);
}

function releaseEdits(desk: Desk, entry: ArticleEntry, { at, revive }: Releasing): FieldEdit[] {
  const { article } = entry;
  const isRevived = article.status === "killed" && revive !== undefined;
  const moves = moveTo(desk, entry, "published", { forced: isRevived, revival: revivalAt(desk, entry, at) });
  const notes = isRevived ? [appendNote(desk, article, "Brought back", revive)] : [];
  if (!wasPublic(article, desk.now)) return [...moves, ...firstPublication(desk, entry, at), ...notes];
  if (at !== undefined && at.epochMs !== article.published?.epochMs) throw stands(desk, entry);
  return moves.length === 0 ? [] : [...moves, touch(desk), ...notes];
}

function revivalAt({ now }: Desk, { article }: ArticleEntry, at?: Instant): string {
  const when = at === undefined || wasPublic(article, now) ? "" : ` --at ${at.written}`;
  return `stet publish ${article.slug}${when} --force --reason "..."`;
}

function firstPublication({ now, settings }: Desk, { article }: ArticleEntry, at?: Instant): FieldEdit[] {
  const planned = article.published;
  if (at !== undefined) return at.epochMs === planned?.epochMs ? [] : [setText("published", at.written)];
  const isDated = planned !== undefined && planned.epochMs <= now;
  return isDated ? [] : [setText("published", writeInstant(now, settings.timezone))];
}

function stands({ settings }: Desk, { path, article }: ArticleEntry): StetError {
  const { slug, status, published } = article;
  const since = published === undefined ? "" : ` ${describeMoment(published.epochMs, settings.timezone)}`;
  const then = status === "published" ? "" : `, then stet publish ${slug}`;
  const hint = `stet embargo ${slug} WHEN${then} holds it back until then`;
  return refused(path, `it first went live${since}, and that stands`, hint);
}
