// The computed part of the "Related posts" of published pages: stories that share tags and names in their headlines, of
// the same section, near in time. `stet related` compares whole texts, and every edit can change what it says of every
// article; this changes few pages, and runs for every page of the site at every change. `stet related --page` shows it.
import type { DatedRows, SiteRow } from "./site-row.ts";
import type { Stories } from "./stories.ts";

/** How many of a list's stories on either side of this one are looked at. */
const REACH = 8;

/** What stories are found by. */
export type Shared = Pick<Stories, "groups" | "names">;

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
  let worst: Scored | undefined;
  scores.forEach((score, other) => {
    // Nearly all fall short of those found so far, and are looked at no further.
    if (worst !== undefined && score < worst.score) return;
    if (other === row) return;
    const scored = { other, score, distance: Math.abs(other.published - row.published) };
    if (worst !== undefined && !isBetter(scored, worst)) return;
    if (without.size > 0 && without.has(other.path)) return;
    const at = best.findIndex((each) => isBetter(scored, each));
    best.splice(at === -1 ? best.length : at, 0, scored);
    if (best.length > count) best.pop();
    if (best.length >= count) worst = best.at(-1);
  });
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
  { published }: SiteRow,
  rows: DatedRows | undefined,
  weight: number,
): void {
  if (rows === undefined || rows.length < 2) return;
  const worth = weight / breadthOf(rows.length);
  for (const other of rows.around(published, REACH)) {
    scores.set(other, (scores.get(other) ?? 0) + worth);
  }
}

/** Of how little a list of so many stories tells; the same while it grows to twice its length, as one more story changes little. */
function breadthOf(stories: number): number {
  return Math.floor(Math.log2(1 + stories));
}

/**
 * The stories of a list whose neighbours may be others because `row` came to it or left it, and all that look at `row` for
 * theirs: it is as it is now, and `count` stories longer than it was.
 */
export function rowsNear(rows: DatedRows, { published }: SiteRow, count: number): readonly SiteRow[] {
  const isAsTelling = breadthOf(rows.length) === breadthOf(rows.length - count);
  if (!isAsTelling) return rows.slice(0, rows.length);
  // Those that were published at once stand at one place, whichever of them comes first.
  const first = rows.around(published, REACH + 1).at(0);
  const last = rows.around(published - 1, REACH + 1).at(-1);
  if (first === undefined || last === undefined) return [];
  return rows.slice(rows.later(first.published), rows.later(last.published - 1));
}
