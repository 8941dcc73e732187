// The files to make where some articles are new or others than at the last publish: their pages, the pages that show
// something of them, and what lists them. Every file that is planned here gets the key that planning everything gives it.
import { foldCase } from "../../../base/fold-case.ts";
import { leastOf } from "../../../base/long-lists.ts";
import { NEWS_WINDOW } from "../../../formats/news-sitemap.ts";
import { namesOf } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";
import type { Theme } from "../../../render/theme/theme.ts";
import type { Desk } from "../../desk.ts";
import { changesSince, type Change } from "../remember/changes-since.ts";
import { heldArchives, putArchives } from "../remember/held-archives.ts";
import { noteNamed, putNote, type PlanMemory } from "../remember/plan-memory.ts";
import { putChanges } from "../remember/put-changes.ts";
import { feedsIn, goneIn } from "../remember/read-remembered.ts";
import { besideAt, putBesideAt, rememberedStories, rowsMarked } from "../remember/remembered-stories.ts";
import { shownStories } from "../remember/shown-stories.ts";
import { changedCut } from "./changed-feed.ts";
import { planCorrections } from "./plan-corrections.ts";
import { planSitemaps } from "./plan-documents.ts";
import { couldEnter, planFeeds, wholeCut, type Cutting } from "./plan-feeds.ts";
import { planListings } from "./plan-listings.ts";
import { relatedBeside } from "./page-related.ts";
import { planPages } from "./plan-pages.ts";
import { planImages } from "./plan-site.ts";
import { rowsRelated } from "./rows-related.ts";
import { siteContext, type FeedReach, type SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";
import { listKey, touchedLists, touchedPages } from "./touched-lists.ts";

export interface ChangePlan {
  /** The rows of articles that are new or others. */
  readonly changed: readonly SiteRow[];
  readonly files: readonly PlannedFile[];
  /** The first instant at which a changed file is otherwise; infinite where none is. Epoch milliseconds. */
  readonly until: number;
}

export interface Planning {
  readonly theme: Theme;
  readonly memory: PlanMemory;
  /** The name of the index that it was planned from. */
  readonly since: string;
}

/**
 * Undefined where more has changed than can be told apart: everything is to be planned then. Puts what has changed into the
 * memory, for the next plan. Throws TornMemory. Cost: 20 ms, and 1 ms a file.
 */
export function planChange(
  desk: Desk,
  index: Index,
  { theme, memory, since }: Planning,
): ChangePlan | undefined {
  const gone = goneIn(noteNamed(memory, "gone"));
  const found = changesSince(desk, index, { memory, gone, index: since });
  if (found === undefined) return undefined;
  const { changes, moments } = found;
  const isReframed = putChanges(memory, found);
  const stories = rememberedStories(memory);
  const recall = (row: SiteRow): readonly SiteRow[] | undefined => besideAt(memory, row);
  const shownBefore = shownStories(memory);
  const context = siteContext(desk, index, { stories, gone, theme, recall, shown: shownBefore });
  if (context.frameKey !== noteNamed(memory, "frame") || reachesFurther(context, memory, changes))
    return undefined;
  const shown = changes.filter(
    ({ before, after }) => before === undefined || isShownOtherwise(before, after),
  );
  const feeds = feedsIn(noteNamed(memory, "feeds"));
  const pages = pagesWith(context, memory, { changes, shown });
  const files = filesOf(context, memory, { changes, shown, pages: [...pages], feeds, isReframed });
  const reached = feeds.map((reach, at) => context.feeds.get(at)?.reach ?? reach);
  if (feeds.some((before, at) => hasLostArchive(before, reached[at]))) return undefined;
  if (isWhereSomethingWent(context, files)) return undefined;
  for (const [feed, planned] of context.feeds) for (const _ of putArchives(memory, feed, planned));
  putNote(memory, "feeds", JSON.stringify(reached));
  return {
    changed: changes.map(({ after }) => after),
    files,
    until: leastOf(moments),
  };
}

/** True where a change is seen in what is not planned here: by versions in other languages. */
function reachesFurther({ versions }: SiteContext, memory: PlanMemory, changes: readonly Change[]): boolean {
  if (changes.some(({ after }) => versions.has(after.path))) return true;
  const added = changes.filter(({ before }) => before === undefined);
  return namesIn(added).some((name) => rowsMarked(memory, ["translates", name]).length > 0);
}

function namesIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ head }) => namesOf(head).map(({ key }) => key));
}

interface Changed {
  readonly changes: readonly Change[];
  /** Those of them that anything but their own pages may show otherwise. */
  readonly shown: readonly Change[];
}

