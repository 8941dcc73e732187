// What the index says of a row's article: asked for when something is made of it, so that a plan need not hold it.
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedHead } from "../../../index/published-files.ts";
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
  return headIn(headTextOf(index, row));
}

/** The same as the JSON that the index keeps. */
export function headTextOf(index: Index, { path, hash }: SiteRow): string {
  const known = publishedHead(index, path);
  if (known?.hash !== hash) throw changedMeanwhile(path);
  return known.text;
}
