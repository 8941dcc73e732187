// Which articles stand in which archives of the feeds, in the memory of what an edition was planned from: a change asks
// after the archives that it concerns.
import type { HeldArchives } from "../plan/changed-feed.ts";
import type { PlannedFeed } from "../plan/site-context.ts";
import type { SiteRow } from "../plan/site-row.ts";
import { asked, put, type PlanMemory } from "./plan-memory.ts";
import type { Mark } from "./put-stories.ts";
import { rowsMarked } from "./remembered-stories.ts";

/** Those of the feed with this number in stet.yaml. */
export function heldArchives(memory: PlanMemory, feed: number): HeldArchives {
  const known = new Map<string, readonly SiteRow[]>();
  return {
    rows(archive) {
      const rows = known.get(archive) ?? [...rowsMarked(memory, markOf(feed, archive))];
      known.set(archive, rows);
      return rows;
    },
    has(archive, { path, published }) {
      const sql = `SELECT 1 FROM mark WHERE kind = ? AND key = ? AND published = ?
        AND story = (SELECT id FROM story WHERE path = ?)`;
      return asked(memory, sql, ...markOf(feed, archive), published, path).length > 0;
    },
  };
}

const PUT_ARCHIVE = `INSERT INTO mark (kind, key, published, story) SELECT ?, ?, published, id FROM story
  WHERE path IN (SELECT value FROM json_each(?)) AND row IS NOT NULL`;

/** Puts the archives that were planned, each in place of an earlier one; the live stories are there already. */
export function* putArchives(
  memory: PlanMemory,
  feed: number,
  { cut }: PlannedFeed,
): Generator<void, void, undefined> {
  for (const [archive, paths] of cut) {
    const mark = markOf(feed, archive);
    put(memory, "DELETE FROM mark WHERE kind = ? AND key = ?", ...mark);
    put(memory, PUT_ARCHIVE, ...mark, JSON.stringify(paths));
    yield;
  }
}

function markOf(feed: number, archive: string): Mark {
  return ["feed", `${feed} ${archive}`];
}
