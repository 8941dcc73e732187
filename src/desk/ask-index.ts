// Questions to the fresh index that are answered even where it turns out to be damaged: it is made anew, and they are
// asked again. Nobody is told, and no row comes twice.
import { isDamage, type Index } from "../index/open-index.ts";
import type { Desk } from "./desk.ts";
import { discardHeld, freshIndex, freshIndexOnce, repairing, repairingNow } from "./fresh-index.ts";
import type { FreshIndex } from "./fresh-index.ts";

/** Runs `work` on the index, brought up to the files: twice where the first time shows damage. */
export function withFreshIndex<T>(desk: Desk, work: (fresh: FreshIndex) => T): Promise<T> {
  return repairing(desk, async () => work(await freshIndex(desk)));
}

/** Asks the index, at once. One walk for each desk: for what asks many times and writes nothing in between. */
export function askIndex<T>(desk: Desk, ask: (index: Index) => T): T {
  return repairingNow(desk, () => ask(freshIndexOnce(desk).index));
}

/**
 * The rows of a question as they are read. Where damage ends them half-way, the index made anew gives those that had not
 * come yet: what has gone out cannot be taken back. Costs the path of each row.
 */
export function* rowsOnce<T extends { readonly path: string }>(
  desk: Desk,
  ask: (index: Index) => Iterable<T>,
): Generator<T, void, undefined> {
  const gone = new Set<string>();
  try {
    for (const row of ask(freshIndexOnce(desk).index)) {
      gone.add(row.path);
      yield row;
    }
    return;
  } catch (error) {
    if (!isDamage(error)) throw error;
    discardHeld(desk);
  }
  for (const row of ask(freshIndexOnce(desk).index)) if (!gone.has(row.path)) yield row;
}
