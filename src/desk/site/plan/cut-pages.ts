// A list of stories cut into pages that stay as they are: numbered from the oldest story on, so that a new one changes
// the front of the list and leaves the pages behind it alone.
import type { SiteRow } from "./site-row.ts";

/** The front of a list has no number. Rows are newest first. */
export interface CutPage {
  readonly number?: number;
  readonly rows: readonly SiteRow[];
}

/** The front holds between one and two pages' worth of the newest stories; behind it each page holds exactly `size`. */
export function cutPages(rows: readonly SiteRow[], size: number): CutPage[] {
  const full = Math.max(0, Math.floor((rows.length - 1) / size) - 1);
  const front = rows.slice(0, rows.length - full * size);
  const pages = Array.from({ length: full }, (_, at): CutPage => {
    const end = rows.length - at * size;
    return { number: at + 1, rows: rows.slice(end - size, end) };
  });
  return [{ rows: front }, ...pages];
}
