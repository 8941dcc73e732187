// Sitemaps (sitemaps.org 0.9): a urlset for every month of publication and one index over them, so that a new article
// changes two small files however large the newsroom is.
import { writeInstant } from "../base/zone.ts";
import type { FeedRow } from "./feed-entry.ts";
import { latestChange, liveRows } from "./live-rows.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

/** The most rows one sitemap may have, and sitemaps one index. */
export const SITEMAP_ROWS = 50_000;

export const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A page that is no article, or a sitemap in an index. `updated` is epoch milliseconds, absent where nothing dates it. */
export interface SitemapPage {
  readonly url: string;
  readonly updated?: number;
}

export interface SitemapPlan<Row> {
  /** The month of publication, with a number from the second file of a month on: `2026-11`, `2026-11-2`. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly updated: number;
}

/** The article sitemaps of a month (`2026-11`): of its live rows, in the order given. */
export function planSitemaps<Row extends Pick<FeedRow, "updated">>(
  month: string,
  rows: readonly Row[],
): SitemapPlan<Row>[] {
  return Array.from({ length: Math.ceil(rows.length / SITEMAP_ROWS) }, (_, page) => {
    const part = rows.slice(page * SITEMAP_ROWS, (page + 1) * SITEMAP_ROWS);
    const name = page === 0 ? month : `${month}-${page + 1}`;
    return { name, rows: part, updated: latestChange(part) };
  });
}

/** The urlset of the live rows at `at`, oldest first; the caller keeps them to SITEMAP_ROWS. */
export function printArticleSitemap(rows: Iterable<FeedRow>, timezone: string, at: number): string {
  return printSitemap(liveRows(rows, at).toReversed(), timezone);
}

/** The urlset of pages that need no gate: front page, sections, archives. */
export function printSitemap(pages: readonly SitemapPage[], timezone: string): string {
  return list("urlset", "url", pages, timezone);
}

/** The index over sitemaps, by their absolute addresses. */
export function printSitemapIndex(sitemaps: readonly SitemapPage[], timezone: string): string {
  return list("sitemapindex", "sitemap", sitemaps, timezone);
}

function list(root: string, name: string, pages: readonly SitemapPage[], timezone: string): string {
  const rows = pages.map(({ url, updated }) => {
    const changed = updated === undefined ? undefined : writeInstant(updated, timezone);
    return element(name, {}, textElement("loc", url) + textElement("lastmod", changed));
  });
  return xmlDocument(element(root, { xmlns: SITEMAP_NAMESPACE }, rows));
}
