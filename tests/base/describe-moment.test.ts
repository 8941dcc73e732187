// Moments said back to a person: the newsroom's time, UTC, and how far off.
import { describe, expect, test } from "vitest";
import {
  describeDay,
  describeDistance,
  describeMoment,
  describeTime,
} from "../../src/base/describe-moment.ts";

test.each([
  ["2026-11-27T09:00:00+01:00", "Europe/Brussels", "Fri 27 Nov 2026 09:00 CET (08:00 UTC)"],
  ["2026-07-01T09:00:00+02:00", "Europe/Brussels", "Wed 1 Jul 2026 09:00 CEST (07:00 UTC)"],
  ["2026-11-27T00:30:00+01:00", "Europe/Brussels", "Fri 27 Nov 2026 00:30 CET (Thu 26 Nov 23:30 UTC)"],
  ["2027-01-01T00:00:00+09:00", "Asia/Tokyo", "Fri 1 Jan 2027 00:00 UTC+9 (Thu 31 Dec 15:00 UTC)"],
  ["2026-11-27T09:00:05+01:00", "Europe/Brussels", "Fri 27 Nov 2026 09:00:05 CET (08:00:05 UTC)"],
  ["2026-11-27T09:00:00-05:00", "America/New_York", "Fri 27 Nov 2026 09:00 EST (14:00 UTC)"],
  ["2026-11-27T09:00:00Z", "UTC", "Fri 27 Nov 2026 09:00 UTC"],
])("%s in %s", (instant, timezone, text) => {
  expect(describeMoment(Date.parse(instant), timezone)).toBe(text);
});

test("the day and the time alone", () => {
  const at = Date.parse("2026-11-27T23:30:00Z");
  expect([describeDay(at, "Europe/Brussels"), describeTime(at, "Europe/Brussels")]).toEqual([
    "Sat 28 Nov",
    "00:30",
  ]);
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("describeDistance", () => {
  test.each([
    [0, "now"],
    [MINUTE - 1, "now"],
    [-MINUTE + 1, "now"],
    [MINUTE, "in 1 min"],
    [42 * MINUTE, "in 42 min"],
    [HOUR, "in 1 h"],
    [2 * HOUR + 13 * MINUTE, "in 2 h 13 min"],
    [24 * HOUR, "in 1 d"],
    [119 * HOUR + 59 * MINUTE, "in 4 d 23 h"],
    [-3 * HOUR, "3 h ago"],
    [-49 * HOUR, "2 d 1 h ago"],
  ])("%d ms", (distance, text) => expect(describeDistance(1e12, 1e12 + distance)).toBe(text));
});
