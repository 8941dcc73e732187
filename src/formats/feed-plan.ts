// Which entries stand in which document of a feed: the one readers subscribe to, and for Atom the archive documents
// behind it (RFC 5005), so that the whole of a feed can be had. Works on rows; no text is needed to plan.
import { addMonths, startOfDay } from "../base/calendar-day.ts";
import { wallTimeAt } from "../base/zone.ts";
import type { FeedFormat } from "../article/settings.ts";
import type { FeedRow } from "./feed-entry.ts";
import { liveEntries, newestFirst } from "./live-rows.ts";

/** One archive document. It changes only with the articles in it: no later article moves one into another document. */
export interface ArchivePage<Row> {
  /** The month of publication and a number in it: `2026-11-1`. */
  readonly name: string;
  /** Newest first. */
  readonly rows: readonly Row[];
}

export interface FeedPlan<Row> {
  /** The document readers subscribe to, newest publication first. */
  readonly current: readonly Row[];
  /** Oldest first; with `current` they hold every live row. */
  readonly archives: readonly ArchivePage<Row>[];
}

export interface Planning {
  readonly format: FeedFormat;
  readonly limit: number;
  /** Whose months the archives are of. */
  readonly timezone: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The documents of a feed of these rows. RSS and JSON Feed have the newest `limit`. Atom's current document has them
 * and the latest changes, so that a correction to an old story comes round again; all that is older is archived.
 */
export function planFeed<Row extends FeedRow>(rows: Iterable<Row>, planning: Planning): FeedPlan<Row> {
  const live = liveEntries(rows, planning.at);
  if (planning.format !== "atom") return { current: live.slice(0, planning.limit), archives: [] };
  const archives = archivePages(live.toReversed(), planning);
  const changed = live.toSorted((a, b) => b.updated - a.updated || newestFirst(a, b));
  // What no archive holds is less than one page of the newest month, so that the newest `limit` are all of it.
  const current = [...live.slice(0, planning.limit), ...changed.slice(0, planning.limit)];
  return { current: [...new Set(current)].toSorted(newestFirst), archives };
}

/** Pages of `limit` in every month, counted from its beginning; of the newest month the full ones alone. */
function archivePages<Row extends FeedRow>(
  oldestFirst: readonly Row[],
  { limit, timezone }: Planning,
): ArchivePage<Row>[] {
  const months = [...byMonth(oldestFirst, timezone)];
  return months.flatMap(([month, rows], index) => {
    const isNewest = index === months.length - 1;
    const count = isNewest ? Math.floor(rows.length / limit) : Math.ceil(rows.length / limit);
    return Array.from({ length: count }, (_, page) => ({
      name: `${month}-${page + 1}`,
      rows: rows.slice(page * limit, (page + 1) * limit).toReversed(),
    }));
  });
}

/** Rows by the month they were published in, as `2026-11`, in the order given. */
export function byMonth<Row extends FeedRow>(rows: readonly Row[], timezone: string): Map<string, Row[]> {
  const months = new Map<string, Row[]>();
  let month: Month | undefined;
  for (const row of rows) {
    const { epochMs } = row.published;
    // The zone's calendar is asked once a month, not once a row: it is what a hundred thousand rows would cost.
    if (month === undefined || epochMs < month.from || epochMs >= month.until)
      month = monthAt(epochMs, timezone);
    const found = months.get(month.name);
    if (found === undefined) months.set(month.name, [row]);
    else found.push(row);
  }
  return months;
}

/** `from` and `until` are epoch milliseconds, `until` exclusive. */
interface Month {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

function monthAt(epochMs: number, timezone: string): Month {
  const { year, month } = wallTimeAt(epochMs, timezone);
  const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  const first = { year, month, day: 1 };
  return { name, from: startOfDay(first, timezone), until: startOfDay(addMonths(first, 1), timezone) };
}

/** Where an archive document of the feed at `path` lies: `europe.atom` -> `europe-2026-11-1.atom`. */
export function archivePath(path: string, name: string): string {
  return path.replace(/(\.[^./]*)?$/, (ending) => `-${name}${ending}`);
}
