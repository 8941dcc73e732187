// Related stories kept as numbers are the rows that were put.
import fc from "fast-check";
import { expect, test } from "vitest";
import { besideRows, RELATED } from "../../../src/desk/site/plan/beside-rows.ts";
import type { SiteRow } from "../../../src/desk/site/plan/site-row.ts";
import { newestFirst } from "../../../src/desk/site/plan/site-rows.ts";
import { runs } from "../../support/runs.ts";

function row(path: string, published: number): SiteRow {
  const texts = { hash: "", file: path, language: "en", callKey: "", storyKey: "", teaserKey: "" };
  return { path, published, updated: published, lists: [], names: [], ...texts };
}

// Few instants, so that paths decide.
const rows = fc
  .uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 0, max: 3 })), {
    selector: ([path]) => path,
    minLength: 1,
  })
  .map((pairs) => pairs.map(([path, published]) => row(path, published)).sort(newestFirst));

test("what is put of a row is what it has", () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (live, numbers) => {
      const beside = besideRows(live);
      const put = live.map((each) => {
        const others = Array.from({ length: (numbers.next().value ?? 0) % (RELATED + 1) });
        return [each, others.flatMap(() => live[(numbers.next().value ?? 0) % live.length] ?? [])] as const;
      });
      for (const [each, others] of put) {
        expect(beside.get(each)).toBeUndefined();
        beside.set(each, others);
      }
      for (const [each, others] of put) expect(beside.get(each)).toEqual(others);
    }),
    { numRuns: runs(50) },
  );
});

test("a row that is not among them, or not where it belongs, has none", () => {
  const [a, b, c] = [row("a", 3), row("b", 2), row("c", 9)];
  const beside = besideRows([a, b, c]);
  beside.set(a, [b]);
  beside.set(a, [c]);
  beside.set(c, [a]);
  expect([a, b, c, row("d", 1)].map(beside.get)).toEqual([[b], undefined, undefined, undefined]);
});
