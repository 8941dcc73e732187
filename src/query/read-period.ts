// Dates in a query, each a stretch of time: a year, a month, a week, a day, an hour or a single instant, in the
// newsroom's zone, absolute or counted from now (cli.md 1.3 "Dates").
import {
  addDays,
  addMonths,
  addUnits,
  dayAt,
  isDayUnit,
  isRealDay,
  startOfDay,
  weekdayNamed,
  weekdayOf,
  type CalendarDay,
} from "../base/calendar-day.ts";
import { parseInstant } from "../base/parse-instant.ts";
import type { QueryContext } from "./query.ts";

/** From `from` up to but not including `to`, in epoch milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

type Clock = Pick<QueryContext, "timezone" | "now">;

/**
 * `2025` `2025-01` `2025-W05` `2025-01-31` RFC 3339 (without an offset in the zone), `now` `today` `yesterday`
 * `tomorrow`, `mon` ... `sunday` (the last one, today included), `this-week` `last-month` `next-year`, `-7d` `+2h`.
 * Undefined for anything else: never a guess.
 */
export function readPeriod(text: string, clock: Clock): Period | undefined {
  const word = text.toLowerCase();
  return (
    readCalendar(word, clock) ??
    readNamed(word, clock) ??
    readRelative(word, clock) ??
    readMoment(text, clock)
  );
}

function readCalendar(text: string, clock: Clock): Period | undefined {
  const week = /^(\d{4})-w(\d{2})$/.exec(text);
  if (week !== null) return readWeek(Number(week[1]), Number(week[2]), clock);
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const from: CalendarDay = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  if (!isRealDay(from)) return undefined;
  if (month === undefined) return days(from, { ...from, year: from.year + 1 }, clock);
  if (day === undefined) return days(from, addMonths(from, 1), clock);
  return days(from, addDays(from, 1), clock);
}

/** ISO 8601: week 1 is the week with the year's first Thursday; weeks begin on Monday. */
function readWeek(year: number, week: number, clock: Clock): Period | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth: CalendarDay = { year, month: 1, day: 4 };
  const monday = addDays(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7);
  const thursday = addDays(monday, 3);
  return thursday.year === year ? days(monday, addDays(monday, 7), clock) : undefined;
}

function readNamed(text: string, clock: Clock): Period | undefined {
  const today = dayAt(clock.now, clock.timezone);
  if (text === "now") return { from: clock.now, to: clock.now + 1 };
  if (text === "today") return days(today, addDays(today, 1), clock);
  if (text === "yesterday") return days(addDays(today, -1), today, clock);
  if (text === "tomorrow") return days(addDays(today, 1), addDays(today, 2), clock);
  const weekday = weekdayNamed(text);
  if (weekday !== undefined) {
    const last = addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
    return days(last, addDays(last, 1), clock);
  }
  const match = /^(this|last|next)-(week|month|year)$/.exec(text);
  if (match === null) return undefined;
  const step = match[1] === "this" ? 0 : match[1] === "last" ? -1 : 1;
  return readUnit(match[2] ?? "", step, { today, clock });
}

function readUnit(
  unit: string,
  step: number,
  { today, clock }: { today: CalendarDay; clock: Clock },
): Period {
  if (unit === "week") {
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + step * 7);
    return days(monday, addDays(monday, 7), clock);
  }
  const first: CalendarDay = unit === "month" ? { ...today, day: 1 } : { year: today.year, month: 1, day: 1 };
  const months = unit === "month" ? 1 : 12;
  const from = addMonths(first, step * months);
  return days(from, addMonths(from, months), clock);
}

const HOUR = 3_600_000;

/** Hours and minutes are instants; days, weeks, months and years the whole day they lead to when they stand alone. */
function readRelative(text: string, clock: Clock): Period | undefined {
  const match = /^([+-])(\d{1,4})(min|h|d|w|mo|y)$/.exec(text);
  if (match === null) return undefined;
  const count = Number(match[2]) * (match[1] === "-" ? -1 : 1);
  const unit = match[3];
  if (unit === "min" || unit === "h") {
    const from = clock.now + count * (unit === "h" ? HOUR : 60_000);
    return { from, to: from + 1 };
  }
  if (!isDayUnit(unit)) return undefined;
  const target = addUnits(dayAt(clock.now, clock.timezone), count, unit);
  return days(target, addDays(target, 1), clock);
}

function readMoment(text: string, clock: Clock): Period | undefined {
  const reading = parseInstant(text, clock.timezone);
  if (reading.kind !== "instant") return undefined;
  const { epochMs } = reading.instant;
  const hasSeconds = /\d:\d\d:\d\d/.test(text);
  return { from: epochMs, to: epochMs + (hasSeconds ? 1000 : 60_000) };
}

function days(from: CalendarDay, to: CalendarDay, { timezone }: Clock): Period {
  return { from: startOfDay(from, timezone), to: startOfDay(to, timezone) };
}
