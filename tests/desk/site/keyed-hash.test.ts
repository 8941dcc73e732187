import fc from "fast-check";
import { expect, test } from "vitest";
import { keyedHash } from "../../../src/desk/site/plan/keyed-hash.ts";
import { runs } from "../../support/runs.ts";

test("a text has one hash, of 32 bits, whatever was asked in between", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 })), (texts) => {
      const hashOf = keyedHash();
      const hashes = texts.map(hashOf);
      expect(texts.map(hashOf)).toEqual(hashes);
      expect(hashes.every((hash) => hash === hash >>> 0)).toBe(true);
    }),
    { numRuns: runs(50) },
  );
});

test("a text at any length of one letter more has another hash, zeros too", () => {
  const hashOf = keyedHash();
  const hashes = Array.from({ length: 300 }, (_, length) => hashOf("\0".repeat(length)));
  expect(new Set(hashes).size).toBeGreaterThan(290);
});

test("the keys are others each time", () => {
  expect(new Set(Array.from({ length: 50 }, () => keyedHash()("harbour"))).size).toBeGreaterThan(40);
});
