// Rows in memory as a list in which they are found by when they were published.
import type { DatedRows, SiteRow } from "./site-row.ts";

/** The rows as they are now, newest first, and those that are put at their end. */
export function datedRows(rows: readonly SiteRow[]): DatedRows {
  const later = (moment: number): number => laterIn(rows, moment);
  return {
    get length() {
      return rows.length;
    },
    slice: (start, end) => rows.slice(start, end),
    later,
    around(moment, reach) {
      const place = later(moment);
      return rows.slice(Math.max(0, place - reach), place + reach + 1);
    },
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}

/** The place of the first that was published then or before is found by halving. */
function laterIn(rows: readonly SiteRow[], moment: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.published ?? 0) > moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
