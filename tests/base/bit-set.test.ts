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
  expect(found.map((bits) => firstPlaces(bits, count))).toEqual(meant);
  expect(found.map(countBits)).toEqual(meant.map(({ length }) => length));
});

test("the first places are no more than asked for", () => {
  expect(firstPlaces(allBits(100), 40)).toEqual(Array.from({ length: 40 }, (_, place) => place));
});
