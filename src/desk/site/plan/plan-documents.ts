// Feeds, sitemaps and robots.txt of a site: planned from rows of the index, made and checked only where something in
// them has changed.
import { isLive } from "../../../article/state.ts";
import type { FeedSettings } from "../../../article/settings.ts";
import { NEWS_WINDOW } from "../../../formats/news-sitemap.ts";
import { SITEMAP_ROWS } from "../../../formats/sitemap.ts";
import { readingTogether, type Index } from "../../../index/open-index.ts";
import { selectFiles, selectPaths } from "../../../index/select-files.ts";
import { matchesQuery } from "../../../query/matches-query.ts";
import type { IndexedFile } from "../../../index/read-rows.ts";
import type { QueryNode } from "../../../query/query.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import type { Desk } from "../../desk.ts";
import { feedDocuments, type SiteDocument } from "../../feeds/feed-documents.ts";
import { feedRowOf, type FiledRow } from "../../feeds/feed-entry-of.ts";
import { askedOf } from "../../find/asked-of.ts";
import { readQuery, readQueryText } from "../../find/read-query.ts";
import { robotsDocument, sitemapDocuments } from "../../feeds/sitemap-documents.ts";
import { keyOf } from "./key-of.ts";
import { listAddresses } from "./plan-listings.ts";
import { versionsKey, withAlternates } from "./page-versions.ts";
import { pageKey } from "./plan-pages.ts";
import { headNow } from "../make/row-head.ts";
import type { FeedReach, SiteContext } from "./site-context.ts";
import type { IsStanding } from "./standing-archives.ts";
import type { SiteRow } from "./site-row.ts";
import type { GoneRow } from "./site-rows.ts";

/** Every document of the site. Throws StetError usage/bad-query for a feed whose query cannot be read. */
export function* planDocuments(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk } = context;
  yield* planFeeds(context);
  yield* planSitemaps(context);
  if (desk.settings.publish.robots) yield documentFile(robotsDocument(desk), keyOf(context.frameKey));
}

/** The feeds of stet.yaml, or those of them that are asked for by their number, but for the archives that stand as they are. */
export function* planFeeds(
  context: SiteContext,
  isAsked: (at: number) => boolean = () => true,
  standing: (at: number) => IsStanding = () => () => false,
): Generator<PlannedFile, void, undefined> {
  for (const [at, feed] of context.desk.settings.publish.feeds.entries())
    if (isAsked(at)) yield* planFeed(context, feed, { number: at, isStanding: standing(at) });
}

interface Numbered {
  readonly number: number;
  readonly isStanding: IsStanding;
}

function* planFeed(
  context: SiteContext,
  feed: FeedSettings,
  { number, isStanding }: Numbered,
): Generator<PlannedFile, void, undefined> {
  const { live, killed } = feedRows(context, feed);
  const documents = feedDocuments(context.desk, feed, [...live, ...killed]);
  context.feeds.set(number, feedReach(feed, documents));
  for (const [at, document] of documents.entries()) {
    // The current document names the newest archive, which is the last; each archive the one before it.
    const previous = documents.at(at - 1)?.path;
    if (at > 0 && isStanding(document, previous)) continue;
    const entries = document.rows.map(({ path, updated }) => [entryKey(context, path), updated]);
    yield documentFile(document, keyOf(context.frameKey, feed, entries, previous, at === 0 ? killed : []));
  }
}

