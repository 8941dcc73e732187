// The documents of an Atom feed that a change concerns, told from what the feed held: of the thousands that a feed of all
// may have, those of the months that articles came to, and those that hold one that is another.
import type { FeedSettings } from "../../../article/settings.ts";
import { planFeed, type ArchivePage } from "../../../formats/feed-plan.ts";
import { liveEntries } from "../../../formats/live-rows.ts";
import { planningOf } from "../../feeds/feed-documents.ts";
import type { FiledRow } from "../../feeds/feed-entry-of.ts";
import type { Change } from "../remember/changes-since.ts";
import { filed } from "./filed-rows.ts";
import { couldEnter, hasOwnId, type FeedCut } from "./plan-feeds.ts";
import type { FeedReach, SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** What the archives of a feed held. */
export interface HeldArchives {
  readonly rows: (archive: string) => readonly SiteRow[];
  readonly has: (archive: string, row: SiteRow) => boolean;
}

export interface ChangedFeed {
  readonly before: FeedReach;
  readonly held: HeldArchives;
  readonly changes: readonly Change[];
  /** The rows whose pages are others: those of the changes, too. */
  readonly pages: readonly SiteRow[];
}

/**
 * Undefined where an article leaves the feed, or is less new in it: what takes its place is not known here. An article that
 * stays keeps its address and when it was published (changes-since.ts), and so its place in the archives.
 */
export function changedCut(
  context: SiteContext,
  feed: FeedSettings,
  changed: ChangedFeed,
): FeedCut | undefined {
  const { before, held, pages } = changed;
  const entered = enteredBy(context, feed, changed);
  if (entered === undefined) return undefined;
  const { came, stayed } = entered;
  const current = before.current.flatMap((path) => context.byPath.get(path) ?? []);
  const recutting = monthsRecut(current, came);
  const archived = before.archives.filter((name) => recutting.has(monthIn(name))).flatMap(held.rows);
  const rows = new Set([...current, ...archived, ...came, ...stayed]);
  const plan = planFeed(filed(context, [...rows]), planningOf(context.desk, feed));
  const recut = plan.archives.filter(({ name }) => recutting.has(monthIn(name)));
  const standing = before.archives.filter((name) => !recutting.has(monthIn(name)));
  const names = [...standing, ...recut.map(({ name }) => name)].toSorted(oldestFirst);
  const archives = archivesToPlan(context, { changed, names, recut });
  const others = new Set(pages.map(({ path }) => path));
  const isCurrentStanding =
    names.at(-1) === before.archives.at(-1) &&
    plan.current.length === before.current.length &&
    plan.current.every(({ path }, at) => path === before.current[at] && !others.has(path));
  return { current: plan.current, archives, names, isCurrentStanding };
}

interface Entered {
  readonly came: readonly SiteRow[];
  readonly stayed: readonly SiteRow[];
}

function enteredBy(context: SiteContext, { query }: FeedSettings, changed: ChangedFeed): Entered | undefined {
  const came: SiteRow[] = [];
  const stayed: SiteRow[] = [];
  const current = new Set(changed.before.current);
  for (const { before, after, file } of changed.changes) {
    const wasCurrent = current.has(after.path);
    const wasIn = before !== undefined && (wasCurrent || archivesWith(changed, before).length > 0);
    const isIn = hasOwnId(context, after) && couldEnter(context.desk, file, changed.before, query);
    if (wasIn && (!isIn || (wasCurrent && after.updated < before.updated))) return undefined;
    if (isIn) (wasIn ? stayed : came).push(after);
  }
  return { came, stayed };
}

/** Those that articles come to, and the newest one, of which all is archived once another begins. */
function monthsRecut(current: readonly SiteRow[], came: readonly SiteRow[]): ReadonlySet<string> {
  return new Set(came.length === 0 ? [] : [...came, ...current.slice(0, 1)].map(monthOf));
}

interface Planned {
  readonly changed: ChangedFeed;
  readonly names: readonly string[];
  readonly recut: readonly ArchivePage<FiledRow>[];
}

/** Those of other articles than before, or behind another archive, or with one of the pages in them. */
function archivesToPlan(
  context: SiteContext,
  { changed, names, recut }: Planned,
): readonly ArchivePage<FiledRow>[] {
  const { before, held, pages } = changed;
  const behind = new Map(before.archives.map((name, at) => [name, before.archives[at - 1]]));
  const concerned = new Set(pages.flatMap((row) => archivesWith(changed, row)));
  const pagesAnew = new Map(recut.map((page) => [page.name, page]));
  return names.flatMap((name, at) => {
    const anew = pagesAnew.get(name);
    const isStanding =
      behind.has(name) &&
      behind.get(name) === names[at - 1] &&
      !concerned.has(name) &&
      (anew === undefined || isOf(anew, held.rows(name)));
    if (isStanding) return [];
    return [anew ?? { name, rows: liveEntries(filed(context, held.rows(name)), context.desk.now) }];
  });
}

function isOf({ rows }: ArchivePage<FiledRow>, held: readonly SiteRow[]): boolean {
  const paths = new Set(held.map(({ path }) => path));
  return rows.length === held.length && rows.every(({ path }) => paths.has(path));
}

/** The names of the archives that held the article: one, or none. */
function archivesWith({ before, held }: ChangedFeed, row: SiteRow): readonly string[] {
  const month = `${monthOf(row)}-`;
  return before.archives.filter((name) => name.startsWith(month) && held.has(name, row));
}

/** As archives are named: `2026-11`. */
function monthOf({ lists }: SiteRow): string {
  return lists.find(({ kind }) => kind === "month")?.step.replace("/", "-") ?? "";
}

/** `2026-11` of `2026-11-1`. */
function monthIn(archive: string): string {
  return archive.slice(0, archive.lastIndexOf("-"));
}

function oldestFirst(a: string, b: string): number {
  const [one, other] = [monthIn(a), monthIn(b)];
  if (one !== other) return one < other ? -1 : 1;
  return Number(a.slice(one.length + 1)) - Number(b.slice(other.length + 1));
}
