// The files to make where some articles are new or others than at the last publish: their pages, the pages that show
// something of them, and what lists them. Every file that is planned here gets the key that planning everything gives it.
import { NEWS_WINDOW } from "../../../formats/news-sitemap.ts";
import { namesOf } from "../../../index/file-row.ts";
import { nameKey } from "../../../index/names.ts";
import type { Index } from "../../../index/open-index.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";
import type { Theme } from "../../../render/theme/theme.ts";
import type { Desk } from "../../desk.ts";
import { changesSince, type Change } from "../remember/changes-since.ts";
import type { LastPlan } from "../remember/last-plan.ts";
import { planCorrections } from "./plan-corrections.ts";
import { couldEnter, planFeeds, planSitemaps } from "./plan-documents.ts";
import { planListings } from "./plan-listings.ts";
import { neighbours, planPages } from "./plan-pages.ts";
import { planImages } from "./plan-site.ts";
import { siteContext, type SiteContext } from "./site-context.ts";
import { siteGroups } from "./site-groups.ts";
import { namedBy, type ListName, type SiteRow } from "./site-row.ts";
import { newestFirst } from "./site-rows.ts";

export interface ChangePlan {
  readonly context: SiteContext;
  /** The rows of articles that are new or others. */
  readonly changed: readonly SiteRow[];
  readonly files: readonly PlannedFile[];
  /** What is to be remembered when they are made. */
  readonly next: Omit<LastPlan, "index">;
  /** The first instant at which a changed file is otherwise; infinite where none is. Epoch milliseconds. */
  readonly until: number;
}

/** Undefined where more has changed than can be told apart: everything is to be planned then. Uses `last` up. 5 us an article. */
export function planChange(
  desk: Desk,
  index: Index,
  { theme, last }: { readonly theme: Theme; readonly last: LastPlan },
): ChangePlan | undefined {
  const found = changesSince(desk, index, last);
  if (found === undefined) return undefined;
  const { changes, others, moments } = found;
  const live = liveWith(last.live, changes);
  const beside = besideWith(last.beside, changes);
  const rows = { live, gone: last.gone, expired: [], nextChange: undefined };
  const context = siteContext(desk, index, { rows, groups: siteGroups(live), theme, beside });
  if (context.frameKey !== last.frameKey || reachesFurther(context, last, changes)) return undefined;
  const files = filesOf(context, last, changes);
  const { versions } = last;
  const feeds = last.feeds.map((reach, at) => context.feeds.get(at) ?? reach);
  return {
    context,
    changed: changes.map(({ after }) => after),
    files,
    next: { frameKey: context.frameKey, live, gone: last.gone, beside, others, versions, feeds },
    until: Math.min(...moments),
  };
}

function liveWith(live: readonly SiteRow[], changes: readonly Change[]): readonly SiteRow[] {
  const after = new Map(changes.map((change) => [change.before, change.after]));
  const added = changes.flatMap((change) => (change.before === undefined ? [change.after] : []));
  return [...live.map((row) => after.get(row) ?? row), ...added].sort(newestFirst);
}

/** The related stories as they were, but for the rows that stand for the changed articles now: the same map, changed. */
function besideWith(beside: LastPlan["beside"], changes: readonly Change[]): LastPlan["beside"] {
  const after = new Map(changes.map((change) => [change.before, change.after]));
  for (const [row, others] of beside)
    if (others.some((other) => after.has(other)))
      beside.set(
        row,
        others.map((other) => after.get(other) ?? other),
      );
  for (const { before, after: row } of changes) {
    const others = before === undefined ? undefined : beside.get(before);
    if (before === undefined || others === undefined) continue;
    beside.delete(before);
    beside.set(row, others);
  }
  return beside;
}

/** True where a change is seen in what is not planned here: by versions in other languages, or where another page was. */
function reachesFurther({ rows }: SiteContext, { versions }: LastPlan, changes: readonly Change[]): boolean {
  if (changes.some(({ after }) => versions.includes(after.path))) return true;
  const added = changes.filter(({ before }) => before === undefined);
  if (added.length === 0) return false;
  const names = namesIn(added);
  const files = new Set(added.map(({ after }) => after.file));
  return (
    rows.gone.some(({ file }) => files.has(file)) ||
    rows.live.some(({ more }) => more?.translationOf !== undefined && names.has(nameKey(more.translationOf)))
  );
}

function namesIn(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ head }) => namesOf(head).map(({ key }) => key)));
}

