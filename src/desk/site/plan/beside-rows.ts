// The computed related stories of the pages of a whole site, as numbers: as lists of rows they would be a tenth of all that a
// plan holds to the end of a publish.
import type { SiteRow } from "./site-row.ts";
import { newestFirst } from "./site-rows.ts";

/** How many related stories a page shows; more only where more are pinned. */
export const RELATED = 4;

/** The related stories of rows, RELATED at most. */
export interface BesideRows {
  readonly get: (row: SiteRow) => readonly SiteRow[] | undefined;
  readonly set: (row: SiteRow, beside: readonly SiteRow[]) => void;
}

/** Those of the live rows, newest first. 17 bytes each; 1 us to find one. */
export function besideRows(live: readonly SiteRow[]): BesideRows {
  const isKnown = new Uint8Array(live.length);
  /** Places, counted from 1. */
  const places = new Uint32Array(live.length * RELATED);
  return {
    get(row) {
      const place = placeOf(live, row);
      if (place === undefined || isKnown[place] === 0) return undefined;
      const beside = places.subarray(place * RELATED, (place + 1) * RELATED);
      return Array.from(beside).flatMap((each) => live[each - 1] ?? []);
    },
    set(row, beside) {
      const place = placeOf(live, row);
      const found = beside.map((each) => placeOf(live, each));
      // A row that was read again may stand where it does not belong: it is looked for once more.
      if (place === undefined || found.includes(undefined)) return;
      isKnown[place] = 1;
      for (const [at, each] of found.entries()) places[place * RELATED + at] = (each ?? -1) + 1;
    },
  };
}

function placeOf(live: readonly SiteRow[], row: SiteRow): number | undefined {
  let low = 0;
  let high = live.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = live[middle];
    if (other === row || other === undefined) return middle;
    if (newestFirst(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}