interface Touched extends Changed {
  readonly pages: readonly SiteRow[];
  /** What the feeds held. */
  readonly feeds: readonly FeedReach[];
  readonly isReframed: boolean;
}

function filesOf(context: SiteContext, memory: PlanMemory, touched: Touched): PlannedFile[] {
  const { changes, shown, pages, isReframed } = touched;
  const { archive } = context.desk.settings.publish;
  const hasCorrections = changes.some(({ after }) => after.more?.corrections !== undefined);
  const lists = touchedLists(shown);
  const isMonth = (step: string): boolean => lists.has(listKey({ kind: "month", step }));
  return [
    ...planImages(
      context.desk,
      changes.map(({ after }) => after),
    ),
    ...planPages(context, pages),
    ...(shown.length === 0 ? [] : planListings(context, touchedPages(lists, archive, isReframed))),
    ...(hasCorrections ? planCorrections(context) : []),
    ...planFeeds(context, cuttingOf(context, memory, touched)),
    ...(shown.some((change) => isMapped(context, change)) ? planSitemaps(context, isMonth) : []),
  ];
}

/** True where anything but its own page may show another story. */
function isShownOtherwise(before: SiteRow, after: SiteRow): boolean {
  const shown = ({ storyKey, teaserKey, updated, lists, names, more }: SiteRow): string =>
    JSON.stringify([storyKey, teaserKey, updated, lists, names, more?.image]);
  return shown(before) !== shown(after);
}

/** The rows whose pages have another key, and some more. Puts the related stories that are others into the memory. */
function pagesWith(
  context: SiteContext,
  memory: PlanMemory,
  { changes, shown }: Changed,
): ReadonlySet<SiteRow> {
  const pages = new Set(changes.map(({ after }) => after));
  const teasers = new Set(shown.map(({ after }) => after));
  const naming = namesIn(shown).flatMap((name) => [...rowsMarked(memory, ["named", name])]);
  for (const row of naming) pages.add(row);
  const { others, beside } = rowsRelated(memory, context, shown);
  for (const row of beside)
    if (context.recall(row)?.some((other) => teasers.has(other)) === true) pages.add(row);
  // Pins, which nothing else shows, leave room for fewer.
  for (const row of new Set([...pages, ...others])) {
    const old = context.recall(row);
    const now = relatedBeside(context, row);
    context.beside.set(row, now);
    const isSame = old?.length === now.length && now.every((other, at) => other === old[at]);
    if (!isSame || now.some((other) => teasers.has(other))) pages.add(row);
    if (!isSame) putBesideAt(memory, row, now);
  }
  return pages;
}

/** Of an Atom feed, which holds all that it ever held, the documents that the change concerns. */
function cuttingOf(context: SiteContext, memory: PlanMemory, touched: Touched): Cutting {
  return (feed, number) => {
    const before = touched.feeds[number];
    if (before === undefined) return wholeCut(context, feed);
    if (feed.format !== "atom")
      return isInFeed(context, touched, { before, query: feed.query }) ? wholeCut(context, feed) : undefined;
    const held = heldArchives(memory, number);
    return changedCut(context, feed, { ...touched, before, held }) ?? wholeCut(context, feed);
  };
}

/** True where a feed held one of the pages, or may hold a changed article as it is written now. */
function isInFeed(
  { desk }: SiteContext,
  { changes, pages }: Touched,
  { before, query }: { readonly before: FeedReach; readonly query: string | undefined },
): boolean {
  const held = new Set(before.current);
  return (
    pages.some(({ path }) => held.has(path)) ||
    changes.some(({ file }) => couldEnter(desk, file, before, query))
  );
}

/** True where one of the archives that a feed had is none of its any more: what is planned here takes nothing away. */
function hasLostArchive(before: FeedReach, after: FeedReach | undefined): boolean {
  const archives = new Set(after?.archives);
  return before.archives.some((name) => !archives.has(name));
}

/** True where one of the files has the address of what was withdrawn or killed, which no map may call gone then. */
function isWhereSomethingWent({ gone }: SiteContext, files: readonly PlannedFile[]): boolean {
  const planned = new Set(files.map(({ path }) => foldCase(path)));
  return gone.some(({ file }) => planned.has(foldCase(file)));
}

/** True where a sitemap may show the article otherwise, or a list that was not there. */
function isMapped({ desk }: SiteContext, { before, after }: Change): boolean {
  if (before?.updated !== after.updated) return true;
  const old = new Set(before.lists.map(listKey));
  if (after.lists.some((list) => !old.has(listKey(list)))) return true;
  return after.published > desk.now - NEWS_WINDOW;
}
