// Sets of places behave as sets do, also where the list ends in the middle of a number.
import { expect, test } from "vitest";
import {
  allBits,
  bitsWhere,
  countBits,
  firstPlaces,
  inBoth,
  inEither,
  without,
} from "../../src/base/bit-set.ts";

const COUNTS = [0, 1, 31, 32, 33, 100];

test.each(COUNTS)("of %i places", (count) => {
  const places = Array.from({ length: count }, (_, place) => place);
  const isThird = (place: number): boolean => place % 3 === 0;
  const isOdd = (place: number): boolean => place % 2 === 1;
  const [all, thirds, odds] = [allBits(count), bitsWhere(count, isThird), bitsWhere(count, isOdd)];
  const found = [all, inBoth(thirds, odds), inEither(thirds, odds), without(all, odds)];
  const meant = [
    places,
    places.filter((place) => isThird(place) && isOdd(place)),
    places.filter((place) => isThird(place) || isOdd(place)),
    places.filter((place) => !isOdd(place)),
  ];
  expect(found.map((bits) => firstPlaces(bits, [{ from: 0, to: count }], count))).toEqual(meant);
  expect(found.map(countBits)).toEqual(meant.map(({ length }) => length));
});

test("the first places, run after run, are no more than asked for", () => {
  const odds = bitsWhere(100, (place) => place % 2 === 1);
  const runs = [
    { from: 70, to: 74 },
    { from: 0, to: 0 },
    { from: 31, to: 34 },
    { from: 5, to: 70 },
  ];
  expect(firstPlaces(odds, runs, 6)).toEqual([71, 73, 31, 33, 5, 7]);
  expect(firstPlaces(odds, runs, 100)).toHaveLength(2 + 2 + 33);
});
