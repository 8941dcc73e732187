// WHEN as the desk's verbs take it, and what they say to a text that is none.
import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { isWhen, readWhen } from "../../src/desk/steps/read-when.ts";
import { deskWith } from "./open-desk.ts";

const atDesk = (now: string): Desk => ({ ...deskWith({}), now: Date.parse(now) });
const sunday = (): Desk => atDesk("2026-11-22T09:00:00+01:00");

function refusal(desk: Desk, text: string): string[] {
  try {
    readWhen(desk, text);
  } catch (error) {
    if (error instanceof StetError) return [error.kind, error.code, error.message, error.details.hint ?? ""];
  }
  throw new Error("it was not refused");
}

test("an instant, as it goes into the file", () => {
  expect(readWhen(sunday(), "tomorrow 6:00")).toEqual({
    instant: { epochMs: Date.parse("2026-11-23T06:00:00+01:00"), written: "2026-11-23T06:00:00+01:00" },
  });
});

test("a time that happens twice is remarked on", () => {
  expect(readWhen(atDesk("2026-10-24T12:00:00+02:00"), "tomorrow 2:30")).toEqual({
    instant: { epochMs: Date.parse("2026-10-25T02:30:00+02:00"), written: "2026-10-25T02:30:00+02:00" },
    remark:
      "tomorrow 2:30 happens twice in Europe/Brussels; the earlier is taken: Sun 25 Oct 2026 02:30 CEST (00:30 UTC)",
  });
});

describe("refused", () => {
  test.each([
    [
      "2026-03-28T12:00:00+01:00",
      "tomorrow 2:30",
      "tomorrow 2:30 does not exist in Europe/Brussels: the clock jumps from 01:59 to 03:00",
      "take a time up to 01:59 or from 03:00 on",
    ],
    [
      "2026-11-22T09:00:00+01:00",
      "sun 9:30",
      'sun is today: "sun 9:30"',
      '"2026-11-22 09:30" or "2026-11-29 09:30"',
    ],
    [
      "2026-11-22T09:00:00+01:00",
      "thu 27 nov 9:30",
      '2026-11-27 is a Friday, not a Thursday: "thu 27 nov 9:30"',
      '"2026-11-27 09:30"',
    ],
    [
      "2026-11-22T09:00:00+01:00",
      "+9999y 6:00",
      'the year is above 9999: "+9999y 6:00"',
      '"tomorrow 6:00", "fri 9", "2026-12-24 06:00" or +2h',
    ],
    [
      "2026-11-22T09:00:00+01:00",
      " ",
      "a time is needed",
      '"tomorrow 6:00", "fri 9", "2026-12-24 06:00" or +2h',
    ],
    [
      "2026-11-22T09:00:00+01:00",
      "soonish",
      'cannot read the time "soonish"',
      '"tomorrow 6:00", "fri 9", "2026-12-24 06:00" or +2h',
    ],
  ])("%s: %s", (now, text, message, hint) => {
    expect(refusal(atDesk(now), text)).toEqual(["usage", "bad-date", message, hint]);
  });
});

test.each([
  ["fri 09:00", true],
  ["tomorrow", true],
  ["the-salt-ledger tomorrow", false],
  ["open", false],
])("isWhen %s: %s", (text, is) => expect(isWhen(sunday(), text)).toBe(is));
