// The instants people type for the desk's verbs: `tomorrow 6:00`, `fri 09:00`, `+2h`, or what an article may hold. What
// has two readings is refused with both; nothing is guessed (cli.md 1.1 "DESK", reliability.md F5).
import {
  addDays,
  addUnits,
  dayAt,
  isDayUnit,
  WEEKDAYS,
  weekdayOf,
  type CalendarDay,
} from "./calendar-day.ts";
import type { Instant, WallTime } from "./instant.ts";
import { daysInMonth, parseInstant } from "./parse-instant.ts";
import { instantsOfWallTime, writeInstant, type WallTimeReading } from "./zone.ts";

/** What words such as `tomorrow` count from: epoch milliseconds and an IANA zone. */
export interface Clock {
  readonly now: number;
  readonly timezone: string;
}

/** An instant, or why the text is none; `unclear` says in `meant` what could be written instead. */
export type WhenReading =
  | { readonly kind: "instant"; readonly instant: Instant; readonly happensTwice: boolean }
  | { readonly kind: "skipped"; readonly before: string; readonly after: string }
  | { readonly kind: "unclear"; readonly why: string; readonly meant: readonly string[] }
  | { readonly kind: "unreadable" };

/**
 * Reads RFC 3339 (kept as typed), `2026-12-24 6:00`, `2026-12-24` (the start of that day), `now`, `+90min`, `+2h`, or
 * `[DAY] TIME` with DAY one of `today` (the default), `tomorrow`, `mon` ... `sunday` (the next one), `+3d`, `+2w`, a
 * date, and TIME as `6:00`, `17:30:15`, `6am`, `6:30pm`. Wall times are the zone's, to the second; one that happens
 * twice is the earlier.
 */
export function parseWhen(text: string, clock: Clock): WhenReading {
  const typed = text.trim().replace(/\s+/g, " ");
  const words = typed.toLowerCase();
  return readMoment(typed, clock) ?? readSpan(words, clock) ?? readDayAndTime(words, clock);
}

function readMoment(typed: string, { timezone }: Clock): WhenReading | undefined {
  const reading = parseInstant(typed, timezone);
  if (reading.kind === "unreadable") return undefined;
  if (reading.kind === "skipped") return reading;
  const hasOffset = /:\d{2}(?:\.\d+)?(?:z|[+-]\d{2}:\d{2})$/i.test(typed);
  return hasOffset ? reading : instantAt(reading.instant.epochMs, timezone, reading.happensTwice);
}

function instantAt(epochMs: number, timezone: string, happensTwice = false): WhenReading {
  const whole = Math.floor(epochMs / 1000) * 1000;
  return {
    kind: "instant",
    instant: { epochMs: whole, written: writeInstant(whole, timezone) },
    happensTwice,
  };
}

function readSpan(words: string, { now, timezone }: Clock): WhenReading | undefined {
  if (words === "now") return instantAt(now, timezone);
  const [, count, unit] = /^\+(\d{1,5})(min|h)$/.exec(words) ?? [];
  if (count === undefined) return undefined;
  return instantAt(now + Number(count) * (unit === "h" ? 3_600_000 : 60_000), timezone);
}

const DAY_AND_TIME =
  /^(?:(\S+) (?:at )?)?(?:(\d{1,2}):(\d{2})(?::(\d{2}))?|(\d{1,2})(?::(\d{2}))? ?(am|pm))$/;

function readDayAndTime(words: string, clock: Clock): WhenReading {
  const match = DAY_AND_TIME.exec(words);
  if (match === null) return readDayAlone(words, clock);
  const [, dayWord = "today", ...typed] = match;
  const time = readTime(typed);
  const day = readDay(dayWord, clock);
  if (day === undefined || time === undefined) return { kind: "unreadable" };
  const clockTime = words.slice(words.search(/\d{1,2}(?::\d{2}){0,2} ?(?:am|pm)?$/));
  if (time === "twelve")
    return unclear("12 am and 12 pm mean either end of the day", noonAndMidnight(dayWord));
  if (isThisWeekday(dayWord, clock)) {
    return unclear(`${dayWord} is today`, [`today ${clockTime}`, `${dateOf(addDays(day, 7))} ${clockTime}`]);
  }
  return readingOf(instantsOfWallTime({ ...day, ...time, millisecond: 0 }, clock.timezone), clock);
}

function readDayAlone(words: string, clock: Clock): WhenReading {
  if (readDay(words, clock) === undefined) return { kind: "unreadable" };
  return unclear(`${words} has no time of day`, [`${words} 06:00`]);
}

function unclear(why: string, meant: readonly string[]): WhenReading {
  return { kind: "unclear", why, meant };
}

function noonAndMidnight(day: string): string[] {
  return ["00:00", "12:00"].map((time) => `${day} ${time}`);
}

function readingOf(reading: WallTimeReading, { timezone }: Clock): WhenReading {
  if (reading.kind === "skipped") return { kind: "skipped", before: reading.before, after: reading.after };
  return instantAt(reading.earliest, timezone, reading.happensTwice);
}

type Time = Pick<WallTime, "hour" | "minute" | "second">;

/** The six groups of DAY_AND_TIME behind the day: 24-hour clock, or 12-hour clock and its half. */
function readTime(typed: readonly (string | undefined)[]): Time | "twelve" | undefined {
  const [hour24, minute24, second, hour12, minute12, half] = typed;
  const minute = Number(minute24 ?? minute12 ?? 0);
  const isReal = Number(hour24 ?? hour12) <= (half === undefined ? 23 : 12) && minute <= 59;
  if (!isReal || Number(second ?? 0) > 59 || Number(hour12 ?? 1) < 1) return undefined;
  if (half === undefined) return { hour: Number(hour24), minute, second: Number(second ?? 0) };
  if (hour12 === "12") return "twelve";
  return { hour: Number(hour12) + (half === "pm" ? 12 : 0), minute, second: 0 };
}

function readDay(word: string, { now, timezone }: Clock): CalendarDay | undefined {
  const today = dayAt(now, timezone);
  if (word === "today") return today;
  if (word === "tomorrow") return addDays(today, 1);
  const weekday = weekdayNamed(word);
  if (weekday !== undefined) return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const [, count, unit] = /^\+(\d{1,4})(d|w|mo|y)$/.exec(word) ?? [];
  if (isDayUnit(unit)) return addUnits(today, Number(count), unit);
  return readDate(word);
}

function readDate(word: string): CalendarDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (match === null) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const isReal = day.month >= 1 && day.month <= 12 && day.day >= 1;
  return isReal && day.day <= daysInMonth(day.year, day.month) ? day : undefined;
}

const WHOLE_WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function weekdayNamed(word: string): number | undefined {
  const index = Math.max(WEEKDAYS.indexOf(word), WHOLE_WEEKDAYS.indexOf(word));
  return index === -1 ? undefined : index;
}

function isThisWeekday(word: string, { now, timezone }: Clock): boolean {
  return weekdayNamed(word) === weekdayOf(dayAt(now, timezone));
}

function dateOf({ year, month, day }: CalendarDay): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
