// The date of an article that lists are ordered by.
import type { Instant } from "../../base/instant.ts";
import type { ArticleHead } from "../../index/file-row.ts";

/** The instant an article last changed for a reader: updated, else published, else created. */
export function lastChange({ updated, published, created }: ArticleHead): Instant | undefined {
  return updated ?? published ?? created;
}
