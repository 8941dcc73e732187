// Zone arithmetic held against Temporal's (temporal-polyfill), over random moments in zones with odd histories.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { WallTime } from "../../src/base/instant.ts";
import { parseInstant } from "../../src/base/parse-instant.ts";
import { isTimezone, offsetAt } from "../../src/base/zone-offsets.ts";
import { instantsOfWallTime, wallTimeAt, writeInstant } from "../../src/base/zone.ts";

fc.configureGlobal({ seed: 20_261_122 });

const ZONES = [
  "UTC",
  "Europe/Brussels",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Lisbon",
  "Europe/Moscow",
  "Europe/Istanbul",
  "America/New_York",
  "America/Los_Angeles",
  "America/Havana",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Caracas",
  "America/Nuuk",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Africa/Johannesburg",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Asia/Pyongyang",
  "Asia/Gaza",
  "Asia/Tokyo",
  "Asia/Manila",
  "Australia/Lord_Howe",
  "Australia/Eucla",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Antarctica/Troll",
];
const zone = fc.constantFrom(...ZONES);
const from = Date.parse("1972-06-01T00:00:00Z");
const to = Date.parse("2045-01-01T00:00:00Z");
const instant = fc.integer({ min: from, max: to });

/** Moments near a change of the zone's clock, where arithmetic goes wrong. */
const nearChange = fc
  .tuple(zone, instant, fc.integer({ min: -3 * 3600, max: 3 * 3600 }))
  .map(([timezone, start, seconds]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(start)
      .toZonedDateTimeISO(timezone)
      .getTimeZoneTransition("next");
    return { timezone, epochMs: (change?.epochMilliseconds ?? start) + seconds * 1000 };
  });
const anywhere = fc.record({ timezone: zone, epochMs: instant });
const moment = fc.oneof(nearChange, anywhere);

function wallOf(epochMs: number, timezone: string): WallTime {
  const { year, month, day, hour, minute, second, millisecond } =
    Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timezone);
  return { year, month, day, hour, minute, second, millisecond };
}

describe("as Temporal does", () => {
  test("wallTimeAt and offsetAt", () => {
    fc.assert(
      fc.property(moment, ({ timezone, epochMs }) => {
        expect(wallTimeAt(epochMs, timezone)).toEqual(wallOf(epochMs, timezone));
        const there = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timezone);
        expect(offsetAt(epochMs, timezone)).toBe(there.offsetNanoseconds / 1_000_000);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a wall time's instants, its gaps and its folds", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -7_200, max: 7_200 }), ({ timezone, epochMs }, seconds) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(epochMs)
          .toZonedDateTimeISO(timezone)
          .toPlainDateTime()
          .add({ seconds });
        const { year, month, day, hour, minute, second, millisecond } = plain;
        const reading = instantsOfWallTime({ year, month, day, hour, minute, second, millisecond }, timezone);
        const earlier = plain.toZonedDateTime(timezone, { disambiguation: "earlier" });
        const later = plain.toZonedDateTime(timezone, { disambiguation: "later" });
        if (!earlier.toPlainDateTime().equals(plain)) {
          // In a gap "earlier" and "later" land before and after it.
          const change = earlier.getTimeZoneTransition("next");
          expect(reading).toMatchObject({ kind: "skipped", jump: change?.epochMilliseconds });
        } else {
          const happensTwice = earlier.epochMilliseconds !== later.epochMilliseconds;
          expect(reading).toEqual({ kind: "exists", earliest: earlier.epochMilliseconds, happensTwice });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("the start of a day", () => {
    fc.assert(
      fc.property(moment, ({ timezone, epochMs }) => {
        const date = Temporal.Instant.fromEpochMilliseconds(epochMs)
          .toZonedDateTimeISO(timezone)
          .toPlainDate();
        const reading = parseInstant(date.toString(), timezone);
        const start = date.toZonedDateTime(timezone).epochMilliseconds;
        expect(reading).toMatchObject({ kind: "instant", instant: { epochMs: start }, happensTwice: false });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("writeInstant", () => {
  test.each([
    [0, "UTC", "1970-01-01T00:00:00Z"],
    [Date.parse("2026-11-22T08:00:00Z"), "Europe/Brussels", "2026-11-22T09:00:00+01:00"],
    [Date.parse("2026-07-22T08:00:00Z"), "Europe/Brussels", "2026-07-22T10:00:00+02:00"],
    [Date.parse("2026-11-22T08:00:00Z"), "America/St_Johns", "2026-11-22T04:30:00-03:30"],
    [Date.parse("2026-11-22T08:00:00Z"), "Asia/Kathmandu", "2026-11-22T13:45:00+05:45"],
    [Date.parse("2026-01-01T08:00:00.999Z"), "Europe/London", "2026-01-01T08:00:00Z"],
    // Monrovia was 44 minutes and 30 seconds behind: the offset is rounded, and the time with it.
    [0, "Africa/Monrovia", "1969-12-31T23:16:00-00:44"],
  ])("%d in %s", (epochMs, timezone, written) => {
    expect(writeInstant(epochMs, timezone)).toBe(written);
  });

  test("reads back as the same second, in every zone and at any time", () => {
    const ancient = fc.integer({
      min: Date.parse("0001-01-02T00:00:00Z"),
      max: Date.parse("9999-12-30T00:00:00Z"),
    });
    fc.assert(
      fc.property(zone, fc.oneof(instant, ancient), (timezone, epochMs) => {
        const reading = parseInstant(writeInstant(epochMs, timezone), "Asia/Tokyo");
        expect(reading).toMatchObject({ instant: { epochMs: Math.floor(epochMs / 1000) * 1000 } });
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each(["Europe/Brussels", "UTC", "Etc/GMT+5", "europe/brussels", "America/Argentina/Buenos_Aires"])(
  "%s is a zone",
  (name) => {
    expect(isTimezone(name)).toBe(true);
  },
);

test.each([
  "",
  "+01:00",
  "-05:00",
  "Europe",
  "Europe/Bruxelles",
  "Mars/Olympus",
  "Europe/Brussels ",
  "../etc/passwd",
  "null",
])("%j is none", (name) => {
  expect(isTimezone(name)).toBe(false);
});

test("wallTimeAt before the common era counts astronomically", () => {
  expect(wallTimeAt(Date.UTC(-1, 0, 1), "UTC")).toMatchObject({ year: -1, month: 1, day: 1 });
  expect(wallTimeAt(-1, "UTC")).toMatchObject({ year: 1969, second: 59, millisecond: 999 });
});

test.each([
  ["America/Recife", "2000-10-05T00:00:00Z"],
  ["America/Boa_Vista", "2000-10-05T00:00:00Z"],
  ["America/Argentina/Tucuman", "2004-05-28T00:00:00Z"],
  ["Africa/Tunis", "1943-04-14T00:00:00Z"],
  ["Asia/Gaza", "2054-03-24T00:00:00Z"],
])("%s changes its clock and back within days of %s: every hour of them is right", (timezone, start) => {
  for (let hour = 0; hour < 24 * 21; hour++) {
    const instant = Temporal.Instant.from(start).add({ hours: hour });
    const expected = instant.toZonedDateTimeISO(timezone).offsetNanoseconds / 1e6;
    expect(offsetAt(instant.epochMilliseconds, timezone)).toBe(expected);
  }
});
