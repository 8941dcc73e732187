// Time zones as pure arithmetic over their offsets: an instant to a wall clock and back.
// Checked in the tests against temporal-polyfill, which costs 5 ms more at start-up.
import { epochOfUtc, type WallTime } from "./instant.ts";
import { offsetAt } from "./zone-offsets.ts";

/**
 * What a wall time is in a zone; instants are epoch milliseconds. `before` and `after` are the last and the first local
 * `HH:MM` around a jump, with their dates (`2011-12-31 00:00`) where it skips a whole day.
 */
export type WallTimeReading =
  | { readonly kind: "exists"; readonly earliest: number; readonly happensTwice: boolean }
  | { readonly kind: "skipped"; readonly jump: number; readonly before: string; readonly after: string };

/** The wall clock of `timezone` at an instant. Throws RangeError for a zone that isTimezone refuses. */
export function wallTimeAt(epochMs: number, timezone: string): WallTime {
  const local = new Date(epochMs + offsetAt(epochMs, timezone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

const DAY = 86_400_000;

/** The instants a wall time names in a zone: the earliest, or the jump of the clock that skips it. */
export function instantsOfWallTime(wall: WallTime, timezone: string): WallTimeReading {
  const asUtc = epochOfUtc(wall);
  // No zone's clock is a whole day from UTC, so the offsets a day either side are the only candidates.
  const offsetBefore = offsetAt(asUtc - DAY, timezone);
  const offsetAfter = offsetAt(asUtc + DAY, timezone);
  const candidates = [asUtc - offsetBefore, asUtc - offsetAfter]
    .filter((epochMs) => offsetAt(epochMs, timezone) === asUtc - epochMs)
    .sort((a, b) => a - b);
  const [earliest, second] = candidates;
  if (earliest !== undefined) {
    return { kind: "exists", earliest, happensTwice: second !== undefined && second !== earliest };
  }
  const jump = jumpBetween(asUtc - DAY, asUtc + DAY, timezone);
  const write = offsetAfter - offsetBefore < DAY ? clockOf : dateAndClockOf;
  const before = write(wallTimeAt(jump - 60_000, timezone));
  return { kind: "skipped", jump, before, after: write(wallTimeAt(jump, timezone)) };
}

/** The first instant after `low` at which the zone's offset is the one at `high`, to the second. */
function jumpBetween(low: number, high: number, timezone: string): number {
  const target = offsetAt(high, timezone);
  let before = low;
  let after = high;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(middle, timezone) === target) after = middle;
    else before = middle;
  }
  return after;
}

function clockOf(wall: WallTime): string {
  return `${two(wall.hour)}:${two(wall.minute)}`;
}

function dateAndClockOf(wall: WallTime): string {
  return `${wall.year}-${two(wall.month)}-${two(wall.day)} ${clockOf(wall)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/**
 * RFC 3339 in the zone's own offset, to the second: `2026-11-22T09:00:00+01:00`; UTC is written `Z`. Years 0 to 9999.
 * Offsets of before 1972 that hold seconds are rounded to the minute, and the time with them: it reads back the same.
 */
export function writeInstant(epochMs: number, timezone: string): string {
  if (written?.epochMs === epochMs && written.timezone === timezone) return written.text;
  const minutes = Math.round(offsetAt(epochMs, timezone) / 60_000);
  const text = new Date(epochMs + minutes * 60_000).toISOString().slice(0, 19) + writeOffset(minutes);
  written = { epochMs, timezone, text };
  return text;
}

/** Most articles were last changed when they were published, and lists write both. */
let written: { readonly epochMs: number; readonly timezone: string; readonly text: string } | undefined;

/** There are a few dozen, and each is written many thousand times. */
const offsets = new Map<number, string>();

function writeOffset(minutes: number): string {
  const known = offsets.get(minutes);
  if (known !== undefined) return known;
  const size = Math.abs(minutes);
  const clock = `${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const text = minutes === 0 ? "Z" : `${minutes < 0 ? "-" : "+"}${clock}`;
  offsets.set(minutes, text);
  return text;
}
