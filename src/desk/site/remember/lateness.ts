// What goes out or comes down later than it should have: told once, by the run that was not killed before it could.
import { isBefore } from "../../../base/code-point-order.ts";
import { publishedFile } from "../../../index/published-files.ts";
import type { Reconciled } from "../../../publish/planned-file.ts";
import type { Desk } from "../../desk.ts";
import type { Index } from "../../../index/open-index.ts";
import type { PublishMemory } from "./publish-memory.ts";
import type { SiteRow } from "../plan/site-row.ts";
import type { SiteRows } from "../plan/site-rows.ts";

/**
 * An article that went out, or with `expired` came down, later than it should have; one that did neither came and went
 * while nobody published. Instants are epoch milliseconds.
 */
export interface Late {
  readonly slug: string;
  /** Its page, relative to the site. */
  readonly file: string;
  readonly due: number;
  readonly expired?: number;
  readonly wasOut?: boolean;
}

/** The articles there may be something to tell of. */
export interface Telling {
  readonly index: Index;
  readonly rows: Pick<SiteRows, "live" | "expired">;
}

/** Later than a cron job of any usual turn would be. */
const LATE_MS = 15 * 60 * 1000;

/**
 * Articles that were due to go out or come down after the last publish, and long before this one, and did so in this run or
 * in one before it that could not tell.
 */
export function lateIn(
  { now }: Desk,
  { rows, index }: Telling,
  memory: PublishMemory | undefined,
  { added, removed, refused }: Pick<Reconciled, "added" | "removed" | "refused">,
): Late[] {
  if (memory === undefined) return [];
  const isLate = (moment: number): boolean => moment > memory.at && now - moment > LATE_MS;
  const files = new Set([...added, ...removed, ...(memory.foretold ?? [])]);
  for (const { path } of refused) files.delete(path);
  const out = rows.live
    .filter((row) => isLate(dueOf(row)) && files.has(row.file))
    .map((row) => ({
      slug: publishedFile(index, row.path)?.slug ?? row.path,
      file: row.file,
      due: dueOf(row),
    }));
  const down = rows.expired
    .filter(({ file, due, expired }) => isLate(expired) && (files.has(file) || isLate(due)))
    .map(({ slug, file, due, expired }) => ({ slug, file, due, expired, wasOut: files.has(file) }))
    .sort((a, b) => a.expired - b.expired || (isBefore(a.slug, b.slug) ? -1 : 1));
  return [...out, ...down];
}

function dueOf({ more, published }: SiteRow): number {
  return more?.due ?? published;
}
