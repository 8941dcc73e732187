// How every figure grows with the newsroom: linear or better for time, flat for the memory of what streams.
import type { Row } from "./row.ts";
import { growthPerTenfold, type Point } from "./statistics.ts";

/** One curve: a case at two sizes or more. */
export interface Growth {
  readonly name: string;
  readonly unit: Row["unit"];
  readonly points: readonly Point[];
  /** The steepest step, as growth for ten times the articles. */
  readonly worst: number;
  readonly most: number;
  readonly isMet: boolean;
}

/** Ten is linear; a tenth more is the noise of measuring. */
const LINEAR = 11;
const FLAT = 1.5;
const STREAMS = new Set([
  "memory-export",
  "memory-publish-all",
  "memory-publish-headline",
  "memory-publish-change",
]);

/** The curves of all cases that were measured at more than one size, in the order of the rows. */
export function growthOf(rows: readonly Row[]): readonly Growth[] {
  return [...new Set(rows.map(({ name }) => name))].flatMap((name) => {
    const same = rows.filter((row) => row.name === name);
    const points = same.flatMap(({ articles, value }) => (value === undefined ? [] : [{ articles, value }]));
    const [first] = same;
    if (first === undefined || points.length < 2) return [];
    const worst = Math.max(...stepsOf(points));
    const most = STREAMS.has(name) ? FLAT : LINEAR;
    return [{ name, unit: first.unit, points, worst, most, isMet: worst <= most }];
  });
}

function stepsOf(points: readonly Point[]): number[] {
  return points.slice(1).flatMap((point, before) => {
    const one = points[before];
    return one === undefined ? [] : [growthPerTenfold(one, point)];
  });
}
