// Feeds, sitemaps and robots.txt of a site: planned from rows of the index, made and checked only where something in
// them has changed.
import { isLive } from "../../article/state.ts";
import type { FeedSettings } from "../../article/settings.ts";
import { selectFiles } from "../../index/select-files.ts";
import { matchesQuery } from "../../query/matches-query.ts";
import type { QueryNode } from "../../query/query.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import type { Desk } from "../desk.ts";
import { feedDocuments, type SiteDocument } from "../feed-documents.ts";
import { feedRowOf, type FiledRow } from "../feed-entry-of.ts";
import { askedOf } from "../list-articles.ts";
import { readQuery, readQueryText } from "../read-query.ts";
import { robotsDocument, sitemapDocuments } from "../sitemap-documents.ts";
import { listAddresses } from "./plan-listings.ts";
import { pageKey } from "./plan-pages.ts";
import { keyOf, type SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-rows.ts";

/** Every document of the site. Throws StetError usage/bad-query for a feed whose query cannot be read. */
export function* planDocuments(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk } = context;
  const { publish } = desk.settings;
  for (const feed of publish.feeds) yield* planFeed(context, feed);
  if (publish.sitemap) yield* planSitemaps(context);
  if (publish.robots) yield documentFile(robotsDocument(desk), keyOf(context.frameKey));
}

function* planFeed(context: SiteContext, feed: FeedSettings): Generator<PlannedFile, void, undefined> {
  const { live, killed } = feedRows(context, feed);
  const documents = feedDocuments(context.desk, feed, [...live, ...killed]);
  for (const [at, document] of documents.entries()) {
    const entries = document.rows.map(({ path, updated }) => [entryKey(context, path), updated]);
    const around = at === 0 ? [killed, documents.length] : [at];
    yield documentFile(document, keyOf(context.frameKey, feed, entries, around));
  }
}

/** What a feed says of an article is what its page says, and when it last changed. */
function entryKey(context: SiteContext, path: string): string {
  const row = context.byPath.get(path);
  return row === undefined ? "" : pageKey(context, row);
}

/** Live rows that the feed's query matches, and killed ones that it would match if they were published still. */
function feedRows(
  context: SiteContext,
  { query }: FeedSettings,
): { readonly live: readonly FiledRow[]; readonly killed: readonly FiledRow[] } {
  const { desk, rows } = context;
  const matches = matcherOf(context, query);
  const killed = rows.gone.filter(({ head }) => head.status === "killed");
  return {
    live: rows.live.filter(matches).flatMap((row) => filed(context, row)),
    killed: killed
      .map((row) => ({ ...row, head: { ...row.head, status: "published" as const } }))
      .filter((row) => isLive(row.head, desk.now) && matches(row))
      .flatMap((row) => filed(context, { ...row, head: { ...row.head, status: "killed" } })),
  };
}

/** What a feed's query asks at the desk's instant: `published:-7d..` is another tree tomorrow. */
export function feedQuery(desk: Desk, text: string): QueryNode {
  return (text.trim() === "" ? readQuery(desk, []) : readQueryText(desk, text)).node;
}

type Matcher = (row: SiteRow) => boolean;

/** A query is asked of the index once; killed articles, which it knows as killed, are looked at one by one. */
function matcherOf({ desk, index, byPath }: SiteContext, text: string | undefined): Matcher {
  if (text === undefined) return () => true;
  const node = feedQuery(desk, text);
  const { files, isExact } = selectFiles(index, node, { at: desk.now, sort: [], limit: 0 });
  const found = new Set<string>();
  for (const file of files) if (isExact || matchesQuery(askedOf(desk, file), node)) found.add(file.path);
  return (row) =>
    byPath.has(row.path)
      ? found.has(row.path)
      : matchesQuery(askedOf(desk, { ...row, slug: row.head.slug, problems: 0, words: 0 }), node);
}

function filed({ desk }: SiteContext, { path, head }: SiteRow): FiledRow[] {
  const row = feedRowOf(desk, { path, head });
  return row === undefined ? [] : [row];
}

function* planSitemaps(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk, rows, frameKey } = context;
  const filedRows = rows.live.flatMap((row) => filed(context, row));
  const pages = listAddresses(context);
  const all = keyOf(frameKey, pages, filedRows);
  for (const document of sitemapDocuments(desk, filedRows, pages)) {
    const isWhole = document.rows.length === 0;
    yield documentFile(document, isWhole ? all : keyOf(frameKey, document.rows));
  }
}

function documentFile({ path, text }: SiteDocument, key: string): PlannedFile {
  return { path, rank: RANKS.feed, key, content: text };
}
