// The sitemaps of the site as the files they are: one for every month, one for the last two days, an index, and the
// robots.txt that names them.
import { printRobots } from "../formats/robots.ts";
import { newsRows, printNewsSitemap } from "../formats/news-sitemap.ts";
import {
  planSitemaps,
  printArticleSitemap,
  printSitemap,
  printSitemapIndex,
  type SitemapPage,
} from "../formats/sitemap.ts";
import type { Desk } from "./desk.ts";
import { checked, type SiteDocument } from "./feed-documents.ts";
import type { FiledRow } from "./feed-entry-of.ts";
import { homeOf, siteUrl } from "./feed-head-of.ts";

const INDEX = "sitemap.xml";
const NEWS = "sitemap-news.xml";
const PAGES = "sitemap-pages.xml";

/** What an index says of each of its sitemaps. */
interface Listed extends SiteDocument {
  readonly updated: number;
}

/**
 * The article sitemaps, the one of `pages` (front page, sections and other listings), the news sitemap and the index,
 * in that order. `rows` are of every article. The news sitemap changes by the hour alone: rows leave it after 48 hours.
 */
export function sitemapDocuments(
  desk: Desk,
  rows: readonly FiledRow[],
  pages: readonly SitemapPage[],
): SiteDocument[] {
  const { settings, now } = desk;
  const listed = planSitemaps(rows, settings.timezone, now).map(({ name, rows: part, updated }): Listed => {
    const path = `sitemap-${name}.xml`;
    const text = () => checkedAt(desk, path, printArticleSitemap(part, settings.timezone, now));
    return { path, rows: part, updated, text };
  });
  const maps: SitemapPage[] = [
    { url: siteUrl(settings, PAGES) },
    ...listed.map(({ path, updated }) => ({ url: siteUrl(settings, path), updated })),
  ];
  return [
    ...listed.map(({ path, rows: part, text }) => ({ path, rows: part, text })),
    { path: PAGES, rows: [], text: () => checkedAt(desk, PAGES, printSitemap(pages, settings.timezone)) },
    newsDocument(desk, rows),
    { path: INDEX, rows: [], text: () => checkedAt(desk, INDEX, printSitemapIndex(maps, settings.timezone)) },
  ];
}

/** The sitemap for Google News at the desk's instant. */
export function newsDocument(desk: Desk, rows: readonly FiledRow[]): SiteDocument {
  const { settings, now } = desk;
  const head = { publisher: settings.name, timezone: settings.timezone };
  const shown = newsRows(rows, now);
  return { path: NEWS, rows: shown, text: () => checkedAt(desk, NEWS, printNewsSitemap(head, shown, now)) };
}

/** robots.txt; it names the sitemaps where stet.yaml has them written. */
export function robotsDocument({ settings }: Desk): SiteDocument {
  const sitemaps = settings.publish.sitemap ? [INDEX, NEWS].map((path) => siteUrl(settings, path)) : [];
  return { path: "robots.txt", rows: [], text: () => printRobots(sitemaps) };
}

function checkedAt({ settings, now }: Desk, path: string, text: string): string {
  return checked("sitemap", text, { self: siteUrl(settings, path), home: homeOf(settings), at: now });
}
