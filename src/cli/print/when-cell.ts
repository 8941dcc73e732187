// An instant in a column: short, and as people say it.
import { dayAt, MONTHS } from "../../base/calendar-day.ts";
import { describeDay } from "../../base/describe-moment.ts";
import { wallTimeAt, writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";

/** When and where it is read. */
type Place = Pick<Desk, "now" | "settings">;

/** `just now`, `3h ago` within a day, else `12 Jun`, with the year when it is another one; nothing for no instant (epoch milliseconds). */
export function whenCell(epochMs: number | undefined, { now, settings }: Place): string {
  if (epochMs === undefined) return "";
  const minutes = Math.floor((now - epochMs) / 60_000);
  if (minutes === 0) return "just now";
  if (minutes > 0 && minutes < 60) return `${minutes}m ago`;
  if (minutes >= 0 && minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ago`;
  const { year, month, day } = wallTimeAt(epochMs, settings.timezone);
  const date = `${day} ${MONTHS[month - 1] ?? ""}`;
  return year === wallTimeAt(now, settings.timezone).year ? date : `${date} ${year}`;
}

/** As `whenCell`, and from a day on with the time: `12 Jun 14:05`. */
export function momentCell(epochMs: number, place: Place): string {
  const cell = whenCell(epochMs, place);
  if (cell.endsWith("ago") || cell === "just now") return cell;
  return `${cell} ${writeInstant(epochMs, place.settings.timezone).slice(11, 16)}`;
}

/** `Fri 27 Nov`, with the year when it is another one. */
export function dayCell(epochMs: number, { now, settings }: Place): string {
  const { year } = dayAt(epochMs, settings.timezone);
  const day = describeDay(epochMs, settings.timezone);
  return year === dayAt(now, settings.timezone).year ? day : `${day} ${year}`;
}
