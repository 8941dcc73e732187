// The arithmetic of the tables: medians, ratios, goals met or not, growth by the tenfold.

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** What a case has to stay at or below, from so many articles on. */
export interface Goal {
  readonly most: number;
  readonly from: number;
}

/** The goal that counts at this size: the one that begins last at or before it. */
export function goalAt(goals: readonly Goal[], articles: number): Goal | undefined {
  return goals.filter(({ from }) => from <= articles).toSorted((one, other) => other.from - one.from)[0];
}

/** One value at one size. */
export interface Point {
  readonly articles: number;
  readonly value: number;
}

/** By how much the value grows when there are ten times as many articles: 10 is linear, 1 is flat. */
export function growthPerTenfold(one: Point, other: Point): number {
  const tenfolds = Math.log10(other.articles / one.articles);
  return (other.value / one.value) ** (1 / tenfolds);
}
