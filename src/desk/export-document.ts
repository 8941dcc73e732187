// `stet export --to rss` and its like: the bytes that publishing would write for the same query, made of rows.
import type { FeedFormat, FeedSettings } from "../article/settings.ts";
import { StetError } from "../base/stet-error.ts";
import { liveRows } from "../formats/live-rows.ts";
import { printOpml } from "../formats/opml.ts";
import { printArticleSitemap, SITEMAP_ROWS } from "../formats/sitemap.ts";
import type { Desk } from "./desk.ts";
import { checked, feedDocuments } from "./feeds/feed-documents.ts";
import type { FiledRow } from "./feeds/feed-entry-of.ts";
import { feedTitle, homeOf, siteUrl } from "./feeds/feed-head-of.ts";
import { readQueryText } from "./find/read-query.ts";
import { lookUpAlternates } from "./site/plan/page-versions.ts";
import { newsDocument } from "./feeds/sitemap-documents.ts";

/** What `--to` takes besides the formats of single articles; each is one document. */
export const DOCUMENT_NAMES = ["rss", "atom", "jsonfeed", "sitemap", "news-sitemap", "opml"] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

export interface ExportingDocument {
  readonly name: DocumentName;
  /** What the document is of (feed-rows.ts); only the live ones are ever in it. */
  readonly rows: readonly FiledRow[];
  /** In canonical form, where a query chose the rows. */
  readonly query: string | undefined;
  /** Entries at most, 0 = all; stet.yaml's where it is not said. */
  readonly limit: number | undefined;
  readonly content: "full" | "summary" | undefined;
}

/** The document at the desk's instant. Throws StetError store without `url`, usage for a sitemap that is too long. */
export async function exportDocument(desk: Desk, exporting: ExportingDocument): Promise<string> {
  const { name, rows } = exporting;
  switch (name) {
    case "sitemap":
      return articleSitemap(desk, await lookUpAlternates(desk, rows));
    case "news-sitemap":
      return newsDocument(desk, rows).text();
    case "opml":
      return feedList(desk);
    case "rss":
    case "atom":
    case "jsonfeed":
      return feedDocuments(desk, feedFor(desk, name, exporting), rows)[0].text();
  }
}

const DEFAULT_PATHS: Readonly<Record<FeedFormat, string>> = {
  rss: "feed.xml",
  atom: "feed.atom",
  jsonfeed: "feed.json",
};

/** The feed of stet.yaml with this format and query, else one with the defaults; what was said goes before both. */
function feedFor(desk: Desk, format: FeedFormat, exporting: ExportingDocument): FeedSettings {
  const { query, limit, content } = exporting;
  const known = desk.settings.publish.feeds.find(
    (feed) => feed.format === format && canonical(desk, feed.query) === query,
  );
  const path = DEFAULT_PATHS[format];
  const feed = known ?? { path, format, limit: 50, content: "full", title: desk.settings.name };
  return {
    ...feed,
    ...(limit === undefined ? {} : { limit: limit === 0 ? Infinity : limit }),
    ...(content === undefined ? {} : { content }),
  };
}

/** A feed whose query is none is no match; publishing it is what says so. */
function canonical(desk: Desk, query: string | undefined): string | undefined {
  if (query === undefined) return undefined;
  try {
    return readQueryText(desk, query).canonical;
  } catch (error) {
    if (error instanceof StetError) return query;
    throw error;
  }
}

function articleSitemap({ settings, now }: Desk, rows: readonly FiledRow[]): string {
  const count = liveRows(rows, now).length;
  if (count > SITEMAP_ROWS) {
    const message = `a sitemap has at most ${SITEMAP_ROWS} rows, and ${count} live articles match`;
    throw new StetError("usage", "usage", message, { hint: "-Q published:2026-11" });
  }
  const text = printArticleSitemap(rows, settings.timezone, now);
  const frame = { self: siteUrl(settings, "sitemap.xml"), home: homeOf(settings), at: now };
  return checked("sitemap", text, frame);
}

/** The feeds of stet.yaml as OPML. */
function feedList({ settings, now }: Desk): string {
  const feeds = settings.publish.feeds.map((feed) => ({
    title: feedTitle(settings, feed),
    format: feed.format,
    url: siteUrl(settings, feed.path),
  }));
  const home = homeOf(settings);
  const frame = { self: siteUrl(settings, "feeds.opml"), home, at: now };
  return checked("opml", printOpml(settings.name, home, feeds), frame);
}
