// The pairs of letters find what looking at each name would.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPlaces } from "../../src/base/bit-set.ts";
import { allSteps } from "../../src/base/steps.ts";
import { nameSearch } from "../../src/desk/find/name-search.ts";

const letters = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom("a", "b", "é", "文", "-"), minLength: min, maxLength: max });

test("what is found is what holds every word", () => {
  const names = fc.array(letters(0, 6), { maxLength: 12 });
  const words = fc.array(letters(1, 3), { maxLength: 3 });
  // Repeated, so that they fill more than one number of a set.
  fc.assert(
    fc.property(names, words, fc.constantFrom(1, 9), (few, sought, times) => {
      const all = Array.from({ length: times }, () => few).flat();
      const expected = all.flatMap((name, place) =>
        sought.every((word) => name.includes(word)) ? [place] : [],
      );
      expect(
        firstPlaces(allSteps(nameSearch(all))(sought), [{ from: 0, to: all.length }], all.length),
      ).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