function feedReach({ format, limit }: FeedSettings, documents: readonly SiteDocument[]): FeedReach {
  const rows = documents.flatMap((document) => document.rows);
  const isFull = format !== "atom" && rows.length >= limit;
  const since = isFull ? rows.at(-1)?.published.epochMs : undefined;
  return {
    documents: documents.map(({ path }) => path),
    sizes: documents.map((document) => document.rows.length),
    paths: rows.map(({ path }) => path),
    since,
  };
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

/** What a feed says of an article is what its page says, and where that is: a file without a slug goes by its name. */
function entryKey(context: SiteContext, path: string): readonly string[] {
  const row = context.byPath.get(path);
  return row === undefined ? [] : [row.file, pageKey(context, row)];
}

/** Live rows that the feed's query matches and that may be in it, and killed ones that it would match still. */
function feedRows(
  context: SiteContext,
  feed: FeedSettings,
): { readonly live: readonly FiledRow[]; readonly killed: readonly FiledRow[] } {
  const { desk, gone, sharedIds } = context;
  const killed = gone.filter((row) => !sharedIds.barred.has(row.path) && isKilledIn(context, row, feed));
  return {
    live: filed(context, reachable(context, feed)),
    killed: killed.flatMap((row) => feedRowOf(desk, row) ?? []),
  };
}

/** Those that a feed of this format may hold, of the rows that match it, newest first. An Atom feed holds all. */
function reachable(context: SiteContext, { format, limit, query }: FeedSettings): readonly SiteRow[] {
  const { live, sharedIds } = context;
  const isMatching = matcherOf(context, query);
  const most = format === "atom" ? Number.POSITIVE_INFINITY : limit;
  const entries: SiteRow[] = [];
  for (const row of live) {
    // Of those published at once the address decides.
    if (entries.length >= most && row.published !== entries.at(-1)?.published) break;
    const hasOwnId = row.more?.withoutId === undefined && !sharedIds.barred.has(row.path);
    if (hasOwnId && isMatching(row)) entries.push(row);
  }
  return entries;
}

/** What a feed's query asks at the desk's instant: `published:-7d..` is another tree tomorrow. */
export function feedQuery(desk: Desk, text: string): QueryNode {
  return (text.trim() === "" ? readQuery(desk, []) : readQueryText(desk, text)).node;
}

type Matcher = (row: SiteRow) => boolean;

/** A query is asked of the index once. */
function matcherOf({ desk, index }: SiteContext, text: string | undefined): Matcher {
  if (text === undefined) return () => true;
  const node = feedQuery(desk, text);
  const found = selectPaths(index, node, desk.now) ?? matchingPaths(desk, index, node);
  return ({ path }) => found.has(path);
}

/** True for a killed article that the feed would hold if it were published still: the index knows it as killed. */
function isKilledIn({ desk }: SiteContext, row: GoneRow, { query }: FeedSettings): boolean {
  const head = { ...row.head, status: "published" as const };
  if (row.head.status !== "killed" || !isLive(head, desk.now)) return false;
  const file = { path: row.path, hash: row.hash, head, slug: head.slug, problems: 0, words: 0 };
  return query === undefined || matchesQuery(askedOf(desk, file), feedQuery(desk, query));
}

function matchingPaths(desk: Desk, index: Index, node: QueryNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of selectFiles(index, node, { at: desk.now, sort: [], limit: 0 }).files)
    if (matchesQuery(askedOf(desk, file), node)) found.add(file.path);
  return found;
}

function filed({ desk, index }: SiteContext, rows: readonly SiteRow[]): FiledRow[] {
  return readingTogether(index, () =>
    rows.flatMap((row) => {
      const head = headNow(index, row);
      return head === undefined ? [] : (feedRowOf(desk, { path: row.path, head }) ?? []);
    }),
  );
}

/** All sitemaps; or those of the months that are asked for, and those that are not of a month. */
export function* planSitemaps(
  context: SiteContext,
  isAsked: (month: string) => boolean = () => true,
): Generator<PlannedFile, void, undefined> {
  const { desk, groups, frameKey } = context;
  if (!desk.settings.publish.sitemap) return;
  const months = Array.from(groups.month, ([month, { rows, updated }]) => ({
    name: month.replace("/", "-"),
    rows: () => [...rows],
    ...(isAsked(month) || rows.length > SITEMAP_ROWS ? {} : { standing: updated }),
  }));
  const newest: SiteRow[] = [];
  for (const row of context.live) {
    if (row.published <= desk.now - NEWS_WINDOW) break;
    newest.push(row);
  }
  const pages = listAddresses(context);
  const documents = sitemapDocuments<SiteRow>(desk, {
    months: months.toReversed(),
    newest,
    pages,
    addresses: (row) => addressesOf(context, row),
    filed: (some) => withAlternates(context, filed(context, some)),
  });
  for (const { path, shows, text } of documents) yield documentFile({ path, text }, keyOf(frameKey, shows));
}

/** Changes with its own address and with what is told of its versions. */
function addressesOf(context: SiteContext, row: SiteRow): unknown {
  const versions = versionsKey(context, row);
  return versions.length === 0 ? row.file : [row.file, versions];
}

function documentFile({ path, text }: Pick<SiteDocument, "path" | "text">, key: string): PlannedFile {
  return { path, rank: RANKS.feed, key, content: text };
}
