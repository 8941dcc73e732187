// The times people type for the desk's verbs, each form to its instant, and what is refused instead of guessed.
// temporal-polyfill reckons the same wall times independently.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { parseWhen, type WhenReading } from "../../src/base/parse-when.ts";

// A Sunday.
const NOW = "2026-11-22T09:00:30.250+01:00";
const BRUSSELS = { now: Date.parse(NOW), timezone: "Europe/Brussels" };

function written(text: string, clock = BRUSSELS): string | WhenReading {
  const reading = parseWhen(text, clock);
  return reading.kind === "instant" ? reading.instant.written : reading;
}

describe("on Sunday 22 November 2026, 09:00:30 in Brussels", () => {
  test.each([
    ["2026-12-24T06:00:00+09:00", "2026-12-24T06:00:00+09:00"],
    ["2026-12-24T06:00:00z", "2026-12-24T06:00:00z"],
    ["2026-12-24 06:00", "2026-12-24T06:00:00+01:00"],
    ["2026-12-24  6:00", "2026-12-24T06:00:00+01:00"],
    ["2026-12-24", "2026-12-24T00:00:00+01:00"],
    ["2026-07-01 6pm", "2026-07-01T18:00:00+02:00"],
    ["tomorrow 6:00", "2026-11-23T06:00:00+01:00"],
    [" Tomorrow at 6:00 ", "2026-11-23T06:00:00+01:00"],
    ["today 17:00", "2026-11-22T17:00:00+01:00"],
    ["today 6:00", "2026-11-22T06:00:00+01:00"],
    ["17:00", "2026-11-22T17:00:00+01:00"],
    ["17:00:15", "2026-11-22T17:00:15+01:00"],
    ["0:00", "2026-11-22T00:00:00+01:00"],
    ["6am", "2026-11-22T06:00:00+01:00"],
    ["6:30 pm", "2026-11-22T18:30:00+01:00"],
    ["11:59pm", "2026-11-22T23:59:00+01:00"],
    ["fri 09:00", "2026-11-27T09:00:00+01:00"],
    ["FRIDAY 9am", "2026-11-27T09:00:00+01:00"],
    ["sat 23:59", "2026-11-28T23:59:00+01:00"],
    ["mon 00:00", "2026-11-23T00:00:00+01:00"],
    ["tomorrow 6", "2026-11-23T06:00:00+01:00"],
    ["fri 9", "2026-11-27T09:00:00+01:00"],
    ["fri at 18", "2026-11-27T18:00:00+01:00"],
    ["Friday, 9:00am", "2026-11-27T09:00:00+01:00"],
    ["fri 9.30", "2026-11-27T09:30:00+01:00"],
    ["9.30am", "2026-11-22T09:30:00+01:00"],
    ["fri 9 a.m.", "2026-11-27T09:00:00+01:00"],
    ["fri 9h", "2026-11-27T09:00:00+01:00"],
    ["18h30", "2026-11-22T18:30:00+01:00"],
    ["noon", "2026-11-22T12:00:00+01:00"],
    ["tomorrow noon", "2026-11-23T12:00:00+01:00"],
    ["9am tomorrow", "2026-11-23T09:00:00+01:00"],
    ["06:00 on fri", "2026-11-27T06:00:00+01:00"],
    ["tues 9", "2026-11-24T09:00:00+01:00"],
    ["weds 9", "2026-11-25T09:00:00+01:00"],
    ["thurs 9", "2026-11-26T09:00:00+01:00"],
    ["24 dec 6:00", "2026-12-24T06:00:00+01:00"],
    ["Dec 24 6am", "2026-12-24T06:00:00+01:00"],
    ["24 December 2027, 6:00", "2027-12-24T06:00:00+01:00"],
    ["22 nov 17:00", "2026-11-22T17:00:00+01:00"],
    ["in 2h", "2026-11-22T11:00:30+01:00"],
    ["+2 hours", "2026-11-22T11:00:30+01:00"],
    ["now", "2026-11-22T09:00:30+01:00"],
    ["+2h", "2026-11-22T11:00:30+01:00"],
    ["+90min", "2026-11-22T10:30:30+01:00"],
    ["+3d 06:00", "2026-11-25T06:00:00+01:00"],
    ["+2w 6am", "2026-12-06T06:00:00+01:00"],
    ["+3mo 12:00", "2027-02-22T12:00:00+01:00"],
    ["+1y 12:00", "2027-11-22T12:00:00+01:00"],
    ["5 dec 8:00", "2026-12-05T08:00:00+01:00"],
    ["24 dec 6", "2026-12-24T06:00:00+01:00"],
    ["5th dec 8", "2026-12-05T08:00:00+01:00"],
    ["5 dec 8th", "2026-12-08T05:00:00+01:00"],
    ["24 Dec. 6:00", "2026-12-24T06:00:00+01:00"],
    ["24th of December at 6", "2026-12-24T06:00:00+01:00"],
    ["24 sept 2027 6:00", "2027-09-24T06:00:00+02:00"],
    ["Fri 27 Nov 2026 09:00", "2026-11-27T09:00:00+01:00"],
    ["Fri 27 Nov 2026 09:00 CET", "2026-11-27T09:00:00+01:00"],
    ["Fri 27 Nov 2026 09:00 CET (08:00 UTC)", "2026-11-27T09:00:00+01:00"],
    ["Sun 31 Oct 2027 02:30 CET (01:30 UTC)", "2027-10-31T02:30:00+01:00"],
    ["fri 20 nov 10:00", "2026-11-20T10:00:00+01:00"],
    ["06:00 CET", "2026-11-22T06:00:00+01:00"],
    ["on fri 9:00", "2026-11-27T09:00:00+01:00"],
    ["at 9:00", "2026-11-22T09:00:00+01:00"],
    ["on tuesday at 9", "2026-11-24T09:00:00+01:00"],
    ["in 2 days at 6:00", "2026-11-24T06:00:00+01:00"],
    ["in 5 mins", "2026-11-22T09:05:30+01:00"],
    ["+2hr", "2026-11-22T11:00:30+01:00"],
  ])("%j is %s", (text, instant) => expect(written(text)).toBe(instant));

  test("what has an offset is kept to the millisecond, what has none is to the second", () => {
    expect(parseWhen("2026-12-24T06:00:00.5+01:00", BRUSSELS)).toMatchObject({
      instant: { epochMs: Date.parse("2026-12-24T06:00:00.5+01:00"), written: "2026-12-24T06:00:00.5+01:00" },
    });
    expect(parseWhen("+2h", BRUSSELS)).toMatchObject({
      instant: { epochMs: Date.parse("2026-11-22T11:00:30+01:00") },
    });
  });

  test.each([
    ["tomorrow", ["tomorrow 06:00"]],
    ["fri", ["fri 06:00"]],
    ["+3d", ["+3d 06:00"]],
    ["in 2 days", ["in 2 days 06:00"]],
    ["24 dec", ["24 dec 06:00"]],
    ["sun", ["2026-11-22 06:00", "2026-11-29 06:00"]],
    ["sun 09:30", ["2026-11-22 09:30", "2026-11-29 09:30"]],
    ["sunday 6pm", ["2026-11-22 18:00", "2026-11-29 18:00"]],
    ["sun 9", ["2026-11-22 09:00", "2026-11-29 09:00"]],
    ["next fri", ["2026-11-27 06:00", "2026-12-04 06:00"]],
    ["next fri 09:00", ["2026-11-27 09:00", "2026-12-04 09:00"]],
    ["20 nov 9:00", ["2026-11-20 09:00", "2027-11-20 09:00"]],
    ["may 9", ["2026-05-09 06:00", "2027-05-09 06:00"]],
    ["midnight", ["2026-11-22 00:00", "2026-11-23 00:00"]],
    ["fri midnight", ["2026-11-27 00:00", "2026-11-28 00:00"]],
    ["next fri midnight", ["2026-11-27 00:00", "2026-11-28 00:00", "2026-12-04 00:00", "2026-12-05 00:00"]],
    ["12:30 pm", ["2026-11-22 00:30", "2026-11-22 12:30"]],
    ["fri 12:30 pm", ["2026-11-27 00:30", "2026-11-27 12:30"]],
    ["sun 12pm", ["2026-11-22 00:00", "2026-11-22 12:00", "2026-11-29 00:00", "2026-11-29 12:00"]],
    ["next fri 12pm", ["2026-11-27 00:00", "2026-11-27 12:00", "2026-12-04 00:00", "2026-12-04 12:00"]],
    ["5 dec 8", ["2026-12-05 08:00", "2026-12-08 05:00"]],
    ["5 dec 8 CET", ["2026-12-05 08:00", "2026-12-08 05:00"]],
    ["9 dec 10", ["2026-12-09 10:00", "2026-12-10 09:00"]],
    ["1 dec 2", ["2026-12-01 02:00", "2026-12-02 01:00"]],
    ["5 dec 25", ["2026-12-05 06:00", "2026-12-25 05:00"]],
    ["10 jan 11", ["2027-01-10 11:00", "2027-01-11 10:00"]],
    ["thu 27 nov 10:00", ["2026-11-27 10:00"]],
    ["06:00 EST", ["2026-11-22T06:00:00+01:00"]],
    ["Fri 27 Nov 2026 09:00 CET (09:00 UTC)", ["2026-11-27T09:00:00+01:00"]],
    ["+9999y 6:00", []],
    ["+9999y", []],
  ])("%j has two readings", (text, meant) => {
    expect(parseWhen(text, BRUSSELS)).toMatchObject({ kind: "unclear", meant });
    for (const form of meant) expect([form, parseWhen(form, BRUSSELS).kind]).toEqual([form, "instant"]);
  });

  test.each([
    "",
    "soon",
    "24:00",
    "17:60",
    "17:00:60",
    "0am",
    "13pm",
    "6:60am",
    "12/24 06:00",
    "24/12/2026",
    "2026-02-30 06:00",
    "2026-13-01 06:00",
    "2026-02-30",
    "2026-00-10 06:00",
    "yesterday 06:00",
    "-2h",
    "+2",
    "+123456h",
    "tomorrow 24",
    "31 nov 9:00",
    "24 dec 26 9:00",
    "fri fri 9:00",
    "9:00 10",
    "mar 9:00",
    "2026-12-24T25:00:00Z",
    "fri 09:00 10:00",
  ])("%j is unreadable", (text) => expect(parseWhen(text, BRUSSELS).kind).toBe("unreadable"));

  test.each([
    ["9", ["9:00", "9pm", "tomorrow 9:00"]],
    ["06", ["06:00", "6pm", "tomorrow 06:00"]],
    ["18", ["18:00", "tomorrow 18:00"]],
    ["2h", ["+2h", "2:00"]],
    ["6.00", ["6:00"]],
    ["+30m", ["+30min", "+30mo 06:00"]],
    ["24h", ["+24h"]],
    ["48h", ["+48h"]],
    ["5min", ["+5min"]],
    ["3d", ["+3d 06:00"]],
    ["3 days", ["+3d 06:00"]],
    ["tomorow", ["tomorrow 06:00"]],
    ["tomorow 6:00", ["tomorrow 6:00"]],
    ["9am firday", ["9am friday"]],
  ])("%j is not guessed at, but answered with what is near", (text, meant) => {
    expect(parseWhen(text, BRUSSELS)).toEqual({ kind: "unreadable", meant });
    for (const form of meant) expect([form, parseWhen(form, BRUSSELS).kind]).toEqual([form, "instant"]);
  });
});

