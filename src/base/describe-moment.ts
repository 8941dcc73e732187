// A moment as the desk's verbs say it back to a person, so that nobody wonders which zone was meant: the newsroom's
// time, the same in UTC, and how far off it is.
import { MONTHS, WEEKDAYS, weekdayOf } from "./calendar-day.ts";
import { writeClock } from "./clock-time.ts";
import { zoneName } from "./format-date.ts";
import { wallTimeAt } from "./zone.ts";

/** `Fri 27 Nov 2026 09:00 CET (08:00 UTC)`; seconds only where there are any, the UTC date only where it differs. */
export function describeMoment(epochMs: number, timezone: string): string {
  const local = wallTimeAt(epochMs, timezone);
  const utc = wallTimeAt(epochMs, "UTC");
  const here = `${describeDay(epochMs, timezone)} ${local.year} ${writeClock(local)} ${zoneName(epochMs, timezone)}`;
  if (timezone === "UTC") return here;
  const isSameDay = local.day === utc.day;
  return `${here} (${isSameDay ? "" : `${describeDay(epochMs, "UTC")} `}${writeClock(utc)} UTC)`;
}

/** `Fri 27 Nov`, in the zone. */
export function describeDay(epochMs: number, timezone: string): string {
  const wall = wallTimeAt(epochMs, timezone);
  const weekday = WEEKDAYS[weekdayOf(wall)] ?? "";
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${wall.day} ${MONTHS[wall.month - 1] ?? ""}`;
}

/** `09:00`, in the zone. */
export function describeTime(epochMs: number, timezone: string): string {
  return writeClock(wallTimeAt(epochMs, timezone));
}

/** `in 4 d 23 h`, `in 2 h 13 min`, `in 42 min`, `now`, `3 h ago`: the two largest units, rounded down. */
export function describeDistance(from: number, to: number): string {
  const minutes = Math.floor(Math.abs(to - from) / 60_000);
  if (minutes === 0) return "now";
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = days > 0 ? [many(days, "d"), many(hours, "h")] : [many(hours, "h"), many(rest, "min")];
  const length = parts.filter((part) => part !== "").join(" ");
  return to > from ? `in ${length}` : `${length} ago`;
}

function many(count: number, unit: string): string {
  return count === 0 ? "" : `${count} ${unit}`;
}
