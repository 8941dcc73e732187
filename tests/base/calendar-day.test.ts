// Which dates the calendar has.
import { expect, test } from "vitest";
import { isRealDay } from "../../src/base/calendar-day.ts";

/** How many of the days 0 to 40 the month has. */
function daysIn(year: number, month: number): number {
  return Array.from({ length: 41 }, (_, day) => day).filter((day) => isRealDay({ year, month, day })).length;
}

test("days in a month", () => {
  expect(Array.from({ length: 14 }, (_, month) => daysIn(2026, month))).toEqual([
    0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0,
  ]);
  expect([1900, 2000, 2024, 2100].map((year) => daysIn(year, 2))).toEqual([28, 29, 29, 28]);
});
