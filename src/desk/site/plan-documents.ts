// Feeds, sitemaps and robots.txt of a site: planned from rows of the index, made and checked only where something in
// them has changed.
import { isLive } from "../../article/state.ts";
import type { FeedSettings } from "../../article/settings.ts";
import type { Index } from "../../index/open-index.ts";
import { selectFiles, selectPaths } from "../../index/select-files.ts";
import { matchesQuery } from "../../query/matches-query.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import type { QueryNode } from "../../query/query.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import type { Desk } from "../desk.ts";
import { feedDocuments, type SiteDocument } from "../feed-documents.ts";
import { feedRowOf, type FiledRow } from "../feed-entry-of.ts";
import { askedOf } from "../asked-of.ts";
import { readQuery, readQueryText } from "../read-query.ts";
import { robotsDocument, sitemapDocuments } from "../sitemap-documents.ts";
import { listAddresses } from "./plan-listings.ts";
import { pageKey } from "./plan-pages.ts";
import { keyOf, type FeedReach, type SiteContext } from "./site-context.ts";
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
  context.feeds.push(feedReach(feed, documents));
  for (const [at, document] of documents.entries()) {
    const entries = document.rows.map(({ path, updated }) => [entryKey(context, path), updated]);
    const around = at === 0 ? [killed, documents.length] : [at];
    yield documentFile(document, keyOf(context.frameKey, feed, entries, around));
  }
}

function feedReach({ format, limit }: FeedSettings, documents: readonly SiteDocument[]): FeedReach {
  const rows = documents.flatMap((document) => document.rows);
  const isFull = format !== "atom" && rows.length >= limit;
  const since = isFull ? rows.at(-1)?.published.epochMs : undefined;
  return { paths: rows.map(({ path }) => path), since };
}

/** True where the text of an article of this row, written anew, could be in a feed that it is not in now. */
export function couldEnter(
  desk: Desk,
  file: IndexedFile,
  { since }: FeedReach,
  query: string | undefined,
): boolean {
  if (since !== undefined && (file.head?.published?.epochMs ?? since) < since) return false;
  return query === undefined || matchesQuery(askedOf(desk, file), feedQuery(desk, query));
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
  const found = selectPaths(index, node, desk.now) ?? matchingPaths(desk, index, node);
  return (row) =>
    byPath.has(row.path)
      ? found.has(row.path)
      : matchesQuery(askedOf(desk, { ...row, slug: row.head.slug, problems: 0, words: 0 }), node);
}

function matchingPaths(desk: Desk, index: Index, node: QueryNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of selectFiles(index, node, { at: desk.now, sort: [], limit: 0 }).files)
    if (matchesQuery(askedOf(desk, file), node)) found.add(file.path);
  return found;
}

const filedRows = new WeakMap<SiteRow, readonly FiledRow[]>();

/** Made once for all feeds and sitemaps. */
function filed(context: SiteContext, row: SiteRow): readonly FiledRow[] {
  const known = filedRows.get(row) ?? makeFiled(context, row);
  filedRows.set(row, known);
  return known;
}

function makeFiled({ desk }: SiteContext, { path, head }: SiteRow): FiledRow[] {
  const row = feedRowOf(desk, { path, head });
  return row === undefined ? [] : [row];
}

function* planSitemaps(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk, rows, frameKey } = context;
  const all = rows.live.flatMap((row) => filed(context, row));
  const pages = listAddresses(context);
  const wholeKey = keyOf(frameKey, pages, all);
  for (const document of sitemapDocuments(desk, all, pages)) {
    const isWhole = document.rows.length === 0;
    yield documentFile(document, isWhole ? wholeKey : keyOf(frameKey, document.rows));
  }
}

function documentFile({ path, text }: SiteDocument, key: string): PlannedFile {
  return { path, rank: RANKS.feed, key, content: text };
}
