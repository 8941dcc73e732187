// The computed part of the "Related posts" of published pages: stories that share tags and names in their headlines, of
// the same section, near in time. `stet related` compares whole texts, and every edit can change what it says of every
// article; this changes few pages, and runs for every page of the site at every change. `stet related --page` shows it.
import type { HeadlineNames } from "./headline-names.ts";
import type { SiteGroups } from "./site-groups.ts";
import type { SiteRow } from "./site-row.ts";

/** How many of a list's stories on either side of this one are looked at. */
const REACH = 8;

/** What stories are found by. */
export interface Shared {
  readonly groups: SiteGroups;
  readonly names: HeadlineNames;
}

/** The best `count` live stories beside `row`, best first; none of `without`. The same whatever was published before. */
export function neighboursOf(
  row: SiteRow,
  { groups, names }: Shared,
  { count, without }: { readonly count: number; readonly without: ReadonlySet<string> },
): SiteRow[] {
  const scores = new Map<SiteRow, number>();
  for (const { kind, step } of row.lists)
    if (kind === "tag") vote(scores, row, groups.tag.get(step)?.rows, TAG);
  for (const name of row.names) vote(scores, row, names.get(name), NAME);
  const { section } = row;
  if (section !== undefined) vote(scores, row, groups.section.get(section)?.rows, SECTION);
  const best: Scored[] = [];
  for (const [other, score] of scores) {
    if (other === row || without.has(other.path)) continue;
    const scored = { other, score, distance: Math.abs(other.published - row.published) };
    const at = best.findIndex((each) => isBetter(scored, each));
    best.splice(at === -1 ? best.length : at, 0, scored);
    if (best.length > count) best.pop();
  }
  return best.map(({ other }) => other);
}

interface Scored {
  readonly other: SiteRow;
  readonly score: number;
  readonly distance: number;
}

function isBetter(a: Scored, b: Scored): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.distance === b.distance ? a.other.path < b.other.path : a.distance < b.distance;
}

const TAG = 3;
const SECTION = 1;
/** Fewer have it than are in a section, and so it tells more; less than a tag, which somebody chose. */
const NAME = 1;

/** A list that few stories are on says more than one that many are on. */
function vote(
  scores: Map<SiteRow, number>,
  row: SiteRow,
  rows: readonly SiteRow[] | undefined,
  weight: number,
): void {
  if (rows === undefined || rows.length < 2) return;
  const at = placeIn(rows, row);
  const worth = weight / Math.log2(1 + rows.length);
  for (const other of rows.slice(Math.max(0, at - REACH), at + REACH + 1)) {
    scores.set(other, (scores.get(other) ?? 0) + worth);
  }
}

/** Rows are newest first: the place is found by halving. */
function placeIn(rows: readonly SiteRow[], { published }: SiteRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.published ?? 0) > published) low = middle + 1;
    else high = middle;
  }
  return low;
}
