// Places in an order that is kept as runs: what goes and comes leaves the order that sorting all of them gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Run } from "../../src/base/bit-set.ts";
import { withoutPlaces, withPlaces } from "../../src/index/order-runs.ts";

function placesOf(order: readonly Run[]): number[] {
  return order.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
}

const step = fc.record({
  added: fc.array(fc.nat(30), { maxLength: 6 }),
  gone: fc.array(fc.nat(60), { maxLength: 6 }),
});

test("whatever goes and comes", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 20 }), fc.array(step), (first, steps) => {
      // What has the same key stands as it came.
      const keys = first.toSorted((a, b) => a - b);
      const isBefore = (place: number, other: number): boolean => compare(place, other) < 0;
      const compare = (place: number, other: number): number =>
        (keys[place] ?? 0) - (keys[other] ?? 0) || place - other;
      let order: readonly Run[] = [{ from: 0, to: keys.length }];
      let present = new Set(keys.keys());
      for (const { added, gone } of steps) {
        const from = keys.length;
        keys.push(...added.toSorted((a, b) => a - b));
        const places = { from, to: keys.length };
        order = withPlaces(withoutPlaces(order, gone), places, isBefore);
        for (const [at, { from: begin, to }] of order.entries()) {
          expect(begin).toBeLessThan(to);
          expect(order[at - 1]?.to).not.toBe(begin);
        }
        present = new Set([...present].filter((place) => !gone.includes(place)));
        for (let place = from; place < keys.length; place++) present.add(place);
        expect(placesOf(order)).toEqual([...present].toSorted(compare));
      }
    }),
  );
});

test("a run that nothing goes into is asked once", () => {
  const gone = Array.from({ length: 99 }, (_, at) => 50 + at * 100);
  const order = withoutPlaces([{ from: 0, to: 10_000 }], gone);
  expect(order).toHaveLength(100);
  let asked = 0;
  withPlaces(order, { from: 10_000, to: 10_001 }, () => (asked++, false));
  expect(asked).toBe(100);
});
