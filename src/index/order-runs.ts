// The order of places that were in order once, as runs of them, while places go and others come.
import type { Run } from "../base/bit-set.ts";

/** The same order without these places. */
export function withoutPlaces(order: readonly Run[], gone: readonly number[]): Run[] {
  const sorted = gone.toSorted((a, b) => a - b);
  return order.flatMap(({ from, to }) => {
    const ends = [...sorted.filter((place) => place >= from && place < to), to];
    return ends
      .map((end, at) => ({ from: at === 0 ? from : (ends[at - 1] ?? 0) + 1, to: end }))
      .filter((run) => run.from < run.to);
  });
}

/** The same order with the places of `added`, which are in order, where they belong. A comparison or two for each run. */
export function withPlaces(
  order: readonly Run[],
  added: Run,
  isBefore: (place: number, other: number) => boolean,
): Run[] {
  const merged: Run[] = [];
  let next = added.from;
  for (const { from, to } of order) {
    let at = from;
    while (next < added.to) {
      const place = next;
      const behind = firstIn({ from: at, to }, (other) => isBefore(place, other));
      if (behind === to) break;
      addRun(merged, { from: at, to: behind });
      addRun(merged, { from: place, to: place + 1 });
      at = behind;
      next++;
    }
    addRun(merged, { from: at, to });
  }
  addRun(merged, { from: next, to: added.to });
  return merged;
}

/** The first that passes, where all behind it do; `to` where none does. */
function firstIn({ from, to }: Run, isPassed: (place: number) => boolean): number {
  let [low, high] = [from, to];
  // Nearly all runs are passed over whole.
  if (low < high && !isPassed(high - 1)) return to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPassed(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function addRun(runs: Run[], { from, to }: Run): void {
  if (from === to) return;
  const last = runs.at(-1);
  if (last?.to === from) runs[runs.length - 1] = { from: last.from, to };
  else runs.push({ from, to });
}
