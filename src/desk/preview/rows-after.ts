// The rows of a site where only the texts of some live articles are others than a moment ago, as each time that somebody
// saves: those are read, and all others stay. A preview has 200 ms, in which ten thousand rows are not made anew.
import { isLive } from "../../article/state.ts";
import type { Index } from "../../index/open-index.ts";
import { countPublished, publishedFile, writtenSince } from "../../index/published-files.ts";
import type { Desk } from "../desk.ts";
import type { PlaceOf } from "../site/plan/rows-by-path.ts";
import { newPool, siteRow, type SiteRow } from "../site/plan/site-row.ts";
import { momentsOf, type SiteRows } from "../site/plan/site-rows.ts";

/** Rows, and the index that they are of: its name then (identityOf), and how many articles it had that are out or were. */
export interface RowsBefore {
  readonly rows: SiteRows;
  /** Of the live ones, by their paths: the same for those after. */
  readonly placeOf: PlaceOf;
  readonly identity: string;
  readonly published: number;
}

/** More at once are made as all are. */
const MOST = 50;

/**
 * The rows now; undefined where more has changed than texts of live articles: what comes, goes or moves. The settings are the
 * same, and the desk's instant lies before the next change of the rows before. 0.2 us an article, to count them.
 */
export function rowsAfter(
  desk: Desk,
  index: Index,
  { rows, placeOf, identity, published }: RowsBefore,
): SiteRows | undefined {
  const written = writtenSince(index, identity, MOST + 1);
  if (written === undefined || written.length > MOST || countPublished(index) !== published) return undefined;
  const live = [...rows.live];
  const pool = newPool();
  let nextChange = rows.nextChange ?? Number.POSITIVE_INFINITY;
  for (const path of written) {
    const place = placeOf(path);
    const before = place === undefined ? undefined : live[place];
    const now = liveRow(desk, index, path, pool);
    if (place === undefined || before === undefined || now === undefined) return undefined;
    if (now.row.file !== before.file || now.row.published !== before.published) return undefined;
    live[place] = now.row;
    nextChange = Math.min(nextChange, ...now.moments.filter((moment) => moment > desk.now));
  }
  return { ...rows, live, nextChange: Number.isFinite(nextChange) ? nextChange : undefined };
}

function liveRow(
  desk: Desk,
  index: Index,
  path: string,
  pool: ReturnType<typeof newPool>,
): { readonly row: SiteRow; readonly moments: readonly number[] } | undefined {
  const file = publishedFile(index, path);
  if (file?.head === undefined || !isLive(file.head, desk.now)) return undefined;
  const row = siteRow(desk, file, pool);
  return row && { row, moments: momentsOf(file.head) };
}
