// The place of a row in a list, found by halving: a list may be long, and each row that is looked at may have to be read.
import type { RowList, SiteRow } from "./site-row.ts";

/** The place of the first row that is not before; all that are stand at its beginning. */
export function firstNot(rows: RowList, isBefore: (row: SiteRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows.at(middle);
    if (row !== undefined && isBefore(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}
