// Reads the instants people type into articles: RFC 3339, the same without an offset, and a bare date.
// Strict: a text that is no real date is refused, never moved to a neighbouring one (V8's Date would).
import { isRealDay } from "./calendar-day.ts";
import { epochOfUtc, type Instant, type WallTime } from "./instant.ts";
import { instantsOfWallTime, type WallTimeReading } from "./zone.ts";

/** Why a text is not an instant, or the instant and whether its wall time happens twice in the zone. */
export type InstantReading =
  | { readonly kind: "instant"; readonly instant: Instant; readonly happensTwice: boolean }
  | { readonly kind: "unreadable" }
  | { readonly kind: "skipped"; readonly before: string; readonly after: string };

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads `2026-11-22T09:00:00+01:00`, `2026-11-22 09:00` (in `timezone`) or `2026-11-22` (the start of that day
 * there). A wall time that a clock change skips is `skipped`, with the last reading before and the first after;
 * one that happens twice is the earlier. RFC 3339 section 5.6; article-format.md "Instants". Fractions beyond a
 * millisecond are cut. A leap second is unreadable.
 */
export function parseInstant(text: string, timezone: string): InstantReading {
  const match = FORM.exec(text);
  if (match === null) return { kind: "unreadable" };
  const wall = wallTimeOf(match);
  if (!isRealWallTime(wall)) return { kind: "unreadable" };
  const offset = match[8];
  if (offset !== undefined) return withOffset(text, wall, offset);
  const startsDay = match[4] === undefined;
  return withoutOffset(text, instantsOfWallTime(wall, timezone), startsDay);
}

function wallTimeOf(match: RegExpExecArray): WallTime {
  const number = (group: number): number => Number(match[group] ?? 0);
  return {
    year: number(1),
    month: number(2),
    day: number(3),
    hour: number(4),
    minute: number(5),
    second: number(6),
    millisecond: Number((match[7] ?? "").padEnd(3, "0").slice(0, 3)),
  };
}

function isRealWallTime(wall: WallTime): boolean {
  return isRealDay(wall) && wall.hour <= 23 && wall.minute <= 59 && wall.second <= 59;
}

function withOffset(written: string, wall: WallTime, offset: string): InstantReading {
  const minutes = offsetMinutes(offset);
  if (minutes === undefined) return { kind: "unreadable" };
  const epochMs = epochOfUtc(wall) - minutes * 60_000;
  return { kind: "instant", instant: { epochMs, written }, happensTwice: false };
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === "Z" || offset === "z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

function withoutOffset(written: string, reading: WallTimeReading, startsDay: boolean): InstantReading {
  if (reading.kind === "exists") {
    const instant = { epochMs: reading.earliest, written };
    return { kind: "instant", instant, happensTwice: reading.happensTwice && !startsDay };
  }
  // A day whose midnight is skipped starts when the clock lands (Africa/Cairo, America/Havana).
  if (startsDay) return { kind: "instant", instant: { epochMs: reading.jump, written }, happensTwice: false };
  return { kind: "skipped", before: reading.before, after: reading.after };
}
