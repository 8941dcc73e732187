// The differential test of the fast YAML reader at its full size: 100,000 documents.
import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { compareReaders } from "./simple-differences.ts";
import { damaged, grown, printed, sampleTexts, scattered } from "./simple-texts.ts";

const samples = [...sampleTexts().values()];

describe("the fast reader reads as the library does, or gives up", () => {
  test.each<[string, number, Arbitrary<string>]>([
    ["what stet prints", 20_000, printed],
    ["the sample articles, damaged", 30_000, damaged(samples)],
    ["documents of the simple layout", 40_000, grown],
    ["lines at any indentation", 10_000, scattered],
  ])("%s", { timeout: 600_000 }, (_, numRuns, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(compareReaders(text)).toBeTypeOf("string");
      }),
      { numRuns },
    );
  });
});