describe("where the clock changes", () => {
  const march = { now: Date.parse("2026-03-28T12:00:00+01:00"), timezone: "Europe/Brussels" };
  const october = { now: Date.parse("2026-10-24T12:00:00+02:00"), timezone: "Europe/Brussels" };

  test.each(["tomorrow 2:30", "2026-03-29 02:30", "sun 2:30am", "+1d 02:30"])("%j is skipped", (text) => {
    expect(parseWhen(text, march)).toEqual({ kind: "skipped", before: "01:59", after: "03:00" });
  });

  test.each(["tomorrow 2:30", "2026-10-25 02:30"])("%j happens twice, and is the earlier", (text) => {
    expect(parseWhen(text, october)).toMatchObject({
      happensTwice: true,
      instant: { written: "2026-10-25T02:30:00+02:00" },
    });
  });

  test("hours are hours, days are days", () => {
    expect(written("+24h", march)).toBe("2026-03-29T13:00:00+02:00");
    expect(written("tomorrow 12:00", march)).toBe("2026-03-29T12:00:00+02:00");
  });

  test("a day whose midnight is skipped begins when the clock lands", () => {
    expect(written("2026-04-24", { ...march, timezone: "Africa/Cairo" })).toBe("2026-04-24T01:00:00+03:00");
  });
});

