// The pictures and styles that pages show which stay as they are: they are planned for no page any more, and stay with it.
import { readOpenFile } from "../newsroom/read/read-open-file.ts";
import { standingAt } from "../newsroom/site/publish-stamp.ts";
import { RANKS } from "./planned-file.ts";
import { placeIn, type Site } from "./site.ts";

/** Without those removals. 0.1 ms a page, and nothing where no picture or style is to go. Throws Node's error. */
export function withoutShown<T extends { readonly path: string; readonly rank: number }>(
  site: Site,
  removals: readonly T[],
  pages: readonly string[],
): readonly T[] {
  const assets = new Set(removals.filter(({ rank }) => rank === RANKS.asset).map(({ path }) => path));
  if (assets.size === 0) return removals;
  const shown = new Set<string>();
  for (const page of pages) {
    const text = textOf(site, page);
    for (const asset of assets) if (text.includes(encodeURI(asset))) shown.add(asset);
  }
  return removals.filter(({ path }) => !shown.has(path));
}

/** A page is no longer than this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Empty for one that somebody has taken away. */
function textOf(site: Site, page: string): string {
  const place = placeIn(site, page);
  if (standingAt(place) !== "file") return "";
  const opened = readOpenFile(place, MOST_BYTES);
  return opened.kind === "read" ? opened.bytes.toString("utf8") : "";
}
