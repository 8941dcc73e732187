// Questions to the fresh index that are answered even where it turns out to be damaged: it is made anew, and they are
// asked again. Nobody is told, and no row comes twice.
import { isDamage, type Index } from "../../index/open-index.ts";
import type { Desk } from "../desk.ts";
import { freshIndex, freshIndexOnce } from "./fresh-index.ts";
import { discardHeld, repairing, repairingNow } from "./held-index.ts";
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
 * come yet: what has gone out cannot be taken back. Costs eight bytes a row.
 */
export function* rowsOnce<T extends { readonly path: string }>(
  desk: Desk,
  ask: (index: Index) => Iterable<T>,
): Generator<T, void, undefined> {
  const marks: number[] = [];
  try {
    for (const row of ask(freshIndexOnce(desk).index)) {
      marks.push(markOf(row.path));
      yield row;
    }
    return;
  } catch (error) {
    if (!isDamage(error)) throw error;
    discardHeld(desk);
  }
  const gone = new Set(marks);
  for (const row of ask(freshIndexOnce(desk).index)) if (!gone.has(markOf(row.path))) yield row;
}

/** A number for a path, 53 bits of it: among a million paths two have the same once in 20,000 newsrooms. */
function markOf(path: string): number {
  let low = 0x81_1c_9d_c5;
  let high = 0x41_c6_ce_57;
  for (let at = 0; at < path.length; at++) {
    const unit = path.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e_37_79_b1);
    high = Math.imul(high ^ unit, 0x5f_35_64_95);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85_eb_ca_6b) ^ (high >>> 13);
  high = Math.imul(high ^ (high >>> 16), 0xc2_b2_ae_35) ^ (low >>> 16);
  return (high & 0x1f_ff_ff) * 0x1_00_00_00_00 + (low >>> 0);
}
