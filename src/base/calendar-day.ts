// Days of the calendar without a clock or a zone: counting on from one and finding its weekday. What people type as
// dates, in queries (query/read-period.ts) and for the desk's verbs (parse-when.ts), is reckoned in these.
import type { WallTime } from "./instant.ts";
import { instantsOfWallTime, wallTimeAt } from "./zone.ts";

/** A date; months and days are 1-based, the calendar is the proleptic Gregorian one. */
export type CalendarDay = Pick<WallTime, "year" | "month" | "day">;

/** What a number of calendar steps is counted in: days, weeks, months, years. */
export type DayUnit = "d" | "w" | "mo" | "y";

/** True for the written form of a DayUnit. */
export function isDayUnit(text: string | undefined): text is DayUnit {
  return text === "d" || text === "w" || text === "mo" || text === "y";
}

/** English names, Sunday first. */
export const WHOLE_WEEKDAYS: readonly string[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

/** The same in three letters. */
export const WEEKDAYS: readonly string[] = WHOLE_WEEKDAYS.map((name) => name.slice(0, 3));

/** `tue`, `tues` and `tuesday`, 0 for Sunday. */
export function weekdayNamed(word: string): number | undefined {
  if (word === "weds") return 3;
  const index = WHOLE_WEEKDAYS.findIndex((whole) => word.length >= 3 && whole.startsWith(word));
  return index === -1 ? undefined : index;
}

/** Three-letter English names, January first. */
export const MONTHS: readonly string[] = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

/** True for a date of the calendar: the 30th of February is none. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The first instant of a day in `timezone` (epoch milliseconds); where a clock change skips midnight, the jump. */
export function startOfDay(day: CalendarDay, timezone: string): number {
  const reading = instantsOfWallTime({ ...day, hour: 0, minute: 0, second: 0, millisecond: 0 }, timezone);
  return reading.kind === "exists" ? reading.earliest : reading.jump;
}

/** `2026-12-24`. */
export function writeDay({ year, month, day }: CalendarDay): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The date on the wall in `timezone` at an instant. */
export function dayAt(epochMs: number, timezone: string): CalendarDay {
  const { year, month, day } = wallTimeAt(epochMs, timezone);
  return { year, month, day };
}

/** `count` days on; a negative count goes back. */
export function addDays({ year, month, day }: CalendarDay, count: number): CalendarDay {
  return dayOf(new Date(utc(year, month - 1, day + count)));
}

/** The same day of another month, or that month's last day. */
export function addMonths({ year, month, day }: CalendarDay, count: number): CalendarDay {
  const last = new Date(utc(year, month + count, 0)).getUTCDate();
  return dayOf(new Date(utc(year, month - 1 + count, Math.min(day, last))));
}

/** `count` units on; a negative count goes back. */
export function addUnits(day: CalendarDay, count: number, unit: DayUnit): CalendarDay {
  if (unit === "d") return addDays(day, count);
  if (unit === "w") return addDays(day, count * 7);
  return addMonths(day, unit === "y" ? count * 12 : count);
}

/** 0 is Sunday, as in WEEKDAYS. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(utc(year, month - 1, day)).getUTCDay();
}

function dayOf(date: Date): CalendarDay {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999; this takes them as they are. */
function utc(year: number, monthIndex: number, day: number): number {
  return new Date(0).setUTCFullYear(year, monthIndex, day);
}
