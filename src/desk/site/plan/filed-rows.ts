// Rows of a site as feeds and sitemaps have them, and the documents made of them as files of the site.
import { readingTogether } from "../../../index/open-index.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import type { SiteDocument } from "../../feeds/feed-documents.ts";
import { feedRowOf, type FiledRow } from "../../feeds/feed-entry-of.ts";
import { headNow } from "../make/row-head.ts";
import { keyedLater } from "./key-of.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** With the heads that the index has of them by now. 15 us each. */
export function filed({ desk, index }: SiteContext, rows: readonly SiteRow[]): FiledRow[] {
  return readingTogether(index, () =>
    rows.flatMap((row) => {
      const head = headNow(index, row);
      return head === undefined ? [] : (feedRowOf(desk, { path: row.path, head }) ?? []);
    }),
  );
}

export function documentFile(
  { path, text }: Pick<SiteDocument, "path" | "text">,
  keyNow: () => string,
): PlannedFile {
  return keyedLater({ path, rank: RANKS.feed, content: text }, keyNow);
}
