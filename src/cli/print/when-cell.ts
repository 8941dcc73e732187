// An instant that lies behind, in a column: short, and as people say it.
import { MONTHS } from "../../base/calendar-day.ts";
import { wallTimeAt } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";

/** `just now`, `3h ago` within a day, else `12 Jun`, with the year when it is another one; nothing for no instant (epoch milliseconds). */
export function whenCell(
  epochMs: number | undefined,
  { now, settings }: Pick<Desk, "now" | "settings">,
): string {
  if (epochMs === undefined) return "";
  const minutes = Math.floor((now - epochMs) / 60_000);
  if (minutes === 0) return "just now";
  if (minutes > 0 && minutes < 60) return `${minutes}m ago`;
  if (minutes >= 0 && minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ago`;
  const { year, month, day } = wallTimeAt(epochMs, settings.timezone);
  const date = `${day} ${MONTHS[month - 1] ?? ""}`;
  return year === wallTimeAt(now, settings.timezone).year ? date : `${date} ${year}`;
}
