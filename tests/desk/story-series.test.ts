import { describe, expect, test } from "vitest";
import { placeInSeries, seriesPeriods } from "../../src/desk/count/story-series.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import { CONTEXT } from "../query/context.ts";

const ms = (text: string): number => Date.parse(text);
const names = (query: string): string[] =>
  seriesPeriods(parseQueryText(query, CONTEXT).node, "published", CONTEXT).map(({ name }) => name);

describe("seriesPeriods", () => {
  test.each([
    ["tag:eu", 12, "2025-12", "2026-11"],
    ["updated:2020", 12, "2025-12", "2026-11"],
    ["published:..2020", 12, "2020-01", "2020-12"],
    ["published:this-month", 30, "2026-11-01", "2026-11-30"],
    ["published:-7d..", 8, "2026-11-15", "2026-11-22"],
    ["published:today", 1, "2026-11-22", "2026-11-22"],
    ["published:2026-06..2026-09", 18, "2026-W23", "2026-W40"],
    ["published:2026", 12, "2026-01", "2026-12"],
    ["published:2025..2026", 24, "2025-01", "2026-12"],
    ["published:2010..2026", 17, "2010", "2026"],
    ["published:1900..", 24, "2003", "2026"],
    ["published:2027..", 1, "2027-01-01", "2027-01-01"],
  ])("%s: %i periods", (query, count, first, last) => {
    const found = names(query);
    expect([found.length, found[0], found.at(-1)]).toEqual([count, first, last]);
  });

  test("contradictory ranges have none", () => {
    expect(names("published:2020 published:2021")).toEqual([]);
  });
});

test("a moment lies in the period that has begun and not ended", () => {
  const periods = seriesPeriods(
    parseQueryText("published:2026-10..2026-11", CONTEXT).node,
    "published",
    CONTEXT,
  );
  const moments = [
    "2026-09-27T23:59+02:00",
    "2026-09-28T00:00+02:00",
    "2026-10-04T23:59+02:00",
    "2026-11-30T00:00+01:00",
  ];
  expect([...placeInSeries([...moments.map(ms), null], periods)]).toEqual([-1, 0, 0, 9, -1]);
});
