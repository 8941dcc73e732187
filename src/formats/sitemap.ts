// Sitemaps (sitemaps.org 0.9): a urlset for every month of publication and one index over them, so that a new article
// changes two small files however large the newsroom is.
import { writeInstant } from "../base/zone.ts";
import type { Alternate } from "../render/site/versions-view.ts";
import type { FeedRow } from "./feed-entry.ts";
import { latestChange, liveRows } from "./live-rows.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

/** The most rows one sitemap may have, and sitemaps one index. */
export const SITEMAP_ROWS = 50_000;

export const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
export const XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml";

/** A page that is no article, or a sitemap in an index. `updated` is epoch milliseconds, absent where nothing dates it. */
export interface SitemapPage {
  readonly url: string;
  readonly updated?: number;
  /** In which languages the page is, itself among them. */
  readonly alternates?: readonly Alternate[];
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
  const rows = pages.map(({ url, updated, alternates = [] }) => {
    const changed = updated === undefined ? undefined : writeInstant(updated, timezone);
    const links = alternates.map((alternate) => `\n${alternateLink(alternate)}`).join("");
    return element(name, {}, textElement("loc", url) + textElement("lastmod", changed) + links);
  });
  const hasLinks = pages.some(({ alternates = [] }) => alternates.length > 0);
  const namespaces = { xmlns: SITEMAP_NAMESPACE, "xmlns:xhtml": hasLinks ? XHTML_NAMESPACE : undefined };
  return xmlDocument(element(root, namespaces, rows));
}

function alternateLink({ language, href }: Alternate): string {
  return element("xhtml:link", { rel: "alternate", hreflang: language, href });
}
