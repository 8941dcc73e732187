// What became of one list of texts on its way to another: the shortest edit script of Myers (1986), used for lines,
// paragraphs and words alike.

/** Neighbouring items with one fate; of a replacement the removed ones stand first. */
export interface Run {
  readonly kind: "same" | "removed" | "added";
  readonly items: readonly string[];
}

/** Beyond so many edits the middle counts as replaced whole: the time stays bounded, the answer stays true. */
const MOST_EDITS = 1000;

/** The runs that lead from `before` to `after`, in order; none for two empty lists. O((n + m) x edits). */
export function diffSequences(before: readonly string[], after: readonly string[]): Run[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const middle = shortest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const steps = [
    { kind: "same", items: before.slice(0, start) },
    ...middle,
    { kind: "same", items: before.slice(before.length - end) },
  ] as const;
  return joined(steps);
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

function commonEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count++;
  return count;
}

function shortest(before: readonly string[], after: readonly string[]): Run[] {
  const replaced: Run[] = [
    { kind: "removed", items: before },
    { kind: "added", items: after },
  ];
  if (before.length === 0 || after.length === 0) return replaced;
  const frontiers = frontiersOf(before, after);
  return frontiers === undefined ? replaced : walkedBack(before, after, frontiers);
}

/** How far each diagonal gets with 0, 1, 2 ... edits, up to the end of both; undefined beyond MOST_EDITS. */
function frontiersOf(before: readonly string[], after: readonly string[]): readonly Int32Array[] | undefined {
  const frontiers: Int32Array[] = [];
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    const frontier = new Int32Array(2 * edits + 1);
    const last = frontiers.at(-1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = last === undefined ? 0 : entryTo(last, edits, diagonal);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      frontier[diagonal + edits] = x;
      if (x >= before.length && x - diagonal >= after.length) return [...frontiers, frontier];
    }
    frontiers.push(frontier);
  }
  return undefined;
}

/** Where a path of `edits` enters the diagonal: from the one above by an addition, or from the one below by a removal. */
function entryTo(last: Int32Array, edits: number, diagonal: number): number {
  return comesByAdding(last, edits, diagonal)
    ? reach(last, edits, diagonal + 1)
    : reach(last, edits, diagonal - 1) + 1;
}

function comesByAdding(last: Int32Array, edits: number, diagonal: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && reach(last, edits, diagonal - 1) < reach(last, edits, diagonal + 1);
}

function reach(last: Int32Array, edits: number, diagonal: number): number {
  return last[diagonal + edits - 1] ?? -1;
}

function walkedBack(
  before: readonly string[],
  after: readonly string[],
  frontiers: readonly Int32Array[],
): Run[] {
  const steps: Run[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = frontiers.length - 1; edits > 0; edits--) {
    const last = frontiers[edits - 1] ?? new Int32Array(1);
    const isAdding = comesByAdding(last, edits, x - y);
    const from = entryTo(last, edits, x - y);
    steps.push({ kind: "same", items: before.slice(from, x) });
    const entered = from - (x - y);
    steps.push(
      isAdding
        ? { kind: "added", items: after.slice(entered - 1, entered) }
        : { kind: "removed", items: before.slice(from - 1, from) },
    );
    [x, y] = isAdding ? [from, entered - 1] : [from - 1, entered];
  }
  steps.push({ kind: "same", items: before.slice(0, x) });
  return steps.toReversed();
}

const KINDS = ["same", "removed", "added"] as const;

/** Neighbours of one kind as one; between two stretches that stay, all that went before all that came. */
function joined(steps: readonly Run[]): Run[] {
  const stretches: Run[][] = [];
  for (const step of steps.filter(({ items }) => items.length > 0)) {
    const stretch = stretches.at(-1);
    const goesOn = stretch?.some(({ kind }) => (kind === "same") === (step.kind === "same")) === true;
    if (goesOn) stretch.push(step);
    else stretches.push([step]);
  }
  return stretches.flatMap((stretch) =>
    KINDS.map((kind): Run => ({
      kind,
      items: stretch.filter((step) => step.kind === kind).flatMap(({ items }) => items),
    })).filter(({ items }) => items.length > 0),
  );
}
