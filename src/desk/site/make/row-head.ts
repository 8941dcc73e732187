// What the index says of a row's article: asked for when something is made of it, so that a plan need not hold it.
import { RecentMap } from "../../../base/recent-map.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedHead, type KeptHead } from "../../../index/published-files.ts";
import { headIn } from "../../../index/read-rows.ts";
import { changedMeanwhile } from "./make-page.ts";
import type { SiteRow } from "../plan/site-row.ts";

/** The head of the row's article as the index has it by now; undefined where it has none any more. 10 us. */
export function headNow(index: Index, { path }: SiteRow): ArticleHead | undefined {
  const known = publishedHead(index, path);
  return known && headIn(known.text);
}

/** The head that the row was made of. Throws StetError conflict/stale-edit where the index has another file by now. */
export function headOf(index: Index, row: SiteRow): ArticleHead {
  const kept = keptHead(index, row);
  kept.head ??= headIn(kept.text);
  return kept.head;
}

/** The same as the JSON that the index keeps. */
export function headTextOf(index: Index, row: SiteRow): string {
  return keptHead(index, row).text;
}

/** From one page for the next: stories that a page shows are made into pages soon before or after it. */
const KEPT = 1_000;

interface RecentHead extends KeptHead {
  /** What the text says, once somebody has asked. */
  head?: ArticleHead;
}

const recent = new WeakMap<Index, RecentMap<SiteRow, RecentHead>>();

function keptHead(index: Index, row: SiteRow): RecentHead {
  const heads = recent.get(index) ?? new RecentMap<SiteRow, RecentHead>(KEPT);
  recent.set(index, heads);
  const kept = heads.get(row);
  if (kept !== undefined) return kept;
  const known = publishedHead(index, row.path);
  if (known?.hash !== row.hash) throw changedMeanwhile(row.path);
  heads.set(row, known);
  return known;
}
