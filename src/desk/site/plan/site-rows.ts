// The articles of a site at an instant, as planning needs them: those that are live, newest first, and those that were.
import { wasPublic } from "../../../article/moves.ts";
import { isLive, stateAt } from "../../../article/state.ts";
import { isBefore } from "../../../base/code-point-order.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedFiles } from "../../../index/published-files.ts";
import { NEWS_WINDOW } from "../../../formats/news-sitemap.ts";
import { contestedOf } from "../../contested.ts";
import type { Desk } from "../../desk.ts";
import { permalinkOf } from "../../permalink.ts";
import { rowPacker } from "./packed-rows.ts";
import { dueAt, newPool, siteRow, type SiteRow } from "./site-row.ts";

/** An article that readers had. */
export interface GoneRow {
  readonly path: string;
  readonly hash: string;
  /** Where its page was, and its absolute address. */
  readonly file: string;
  readonly url: string;
  readonly head: ArticleHead;
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
  /** Newest first; ties go by path. None of those that are contested. */
  readonly live: readonly SiteRow[];
  /** Live ones that claim a page with others, in the same order: nothing names them, and what stands there stays. */
  readonly contested: readonly SiteRow[];
  /** Withdrawn and killed after readers had them, in path order. */
  readonly gone: readonly GoneRow[];
  /** What has come off the site by its date. */
  readonly expired: readonly ExpiredRow[];
  /** The first instant after the desk's at which any of this is otherwise; undefined when nothing is due. */
  readonly nextChange: number | undefined;
}

/** What the index says is live or gone at the desk's instant. What is printed of it is read from the files again. */
export function siteRows(desk: Desk, index: Index): SiteRows {
  const out: SiteRow[] = [];
  const gone: GoneRow[] = [];
  const expired: ExpiredRow[] = [];
  const pool = newPool();
  const pack = rowPacker();
  let nextChange = Number.POSITIVE_INFINITY;
  for (const file of publishedFiles(index)) {
    const { head } = file;
    if (head === undefined) continue;
    nextChange = Math.min(nextChange, ...momentsOf(head).filter((moment) => moment > desk.now));
    const row = siteRow(desk, file, pool);
    if (row === undefined) continue;
    if (isLive(head, desk.now)) out.push(pack(row));
    else if (isGone(head, desk.now))
      gone.push({ ...file, head, file: row.file, url: permalinkOf(desk.settings, head) ?? "" });
    else if (head.expires !== undefined && stateAt(head, desk.now) === "expired")
      expired.push({
        slug: head.slug,
        file: row.file,
        due: dueAt(row.published, head),
        expired: head.expires.epochMs,
      });
  }
  out.sort(newestFirst);
  gone.sort((a, b) => (isBefore(a.path, b.path) ? -1 : 1));
  return {
    ...withoutContested(desk, index, out),
    gone,
    expired,
    nextChange: Number.isFinite(nextChange) ? nextChange : undefined,
  };
}

function withoutContested(
  desk: Desk,
  index: Index,
  out: readonly SiteRow[],
): Pick<SiteRows, "live" | "contested"> {
  const claims = contestedOf(desk, index, out);
  if (claims.size === 0) return { live: out, contested: [] };
  return {
    live: out.filter(({ path }) => !claims.has(path)),
    contested: out.filter(({ path }) => claims.has(path)),
  };
}

function isGone(head: ArticleHead, at: number): boolean {
  return (head.status === "withdrawn" || head.status === "killed") && wasPublic(head, at);
}

/** The order of the live rows. */
export function newestFirst(a: SiteRow, b: SiteRow): number {
  if (a.published !== b.published) return b.published - a.published;
  return isBefore(a.path, b.path) ? -1 : 1;
}

/** Every instant at which an article may look otherwise: on the site, in what lists it, in the news sitemap. */
export function momentsOf({ published, updated, embargo, expires, corrections }: ArticleHead): number[] {
  const moments = [published, updated, expires, embargo === "open" ? undefined : embargo];
  const known = [...moments, ...corrections.map(({ at }) => at)].flatMap((moment) =>
    moment === undefined ? [] : [moment.epochMs],
  );
  return published === undefined ? known : [...known, published.epochMs + NEWS_WINDOW];
}
