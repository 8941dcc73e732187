// The articles of a site at an instant, as planning needs them: those that are live, newest first, and those that were.
import { wasPublic } from "../../article/moves.ts";
import { isLive, stateAt } from "../../article/state.ts";
import { isBefore } from "../../base/code-point-order.ts";
import type { ArticleHead, BodyRefs } from "../../index/file-row.ts";
import type { Index } from "../../index/open-index.ts";
import { publishedFiles, type PublishedFile } from "../../index/published-files.ts";
import { NEWS_WINDOW } from "../../formats/news-sitemap.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { pageFileOf } from "./page-file.ts";

/** One article of the site. */
export interface SiteRow {
  /** Its file, relative to the root. */
  readonly path: string;
  readonly hash: string;
  /** Changes with everything that the index says of it but its words. */
  readonly shape: string;
  readonly head: ArticleHead;
  readonly refs?: BodyRefs;
  /** Of its page, absolute. */
  readonly url: string;
  /** Its page in the site. */
  readonly file: string;
  /** Epoch milliseconds. */
  readonly published: number;
  /** True where `head` is what the file itself says, read in this run: it may be shown as it is. */
  readonly isRead?: boolean;
}

/** Instants are epoch milliseconds. */
export interface ExpiredRow {
  readonly slug: string;
  /** Where its page was. */
  readonly file: string;
  readonly due: number;
  readonly expired: number;
}

export interface SiteRows {
  /** Newest first; ties go by path. */
  readonly live: readonly SiteRow[];
  /** Withdrawn and killed after readers had them. */
  readonly gone: readonly SiteRow[];
  /** What has come off the site by its date. */
  readonly expired: readonly ExpiredRow[];
  /** The first instant after the desk's at which any of this is otherwise; undefined when nothing is due. */
  readonly nextChange: number | undefined;
}

/** What the index says is live or gone at the desk's instant. What is printed of it is read from the files again. */
export function siteRows(desk: Desk, index: Index): SiteRows {
  const live: SiteRow[] = [];
  const gone: SiteRow[] = [];
  const expired: ExpiredRow[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  for (const file of publishedFiles(index)) {
    if (file.head === undefined) continue;
    nextChange = Math.min(nextChange, ...momentsOf(file.head).filter((moment) => moment > desk.now));
    const row = siteRow(desk, file);
    if (row === undefined) continue;
    const { head } = row;
    if (isLive(head, desk.now)) live.push(row);
    else if (isGone(head, desk.now)) gone.push(row);
    else if (head.expires !== undefined && stateAt(head, desk.now) === "expired")
      expired.push({
        slug: head.slug,
        file: row.file,
        due: dueAt(row.published, head),
        expired: head.expires.epochMs,
      });
  }
  live.sort(newestFirst);
  return { live, gone, expired, nextChange: Number.isFinite(nextChange) ? nextChange : undefined };
}

/** When readers were to have it. Embargo and first publication both hold it back. */
export function dueAt(published: number, { embargo }: ArticleHead): number {
  return Math.max(published, embargo === undefined || embargo === "open" ? 0 : embargo.epochMs);
}

/** The row of one file, live or not; undefined where it has no page to be at. */
export function siteRow({ settings }: Desk, file: PublishedFile): SiteRow | undefined {
  const { path, hash, shape, head, refs } = file;
  const url = head === undefined ? undefined : permalinkOf(settings, head);
  if (head?.published === undefined || url === undefined) return undefined;
  const place = { url, file: pageFileOf(settings, url), published: head.published.epochMs };
  return { path, hash, shape, head, ...place, ...(refs === undefined ? {} : { refs }) };
}

function isGone(head: ArticleHead, at: number): boolean {
  return (head.status === "withdrawn" || head.status === "killed") && wasPublic(head, at);
}

function newestFirst(a: SiteRow, b: SiteRow): number {
  if (a.published !== b.published) return b.published - a.published;
  return isBefore(a.path, b.path) ? -1 : 1;
}

/** Every instant at which an article may look otherwise: on the site, in what lists it, in the news sitemap. */
function momentsOf({ published, updated, embargo, expires, corrections }: ArticleHead): number[] {
  const moments = [published, updated, expires, embargo === "open" ? undefined : embargo];
  const known = [...moments, ...corrections.map(({ at }) => at)].flatMap((moment) =>
    moment === undefined ? [] : [moment.epochMs],
  );
  return published === undefined ? known : [...known, published.epochMs + NEWS_WINDOW];
}
