// The names in headlines that some stories share and few others have: what tells a related story where tags are sparse.
// Names, because of the other words too many are shared by chance; they are what has a capital letter.
import type { SiteRow } from "./site-row.ts";

/** By name, folded: the live stories with it in their headlines, newest first; those of one story or of very many are left out. */
export type HeadlineNames = ReadonlyMap<string, readonly SiteRow[]>;

/** A name that more have says nothing. */
const MOST = 40;

export function headlineNames(live: readonly SiteRow[]): HeadlineNames {
  const names = new Map<string, SiteRow[]>();
  for (const row of live)
    for (const name of row.names) {
      const rows = names.get(name);
      if (rows === undefined) names.set(name, [row]);
      else if (rows.length <= MOST) rows.push(row);
    }
  for (const [name, rows] of names) if (rows.length < 2 || rows.length > MOST) names.delete(name);
  return names;
}
