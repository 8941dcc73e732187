// Texts that were packed are the texts that were put.
import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedTexts } from "../../src/base/packed-texts.ts";
import { runs } from "../support/runs.ts";

const texts = fc.string({ unit: "grapheme" });

test("every text is what was put, whatever its letters", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts, texts)), (rows) => {
      const packed = new PackedTexts(3);
      for (const row of rows) packed.add(row);
      for (const [at, row] of rows.entries())
        expect([0, 1, 2].map((column) => packed.at(at, column))).toEqual(row);
    }),
    { numRuns: runs(100) },
  );
});

test("rows that together, and alone, are longer than what is set aside at once", () => {
  // The bytes of the last long one end where the next megabyte begins.
  const lengths = [400_000, 400_000, 0, 1_200_000, 1, 524_288, 1, 100_000];
  const rows = lengths.map((length, at) => [String(at).repeat(length), "é".repeat(length / 2), ""]);
  const packed = new PackedTexts(3);
  for (const row of rows) packed.add(row);
  for (const [at, row] of rows.entries())
    expect(
      [0, 1, 2].every((column) => packed.at(at, column) === row[column]),
      String(at),
    ).toBe(true);
});

test("short rows share what is set aside", () => {
  const packed = new PackedTexts(1);
  const { arrayBuffers } = process.memoryUsage();
  for (let at = 0; at < 300; at++) packed.add([String(at)]);
  expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(100 * 2 ** 20);
  expect(packed.at(299, 0)).toBe("299");
});
