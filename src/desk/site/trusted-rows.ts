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
export function trustedRows(desk: Desk, { live, gone, nextChange }: SiteRows): SiteRows {
  const { now } = desk;
  return {
    live: live.filter((row) => isShown(desk, row) || isBorneOut(desk, row, (read) => isLive(read, now))),
    gone: gone.filter((row) => isBorneOut(desk, row, (read) => isTakenDown(read, now))),
    nextChange,
  };
}

function isShown({ root, settings }: Desk, { file }: SiteRow): boolean {
  return standingAt(`${root}/${settings.publish.to}/${file}`) === "file";
}

function isBorneOut(desk: Desk, { path, url }: SiteRow, holds: (read: Article) => boolean): boolean {
  const entry = readEntry(desk, path);
  return isReadable(entry) && holds(entry.article) && permalinkOf(desk.settings, entry.article) === url;
}

/** True for what readers had and was withdrawn or killed. */
function isTakenDown(article: Article, now: number): boolean {
  return (article.status === "withdrawn" || article.status === "killed") && wasPublic(article, now);
}
