import fc from "fast-check";
import { expect, test } from "vitest";
import { NumbersByHash } from "../../src/base/numbers-by-hash.ts";

test("the first number of a hash stays its number, as in a map", () => {
  // Many that share a place, and as many as make the table grow twice.
  const hashes = fc.oneof(
    fc.integer({ min: 1, max: 1_500 }).map((number) => number * 1_024),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    fc.constantFrom(1, Number.MAX_SAFE_INTEGER),
  );
  fc.assert(
    fc.property(fc.array(hashes, { minLength: 2_000, maxLength: 4_000 }), (asked) => {
      const numbers = new NumbersByHash();
      const map = new Map<number, number>();
      for (const [at, hash] of asked.entries()) {
        if (!map.has(hash)) map.set(hash, at);
        expect(numbers.first(hash, at)).toBe(map.get(hash));
      }
      for (const [hash, number] of map) expect(numbers.first(hash, 0)).toBe(number);
    }),
    { numRuns: 5 },
  );
});