const ZONES = [
  "Europe/Brussels",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Africa/Casablanca",
  "America/Havana",
  "America/St_Johns",
  "Asia/Tehran",
  "UTC",
];

test("a day and a time are what Temporal makes of them, in every zone", () => {
  const day = fc.integer({ min: 1, max: 400 });
  const minute = fc.integer({ min: 0, max: 1439 });
  const now = fc.integer({ min: Date.parse("2010-01-01"), max: Date.parse("2035-01-01") });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), now, day, minute, (timezone, at, days, minutes) => {
      const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
      const reading = parseWhen(`+${days}d ${time}`, { now: at, timezone });
      const wall = Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timezone)
        .toPlainDate()
        .add({ days })
        .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
      const earlier = wall.toZonedDateTime(timezone, { disambiguation: "earlier" });
      const later = wall.toZonedDateTime(timezone, { disambiguation: "later" });
      if (earlier.toPlainDateTime().equals(wall)) {
        const happensTwice = earlier.epochMilliseconds !== later.epochMilliseconds;
        expect(reading).toMatchObject({ happensTwice, instant: { epochMs: earlier.epochMilliseconds } });
      } else expect(reading.kind).toBe("skipped");
    }),
    { numRuns: 400 },
  );
});

test("what is written reads back as the instant", () => {
  const now = fc.integer({ min: Date.parse("2010-01-01"), max: Date.parse("2035-01-01") });
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      now,
      fc.constantFrom("now", "+7h", "tomorrow 23:59"),
      (timezone, at, text) => {
        const reading = parseWhen(text, { now: at, timezone });
        if (reading.kind !== "instant") return;
        expect(Date.parse(reading.instant.written)).toBe(reading.instant.epochMs);
      },
    ),
  );
});
