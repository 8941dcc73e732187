// The names in headlines that some stories share and few others have: what tells a related story where tags are sparse.
// Names, because of the other words too many are shared by chance; they are what has a capital letter.
import { datedRows } from "./dated-rows.ts";
import type { DatedRows, SiteRow } from "./site-row.ts";

/** By name, folded: the live stories with it in their headlines; those of one story or of very many are left out. */
export type HeadlineNames = Pick<ReadonlyMap<string, DatedRows>, "get">;

/** A name that more have says nothing. */
export const MOST_NAMED = 40;

/** Whether a name that so many headlines have tells anything. */
export function isTelling(headlines: number): boolean {
  return headlines >= 2 && headlines <= MOST_NAMED;
}

export function headlineNames(live: readonly SiteRow[]): HeadlineNames {
  const names = new Map<string, SiteRow[]>();
  for (const row of live)
    for (const name of row.names) {
      const rows = names.get(name);
      if (rows === undefined) names.set(name, [row]);
      else if (rows.length <= MOST_NAMED) rows.push(row);
    }
  for (const [name, rows] of names) if (!isTelling(rows.length)) names.delete(name);
  return {
    get(name) {
      const rows = names.get(name);
      return rows && datedRows(rows);
    },
  };
}
