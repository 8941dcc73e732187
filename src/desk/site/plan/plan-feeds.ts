// The feeds of a site: which articles they hold, and the documents that are to be made of them.
import { isLive } from "../../../article/state.ts";
import type { FeedSettings } from "../../../article/settings.ts";
import { archivePath, planFeed, type FeedPlan } from "../../../formats/feed-plan.ts";
import type { Index } from "../../../index/open-index.ts";
import type { IndexedFile } from "../../../index/read-rows.ts";
import { selectFiles, selectPaths } from "../../../index/select-files.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";
import { matchesQuery } from "../../../query/matches-query.ts";
import type { QueryNode } from "../../../query/query.ts";
import type { Desk } from "../../desk.ts";
import {
  archiveDocument,
  currentDocument,
  planningOf,
  type SiteDocument,
} from "../../feeds/feed-documents.ts";
import { feedRowOf, type FiledRow } from "../../feeds/feed-entry-of.ts";
import { askedOf } from "../../find/asked-of.ts";
import { readQuery, readQueryText } from "../../find/read-query.ts";
import { documentFile, filed } from "./filed-rows.ts";
import { keyOf } from "./key-of.ts";
import { pageKey } from "./plan-pages.ts";
import type { FeedReach, SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";
import type { GoneRow } from "./site-rows.ts";

/** A feed cut into documents: those of its archives that are to be planned. */
export interface FeedCut extends FeedPlan<FiledRow> {
  /** The names of all its archives, oldest first. */
  readonly names: readonly string[];
  /** True where the document that readers subscribe to stays as it is. */
  readonly isCurrentStanding?: boolean;
}

/** How a feed is cut, by its number; undefined where all of it stays as it is. */
export type Cutting = (feed: FeedSettings, number: number) => FeedCut | undefined;

/** The feeds of stet.yaml. Throws StetError usage/bad-query for one whose query cannot be read. */
export function* planFeeds(
  context: SiteContext,
  cutOf: Cutting = (feed) => wholeCut(context, feed),
): Generator<PlannedFile, void, undefined> {
  for (const [number, feed] of context.desk.settings.publish.feeds.entries()) {
    const cut = cutOf(feed, number);
    if (cut === undefined) continue;
    context.feeds.set(number, {
      reach: feedReach(feed, cut),
      cut: new Map(cut.archives.map(({ name, rows }) => [name, rows.map(({ path }) => path)])),
    });
    yield* filesOf(context, feed, cut);
  }
}

function* filesOf(
  context: SiteContext,
  feed: FeedSettings,
  { current, archives, names, isCurrentStanding = false }: FeedCut,
): Generator<PlannedFile, void, undefined> {
  const { desk, frameKey } = context;
  const fileOf = (
    document: SiteDocument,
    previous: string | undefined,
    killed: readonly FiledRow[],
  ): PlannedFile => {
    const behind = previous === undefined ? feed.path : archivePath(feed.path, previous);
    return documentFile(document, () => {
      const entries = document.rows.map(({ path, updated }) => [entryKey(context, path), updated]);
      return keyOf(frameKey, feed, entries, behind, killed);
    });
  };
  if (!isCurrentStanding) {
    const killed = killedRows(context, feed);
    const previous = names.at(-1);
    yield fileOf(currentDocument(desk, feed, { rows: current, killed, previous }), previous, killed);
  }
  // The current document names the newest archive, which is the last; each archive the one before it.
  const behind = new Map(names.map((name, at) => [name, names[at - 1]]));
  for (const archive of archives) {
    const previous = behind.get(archive.name);
    yield fileOf(archiveDocument(desk, feed, archive, previous), previous, []);
  }
}

function feedReach({ format, limit }: FeedSettings, { current, names }: FeedCut): FeedReach {
  const isFull = format !== "atom" && current.length >= limit;
  return {
    archives: names,
    current: current.map(({ path }) => path),
    since: isFull ? current.at(-1)?.published.epochMs : undefined,
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

/** A feed as it is cut where nothing is known of it. */
export function wholeCut(context: SiteContext, feed: FeedSettings): FeedCut {
  const plan = planFeed(filed(context, reachable(context, feed)), planningOf(context.desk, feed));
  return { ...plan, names: plan.archives.map(({ name }) => name) };
}

/** Killed rows that the feed would match still. */
function killedRows(context: SiteContext, feed: FeedSettings): FiledRow[] {
  const { desk, gone, sharedIds } = context;
  const killed = gone.filter((row) => !sharedIds.barred.has(row.path) && isKilledIn(context, row, feed));
  return killed.flatMap((row) => feedRowOf(desk, row) ?? []);
}

/** Those that a feed of this format may hold, of the rows that match it, newest first. An Atom feed holds all. */
function reachable(context: SiteContext, { format, limit, query }: FeedSettings): readonly SiteRow[] {
  const isMatching = matcherOf(context, query);
  const most = format === "atom" ? Number.POSITIVE_INFINITY : limit;
  const entries: SiteRow[] = [];
  for (const row of context.live) {
    // Of those published at once the address decides.
    if (entries.length >= most && row.published !== entries.at(-1)?.published) break;
    if (hasOwnId(context, row) && isMatching(row)) entries.push(row);
  }
  return entries;
}

/** No feed holds others. */
export function hasOwnId({ sharedIds }: SiteContext, { path, more }: SiteRow): boolean {
  return more?.withoutId === undefined && !sharedIds.barred.has(path);
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
