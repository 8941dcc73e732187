// Rows about to go out, held against their files: an index that somebody wrote to releases nothing. What the site shows
// already was read when it got there, so that only new stories and those that are gone are read here.
import type { Article } from "../../article/article.ts";
import { wasPublic } from "../../article/moves.ts";
import { isLive } from "../../article/state.ts";
import { standingAt } from "../../newsroom/publish-stamp.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { isReadable, readEntry } from "../read-entries.ts";
import type { SiteRow, SiteRows } from "./site-rows.ts";

/** The rows that the site shows, or their files bear out. 3 us a live row, and the reading of each new one and each gone. */
export function trustedRows(desk: Desk, { live, gone, ...dates }: SiteRows): SiteRows {
  const { now } = desk;
  return {
    live: live.flatMap((row) =>
      isShown(desk, row) ? [row] : readRow(desk, row, (read) => isLive(read, now)),
    ),
    gone: goneRows(desk, gone),
    ...dates,
  };
}

/**
 * For an edition that is shown only when every page of it has been made, and with each page what the index says of its
 * article was found to be what the file says: nothing is read beforehand but what is gone.
 */
export function believedRows(desk: Desk, { live, gone, ...dates }: SiteRows): SiteRows {
  return {
    live: live.map((row) => ({ ...row, isRead: true })),
    gone: goneRows(desk, gone),
    ...dates,
  };
}

function goneRows(desk: Desk, gone: readonly SiteRow[]): SiteRow[] {
  return gone.flatMap((row) => readRow(desk, row, (read) => isTakenDown(read, desk.now)));
}

function isShown({ root, settings }: Desk, { file }: SiteRow): boolean {
  return standingAt(`${root}/${settings.publish.to}/${file}`) === "file";
}

/** The row with its head as the file has it; none where the file says otherwise. */
function readRow(desk: Desk, row: SiteRow, holds: (read: Article) => boolean): SiteRow[] {
  const entry = readEntry(desk, row.path);
  if (!isReadable(entry) || !holds(entry.article)) return [];
  if (permalinkOf(desk.settings, entry.article) !== row.url) return [];
  const { body: _1, notes: _2, ...head } = entry.article;
  return [{ ...row, head, isRead: true }];
}

/** True for what readers had and was withdrawn or killed. */
function isTakenDown(article: Article, now: number): boolean {
  return (article.status === "withdrawn" || article.status === "killed") && wasPublic(article, now);
}