function filesOf(context: SiteContext, last: LastPlan, changes: readonly Change[]): PlannedFile[] {
  const shown = changes.filter(
    ({ before, after }) => before === undefined || isShownOtherwise(before, after),
  );
  const pages = [...pagesWith(context, changes, shown)];
  const lists = new Set(shown.flatMap(({ after }) => after.lists.map(listKey)));
  const hasCorrections = changes.some(({ after }) => after.more?.corrections !== undefined);
  return [
    ...planImages(
      context.desk,
      changes.map(({ after }) => after),
    ),
    ...planPages(context, pages),
    ...(shown.length === 0 ? [] : planListings(context, (list) => lists.has(listKey(list)))),
    ...(hasCorrections ? planCorrections(context) : []),
    ...planFeeds(context, (at) => isInFeed(context, last, { changes, pages, at })),
    ...(shown.some((change) => isMapped(context, change)) ? planSitemaps(context) : []),
  ];
}

function listKey({ kind, step }: Pick<ListName, "kind" | "step">): string {
  return `${kind} ${step}`;
}

/** True where anything but its own page may show another story. */
function isShownOtherwise(before: SiteRow, after: SiteRow): boolean {
  const shown = ({ storyKey, teaserKey, updated, lists, names, more }: SiteRow): string =>
    JSON.stringify([storyKey, teaserKey, updated, lists, names, more?.image]);
  return shown(before) !== shown(after);
}

/** The rows whose pages have another key, and some more. */
function pagesWith(
  context: SiteContext,
  changes: readonly Change[],
  shown: readonly Change[],
): ReadonlySet<SiteRow> {
  const { rows, beside } = context;
  const pages = new Set(changes.map(({ after }) => after));
  // Pins, which nothing else shows, leave room for fewer.
  for (const row of pages) beside.delete(row);
  if (shown.length === 0) return pages;
  const names = namesIn(shown);
  const afresh = rowsToRelate(shown);
  const teasers = new Set(shown.map(({ after }) => after));
  for (const row of rows.live) {
    const isNaming = namedBy(row).some((name) => names.has(nameKey(name)));
    if (isNaming || beside.get(row)?.some((other) => teasers.has(other)) === true) pages.add(row);
    if (!isNaming && !afresh(row)) continue;
    const old = beside.get(row);
    beside.delete(row);
    const now = neighbours(context, row);
    if (old?.length !== now.length || now.some((other, at) => other !== old[at])) pages.add(row);
  }
  return pages;
}

/** Tells the rows whose related stories may be others: that share a list or a name with an article that came to it or left it. */
function rowsToRelate(shown: readonly Change[]): (row: SiteRow) => boolean {
  const lists = new Set<string>();
  const names = new Set<string>();
  for (const { before, after } of shown) {
    const old = new Set(before?.lists.map(listKey));
    for (const list of after.lists.map(listKey)) if (!old.has(list)) lists.add(list);
    for (const name of after.names) if (before?.names.includes(name) !== true) names.add(name);
    for (const name of before?.names ?? []) if (!after.names.includes(name)) names.add(name);
  }
  return (row) =>
    row.names.some((name) => names.has(name)) ||
    row.lists.some((list) => isRelating(list, row) && lists.has(listKey(list)));
}

/** Related stories go by tags and the section itself. */
function isRelating({ kind, step }: ListName, { section }: SiteRow): boolean {
  return kind === "tag" || (kind === "section" && step === section);
}

interface Planned {
  readonly changes: readonly Change[];
  readonly pages: readonly SiteRow[];
  /** The number of the feed. */
  readonly at: number;
}

/** True where a feed holds one of the pages, or may hold a changed article as it is written now. */
function isInFeed({ desk }: SiteContext, { feeds }: LastPlan, { changes, pages, at }: Planned): boolean {
  const feed = feeds[at];
  if (feed === undefined) return true;
  const held = new Set(feed.paths);
  const { query } = desk.settings.publish.feeds[at] ?? {};
  return (
    pages.some(({ path }) => held.has(path)) ||
    changes.some(({ file }) => couldEnter(desk, file, feed, query))
  );
}

/** True where a sitemap may show the article otherwise, or a list that was not there. */
function isMapped({ desk }: SiteContext, { before, after }: Change): boolean {
  if (before?.updated !== after.updated) return true;
  const old = new Set(before.lists.map(listKey));
  if (after.lists.some((list) => !old.has(listKey(list)))) return true;
  return after.published > desk.now - NEWS_WINDOW;
}
