// Instants as typed: the strict forms, the newsroom's zone, gaps and folds of its clock (article-format.md "Instants").
import { describe, expect, test } from "vitest";
import { parseInstant } from "../../src/base/parse-instant.ts";

const utc = (text: string): number => Date.parse(text);

function epochOf(text: string, timezone = "UTC"): number | string {
  const reading = parseInstant(text, timezone);
  return reading.kind === "instant" ? reading.instant.epochMs : reading.kind;
}

describe("forms", () => {
  test.each([
    ["2026-11-22T09:00:00+01:00", "2026-11-22T08:00:00Z"],
    ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00Z"],
    ["2026-11-22t09:00:00z", "2026-11-22T09:00:00Z"],
    ["2026-11-22 09:00:00-05:30", "2026-11-22T14:30:00Z"],
    ["2026-11-22T09:00:00.5Z", "2026-11-22T09:00:00.500Z"],
    ["2026-11-22T09:00:00.123999999Z", "2026-11-22T09:00:00.123Z"],
    ["2026-11-22T09:00", "2026-11-22T09:00:00Z"],
    ["2026-11-22 09:00", "2026-11-22T09:00:00Z"],
    ["2026-11-22", "2026-11-22T00:00:00Z"],
    ["2024-02-29", "2024-02-29T00:00:00Z"],
    ["2000-02-29", "2000-02-29T00:00:00Z"],
    ["1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"],
    ["0001-01-01", "0001-01-01T00:00:00Z"],
    ["0099-01-01T00:00:00Z", "0099-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    ["2026-01-01T00:00:00-23:59", "2026-01-01T23:59:00Z"],
  ])("%s is %s", (text, instant) => {
    expect(epochOf(text)).toBe(utc(instant));
  });

  test("the text stays as typed", () => {
    expect(parseInstant("2026-11-22 09:00", "UTC")).toEqual({
      kind: "instant",
      instant: { epochMs: utc("2026-11-22T09:00:00Z"), written: "2026-11-22 09:00" },
      happensTwice: false,
    });
  });
});

describe("refused", () => {
  test.each([
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "2026-01-01T24:00",
    "2026-01-01T12:60",
    "2026-01-01T12:00:60",
    "2026-01-01T12:00:61Z",
    "1",
    "",
    " ",
    "now",
    "open",
    "03/04/2026",
    "04.03.2026",
    "2026",
    "2026-01",
    "20260101",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T9:00",
    "2026-01-01T09",
    "2026-01-01T09:00+1",
    "2026-01-01T09:00+0100",
    "2026-01-01T09:00+24:00",
    "2026-01-01T09:00+01:60",
    "2026-01-01T09:00:00.",
    "2026-01-01T09:00:00.1234567890",
    "2026-01-01Z",
    "2026-01-01+01:00",
    " 2026-01-01",
    "2026-01-01 ",
    "2026-01-01\n",
    "2026-01-01T09:00:00Z\n",
    "2026-01-01  09:00",
    "+002026-01-01",
    "-2026-01-01",
    "٢٠٢٦-٠١-٠١",
    "2026–01–01",
    "2026-01-01T09:00:00 Z",
    "2026-W01-1",
    "1e3",
    "2026-01-01T09:00[Europe/Paris]",
  ])("%j", (text) => {
    expect(parseInstant(text, "Europe/Paris").kind).toBe("unreadable");
  });
});

describe("the newsroom's zone", () => {
  test.each([
    ["2026-11-22 09:00", "Europe/Brussels", "2026-11-22T08:00:00Z"],
    ["2026-07-22 09:00", "Europe/Brussels", "2026-07-22T07:00:00Z"],
    ["2026-11-22", "Europe/Brussels", "2026-11-21T23:00:00Z"],
    ["2026-11-22", "America/Los_Angeles", "2026-11-22T08:00:00Z"],
    ["2026-11-22", "Pacific/Kiritimati", "2026-11-21T10:00:00Z"],
    ["2026-11-22 09:00", "Asia/Kathmandu", "2026-11-22T03:15:00Z"],
    ["2026-11-22T09:00:00Z", "Asia/Kathmandu", "2026-11-22T09:00:00Z"],
  ])("%s in %s", (text, timezone, instant) => {
    expect(epochOf(text, timezone)).toBe(utc(instant));
  });
});

describe("clock changes", () => {
  test.each([
    ["2026-03-29 02:00", "Europe/Paris", "01:59", "03:00"],
    ["2026-03-29 02:30", "Europe/Paris", "01:59", "03:00"],
    ["2026-03-29T02:59:59.999", "Europe/Paris", "01:59", "03:00"],
    ["2026-10-04 02:15", "Australia/Lord_Howe", "01:59", "02:30"],
    ["2011-12-30 12:00", "Pacific/Apia", "2011-12-29 23:59", "2011-12-31 00:00"],
  ])("%s does not exist in %s: %s, then %s", (text, timezone, before, after) => {
    expect(parseInstant(text, timezone)).toEqual({ kind: "skipped", before, after });
  });

  test.each([
    ["2026-03-29 01:59:59", "Europe/Paris"],
    ["2026-03-29 03:00", "Europe/Paris"],
    ["2026-10-25 01:59:59", "Europe/Paris"],
    ["2026-10-25 03:00", "Europe/Paris"],
  ])("%s happens once in %s", (text, timezone) => {
    expect(parseInstant(text, timezone)).toMatchObject({ kind: "instant", happensTwice: false });
  });

  test.each([
    ["2026-10-25 02:00", "Europe/Paris", "2026-10-25T00:00:00Z"],
    ["2026-10-25 02:59:59", "Europe/Paris", "2026-10-25T00:59:59Z"],
    ["2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"],
    ["2026-11-01 01:30", "America/New_York", "2026-11-01T05:30:00Z"],
  ])("%s happens twice in %s: the earlier", (text, timezone, instant) => {
    expect(parseInstant(text, timezone)).toEqual({
      kind: "instant",
      instant: { epochMs: utc(instant), written: text },
      happensTwice: true,
    });
  });

  test("an offset says which of the two", () => {
    expect(epochOf("2026-10-25T02:30:00+01:00", "Europe/Paris")).toBe(utc("2026-10-25T01:30:00Z"));
  });

  test.each([
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00Z"],
    ["2026-03-08", "America/Havana", "2026-03-08T05:00:00Z"],
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"],
  ])("%s in %s starts when the clock lands", (text, timezone, instant) => {
    expect(parseInstant(text, timezone)).toMatchObject({
      kind: "instant",
      instant: { epochMs: utc(instant) },
      happensTwice: false,
    });
  });

  test("a day that begins twice starts the first time, without a warning", () => {
    // Havana puts its clock back from 01:00 to 00:00.
    expect(parseInstant("2026-11-01", "America/Havana")).toMatchObject({
      instant: { epochMs: utc("2026-11-01T04:00:00Z") },
      happensTwice: false,
    });
  });
});
