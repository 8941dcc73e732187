// How far a zone's wall clock is ahead of UTC: from a clock that can be set to the zone where the process has one, else
// from Intl, which lists all its locales before it says anything. Both have the same zone data, and say the same.
import {
  changesBetween,
  followsZone,
  steadyTimeAt,
  type ClockChanges,
  type SteadyTime,
  type ZoneClock,
} from "./clock-changes.ts";
import { epochOfUtc } from "./instant.ts";

let clock: ZoneClock | undefined;

/** Gives the process's clock to all that ask for offsets from now on; undefined takes it away again. */
export function useZoneClock(given: ZoneClock | undefined): void {
  clock = given;
  followed.clear();
  stretches.clear();
  last = undefined;
}

/** Where the last answer holds: the dates of an article, and of those beside it in a list, have one offset mostly. */
let last: (SteadyTime & { readonly timezone: string }) | undefined;

/** Milliseconds the zone's wall clock is ahead of UTC at an instant. Throws RangeError for a zone that isTimezone refuses. */
export function offsetAt(epochMs: number, timezone: string): number {
  if (timezone === "UTC") return 0;
  if (last?.timezone === timezone && epochMs >= last.from && epochMs < last.to) return last.offset;
  const changes = changesAround(epochMs, timezone);
  if (changes === undefined) return offsetByIntl(epochMs, timezone);
  last = { ...steadyTimeAt(changes, epochMs), timezone };
  return last.offset;
}

/** True for a zone name that the zone data knows. Loads Intl (13 ms) where the process has no clock, or it cannot tell. */
export function isTimezone(name: string): boolean {
  // Intl also takes bare offsets as "+01:00", which are not names a newsroom could mean.
  if (!/^[A-Za-z]/.test(name)) return false;
  if (name === "UTC" || isFollowed(name)) return true;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether the clock follows a zone. */
const followed = new Map<string, boolean>();

function isFollowed(timezone: string): boolean {
  const known = followed.get(timezone) ?? (clock !== undefined && followsZone(clock, timezone));
  followed.set(timezone, known);
  return known;
}

const DAY = 86_400_000;

/** About 16 years: 0.6 ms to ask for, and most newsrooms have two of them. */
const STRETCH = 5_844 * DAY;
/** JavaScript's local times are of one kind in these years; others are for Intl. */
const FIRST_YEAR = Date.UTC(1800, 0, 1);
const LAST_YEAR = Date.UTC(2200, 0, 1);

const stretches = new Map<string, Map<number, ClockChanges>>();

function changesAround(epochMs: number, timezone: string): ClockChanges | undefined {
  if (epochMs < FIRST_YEAR || epochMs > LAST_YEAR || !isFollowed(timezone)) return undefined;
  const known = stretches.get(timezone) ?? new Map<number, ClockChanges>();
  stretches.set(timezone, known);
  const stretch = Math.floor(epochMs / STRETCH);
  const changes =
    known.get(stretch) ??
    clock?.(timezone, (epochOf) => changesBetween(stretch * STRETCH, (stretch + 1) * STRETCH, epochOf));
  if (changes !== undefined) known.set(stretch, changes);
  return changes;
}

/**
 * Intl is asked at the ends of spans this long: where both have one offset, so has all between. No zone has ever changed
 * its clock and changed it back within a week.
 */
export const SPAN: number = 4 * DAY;

/** Offsets by zone and span since 1970; NaN for a span in which the clock changes. */
const spanOffsets = new Map<string, Map<number, number>>();

/** Intl takes 6 us to say it; it is asked once for each span, and again only within a span in which the clock changes. */
function offsetByIntl(epochMs: number, timezone: string): number {
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
