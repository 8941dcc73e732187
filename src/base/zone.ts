// Time zones as pure arithmetic over Intl's zone data: an instant to a wall clock and back.
// Checked in the tests against temporal-polyfill, which costs 5 ms more at start-up.
import { epochOfUtc, type WallTime } from "./instant.ts";

/** What a wall time is in a zone; instants are epoch milliseconds, `before` and `after` local `HH:MM`. */
export type WallTimeReading =
  | { readonly kind: "exists"; readonly earliest: number; readonly happensTwice: boolean }
  | { readonly kind: "skipped"; readonly jump: number; readonly before: string; readonly after: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timezone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(timezone, formatter);
  }
  return formatter;
}

/** True for an IANA zone name this Node's zone data knows. Costs 13 ms on first use of Intl. */
export function isTimezone(name: string): boolean {
  // Intl also takes bare offsets as "+01:00", which are not names a newsroom could mean.
  if (!/^[A-Za-z]/.test(name)) return false;
  if (name === "UTC") return true;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

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

/**
 * Intl is asked at the ends of spans this long: where both have one offset, so has all between. No zone has ever changed
 * its clock and changed it back within a week (Brazil did in seven days, in October 2000).
 */
const SPAN = 4 * DAY;

/** Offsets by zone and span since 1970; NaN for a span in which the clock changes. */
const spanOffsets = new Map<string, Map<number, number>>();

/**
 * Milliseconds the zone's wall clock is ahead of UTC at an instant. Intl takes 12 us to say it; it is asked once for each
 * span, and again only within a span in which the clock changes.
 */
export function offsetAt(epochMs: number, timezone: string): number {
  if (timezone === "UTC") return 0;
  const known = spanOffsets.get(timezone) ?? new Map<number, number>();
  spanOffsets.set(timezone, known);
  const span = Math.floor(epochMs / SPAN);
  const offset = known.get(span) ?? offsetOfSpan(span, timezone);
  known.set(span, offset);
  return Number.isNaN(offset) ? exactOffsetAt(epochMs, timezone) : offset;
}

function offsetOfSpan(span: number, timezone: string): number {
  const first = offsetFrom(span, timezone);
  return first === offsetFrom(span + 1, timezone) ? first : Number.NaN;
}

/** Offsets at the first instant of a span: the end of one and the beginning of the next, asked once for both. */
const spanBeginnings = new Map<string, Map<number, number>>();

function offsetFrom(span: number, timezone: string): number {
  const known = spanBeginnings.get(timezone) ?? new Map<number, number>();
  spanBeginnings.set(timezone, known);
  const offset = known.get(span) ?? exactOffsetAt(span * SPAN, timezone);
  known.set(span, offset);
  return offset;
}

function exactOffsetAt(epochMs: number, timezone: string): number {
  const found: Record<string, string> = {};
  for (const part of formatterOf(timezone).formatToParts(epochMs)) found[part.type] = part.value;
  const year = Number(found["year"]);
  const wall = {
    year: found["era"] === "BC" ? 1 - year : year,
    month: Number(found["month"]),
    day: Number(found["day"]),
    hour: Number(found["hour"]),
    minute: Number(found["minute"]),
    second: Number(found["second"]),
    millisecond: ((epochMs % 1000) + 1000) % 1000,
  };
  return epochOfUtc(wall) - epochMs;
}

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
  const before = clockOf(wallTimeAt(jump - 60_000, timezone));
  return { kind: "skipped", jump, before, after: clockOf(wallTimeAt(jump, timezone)) };
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

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/**
 * RFC 3339 in the zone's own offset, to the second: `2026-11-22T09:00:00+01:00`; UTC is written `Z`. Years 0 to 9999.
 * Offsets of before 1972 that hold seconds are rounded to the minute, and the time with them: it reads back the same.
 */
export function writeInstant(epochMs: number, timezone: string): string {
  const minutes = Math.round(offsetAt(epochMs, timezone) / 60_000);
  return new Date(epochMs + minutes * 60_000).toISOString().slice(0, 19) + writeOffset(minutes);
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
