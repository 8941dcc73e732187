// Rows about to go out, held against their files: an index that somebody wrote to releases nothing. What the site shows
// already was read when it got there, so that only new stories and those that are gone are read here.
import type { Article } from "../../../article/article.ts";
import { wasPublic } from "../../../article/moves.ts";
import { isLive } from "../../../article/state.ts";
import { standingAt } from "../../../newsroom/site/publish-stamp.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedFile } from "../../../index/published-files.ts";
import type { Desk } from "../../desk.ts";
import { permalinkOf } from "../../permalink.ts";
import { isReadable, readEntry } from "../../find/read-entries.ts";
import { pageFileOf } from "../plan/page-file.ts";
import { rowPacker } from "../plan/packed-rows.ts";
import { newPool, siteRow, type Pool, type SiteRow } from "../plan/site-row.ts";
import type { GoneRow, SiteRows } from "../plan/site-rows.ts";

/** The rows that the site shows, or their files bear out. 3 us a live row, and the reading of each new one and each gone. */
export function trustedRows(desk: Desk, index: Index, { live, gone, ...dates }: SiteRows): SiteRows {
  const pool = newPool();
  const pack = rowPacker();
  return {
    live: live.flatMap((row) => (isShown(desk, row) ? [row] : liveRow(desk, index, row, pool).map(pack))),
    gone: goneRows(desk, gone),
    ...dates,
  };
}

/**
 * For an edition that is shown only when every page of it has been made, and with each page what the index says of its
 * article was found to be what the file says: nothing is read beforehand but what is gone.
 */
export function believedRows(desk: Desk, { gone, ...others }: SiteRows): SiteRows {
  return { ...others, gone: goneRows(desk, gone) };
}

function goneRows(desk: Desk, gone: readonly GoneRow[]): GoneRow[] {
  return gone.flatMap((row) => {
    const head = readHead(desk, row, (read) => isTakenDown(read, desk.now));
    return head === undefined ? [] : [{ ...row, head }];
  });
}

function isShown({ root, settings }: Desk, { file }: SiteRow): boolean {
  return standingAt(`${root}/${settings.publish.to}/${file}`) === "file";
}

/** The row as the file has the article; none where that is not live. */
export function liveRow(desk: Desk, index: Index, row: SiteRow, pool: Pool = newPool()): SiteRow[] {
  const head = readHead(desk, row, (read) => isLive(read, desk.now));
  const file = head === undefined ? undefined : publishedFile(index, row.path);
  const read = file === undefined || head === undefined ? undefined : siteRow(desk, { ...file, head }, pool);
  return read === undefined ? [] : [read];
}

type Filed = Pick<SiteRow, "path" | "file">;

/** The head of the article as the file has it; undefined where the file says otherwise. */
function readHead(desk: Desk, row: Filed, holds: (read: Article) => boolean): ArticleHead | undefined {
  const entry = readEntry(desk, row.path);
  if (!isReadable(entry) || !holds(entry.article)) return undefined;
  const url = permalinkOf(desk.settings, entry.article);
  if (url === undefined || pageFileOf(desk.settings, url) !== row.file) return undefined;
  const { body: _1, notes: _2, ...head } = entry.article;
  return head;
}

/** True for what readers had and was withdrawn or killed. */
function isTakenDown(article: Article, now: number): boolean {
  return (article.status === "withdrawn" || article.status === "killed") && wasPublic(article, now);
}
