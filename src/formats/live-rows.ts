// The gate before every feed and sitemap: which rows are live at an instant, in which order, and how many.
import { isLive } from "../article/state.ts";
import type { Dated, FeedRow, Gated } from "./feed-entry.ts";

/** The live ones at `at` (epoch milliseconds), newest publication first; ties fall to the address, so the order is total. */
export function liveRows<Row extends FeedRow>(rows: Iterable<Row>, at: number): Row[] {
  return [...rows].filter((row) => isLive(row, at)).sort(newestFirst);
}

/** The live ones a feed may hold: those with an id. */
export function liveEntries<Row extends FeedRow>(rows: Iterable<Row>, at: number): Row[] {
  return liveRows(rows, at).filter(({ id }) => id !== undefined);
}

/** The order of a feed. */
export function newestFirst(a: FeedRow, b: FeedRow): number {
  return b.published.epochMs - a.published.epochMs || (a.url < b.url ? -1 : 1);
}

/** True for a killed article that readers may have seen: its publication lies before `at`, and no embargo held it. */
export function wasPublic(row: Gated, at: number): boolean {
  const { expires: _, ...unexpired } = row;
  return row.status === "killed" && isLive({ ...unexpired, status: "published" }, at);
}

/**
 * The last change a reader should notice: publication, `updated` or a correction, whichever is the latest not after
 * `at`; epoch milliseconds. Never the clock itself, so that the same article gives the same bytes.
 */
export function updatedAt({ published, updated, corrections }: Dated, at: number): number {
  const moments = [updated, ...corrections.map((correction) => correction.at)];
  const past = moments.flatMap((moment) =>
    moment === undefined || moment.epochMs > at ? [] : [moment.epochMs],
  );
  return Math.max(published?.epochMs ?? 0, ...past);
}

/** The latest change among the rows; 0, the epoch, for none: a feed without entries says the same every day. */
export function latestChange(rows: readonly Pick<FeedRow, "updated">[]): number {
  return rows.reduce((latest, { updated }) => Math.max(latest, updated), 0);
}
