// The sitemaps of the site as the files they are: one for every month, one for the last two days, an index, and the
// robots.txt that names them.
import { printRobots } from "../../formats/robots.ts";
import { newsRows, printNewsSitemap } from "../../formats/news-sitemap.ts";
import {
  planSitemaps,
  printArticleSitemap,
  printSitemap,
  printSitemapIndex,
  type SitemapPage,
} from "../../formats/sitemap.ts";
import type { Desk } from "../desk.ts";
import { checked, type SiteDocument } from "./feed-documents.ts";
import type { FiledRow } from "./feed-entry-of.ts";
import { homeOf, siteUrl } from "./feed-head-of.ts";

const INDEX = "sitemap.xml";
const NEWS = "sitemap-news.xml";
const PAGES = "sitemap-pages.xml";

/** A sitemap as the file it is. */
export interface Sitemap {
  /** Relative to the site, with `/`. */
  readonly path: string;
  /** Changes with all that the text shows but the settings. */
  readonly shows: unknown;
  /** Makes the text. Throws StetError invalid if it fails its check. */
  readonly text: () => string;
}

export interface MappedMonth<Row> {
  /** `2026-11`. */
  readonly name: string;
  readonly rows: () => readonly Row[];
  /** Where its one sitemap stays as it is: when the last of its rows changed, epoch milliseconds. */
  readonly standing?: number;
}

/** What sitemaps are made of. Rows are of live articles; what else of them a sitemap prints is asked for with its text. */
export interface Mapping<Row> {
  /** Oldest first. */
  readonly months: Iterable<MappedMonth<Row>>;
  /** At least those of the last two days. */
  readonly newest: readonly Row[];
  /** The front page, sections and other listings. */
  readonly pages: readonly SitemapPage[];
  /** Changes with the address of a row, and with those of its translations. */
  readonly addresses: (row: Row) => unknown;
  readonly filed: (rows: readonly Row[]) => readonly FiledRow[];
}

/** The sitemaps of articles, those of pages and of news, and the index, in that order. */
export function* sitemapDocuments<Row extends Pick<FiledRow, "updated">>(
  desk: Desk,
  { months, newest, pages, addresses, filed }: Mapping<Row>,
): Generator<Sitemap, void, undefined> {
  const { settings, now } = desk;
  const { timezone } = settings;
  const maps: SitemapPage[] = [{ url: siteUrl(settings, PAGES) }];
  const mapOf = (name: string): string => `sitemap-${name}.xml`;
  for (const { name: month, rows: found, standing } of months) {
    if (standing !== undefined) {
      maps.push({ url: siteUrl(settings, mapOf(month)), updated: standing });
      continue;
    }
    for (const { name, rows, updated } of planSitemaps(month, found())) {
      const path = mapOf(name);
      maps.push({ url: siteUrl(settings, path), updated });
      const shows = rows.map((row) => [addresses(row), row.updated]);
      yield {
        path,
        shows,
        text: () => checkedAt(desk, path, printArticleSitemap(filed(rows), timezone, now)),
      };
    }
  }
  yield { path: PAGES, shows: pages, text: () => checkedAt(desk, PAGES, printSitemap(pages, timezone)) };
  const { path, rows: news, text } = newsDocument(desk, filed(newest));
  yield { path, shows: news, text };
  yield { path: INDEX, shows: maps, text: () => checkedAt(desk, INDEX, printSitemapIndex(maps, timezone)) };
}

/** The sitemap for Google News at the desk's instant. It changes by the hour alone: rows leave it after 48 hours. */
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
