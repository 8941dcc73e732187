// Periods by which things are counted: each is what its name means in a query, in every zone and over clock changes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPeriod } from "../../src/query/read-period.ts";
import { periodAt, periodsIn, type PeriodUnit } from "../../src/query/walk-periods.ts";
import { CONTEXT } from "./context.ts";

const ms = (text: string): number => Date.parse(text);

describe("periodAt", () => {
  test.each([
    ["2026-11-22T09:00+01:00", "day", "2026-11-22"],
    ["2026-11-22T23:59:59.999+01:00", "week", "2026-W47"],
    ["2026-11-23T00:00+01:00", "week", "2026-W48"],
    ["2021-01-03T12:00+01:00", "week", "2020-W53"],
    ["2024-12-30T12:00+01:00", "week", "2025-W01"],
    ["2024-03-01T12:00+01:00", "week", "2024-W09"],
    ["2026-10-31T23:30Z", "month", "2026-11"],
    ["2026-10-31T22:30Z", "month", "2026-10"],
    ["2025-12-31T23:00Z", "year", "2026"],
    ["0987-06-05T12:00Z", "month", "0987-06"],
  ] as const)("%s lies in the %s %s of Brussels", (at, unit, name) => {
    expect(periodAt(ms(at), unit, CONTEXT).name).toBe(name);
  });

  test("the hour that St John's repeats over midnight belongs to the day that has begun", () => {
    const clock = { timezone: "America/St_Johns", now: 0 };
    const [first, again] = [ms("2009-11-01T02:30:30Z"), ms("2009-11-01T02:31:30Z")];
    expect([periodAt(first, "day", clock).name, periodAt(again, "day", clock).name]).toEqual([
      "2009-11-01",
      "2009-11-01",
    ]);
    expect(periodAt(again, "month", clock).name).toBe("2009-11");
  });

  const zones = [
    "Europe/Brussels",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Asia/Kathmandu",
  ];

  test("it holds the instant, and its name means it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: ms("1970-01-02T00:00Z"), max: ms("2040-01-01T00:00Z") }),
        fc.constantFrom<PeriodUnit>("day", "week", "month", "year"),
        fc.constantFrom(...zones),
        (at, unit, timezone) => {
          const clock = { timezone, now: 0 };
          const { name, from, to } = periodAt(at, unit, clock);
          expect(from <= at && at < to).toBe(true);
          expect(readPeriod(name, clock)).toEqual({ from, to });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("periodsIn", () => {
  const names = (from: string, to: string, unit: PeriodUnit, most = 99): string[] =>
    periodsIn({ from: ms(from), to: ms(to) }, unit, { ...CONTEXT, most }).map(({ name }) => name);

  test("is every period the range touches, the end not included", () => {
    expect(names("2026-01-31T23:59+01:00", "2026-04-01T00:00+02:00", "month")).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
  });

  test("goes over clock changes day by day", () => {
    expect(names("2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00", "day")).toEqual([
      "2026-03-28",
      "2026-03-29",
      "2026-03-30",
    ]);
  });

  test("keeps the latest where there are too many", () => {
    expect(names("2000-01-01T00:00Z", "2026-06-01T00:00Z", "year", 2)).toEqual(["2025", "2026"]);
  });

  test("a day that Apia never had is not there", () => {
    const range = { from: ms("2011-12-29T12:00Z"), to: ms("2011-12-31T12:00Z") };
    const days = periodsIn(range, "day", { timezone: "Pacific/Apia", now: 0, most: 9 });
    expect(days.map(({ name }) => name)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  test("an empty range has none", () => {
    expect(names("2026-01-01T00:00Z", "2026-01-01T00:00Z", "day")).toEqual([]);
  });
});
