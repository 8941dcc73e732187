// The one text of all names finds what looking at each name would.
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameSearch } from "../../src/desk/find/name-search.ts";

const letters = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom("a", "b", "é", "文", "-"), minLength: min, maxLength: max });

test("what is found is what holds every word, however few or many are looked at", () => {
  const names = fc.array(letters(0, 6), { maxLength: 12 });
  const words = fc.array(letters(1, 3), { maxLength: 3 });
  // Repeated, so that there are more than are looked at one by one.
  fc.assert(
    fc.property(names, words, fc.constantFrom(1, 600), (few, sought, times) => {
      const all = Array.from({ length: times }, () => few).flat();
      const search = nameSearch(all);
      const expected = all.flatMap((name, place) =>
        sought.every((word) => name.includes(word)) ? [place] : [],
      );
      expect(search(sought)).toEqual(expected);
      const [first, ...rest] = sought;
      if (first !== undefined) expect(search(rest, search([first]))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
