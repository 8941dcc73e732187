// The instants people type for the desk's verbs: `tomorrow 6:00`, `fri 9am`, `+2h`, or what an article may hold. What
// has two readings is refused with both; nothing is guessed (cli.md 1.1 "DESK", reliability.md F5).
import { addDays, dayAt, type CalendarDay } from "./calendar-day.ts";
import { readClockTime, timesMeant, type ClockReading } from "./clock-time.ts";
import type { Instant } from "./instant.ts";
import { nearest } from "./nearest.ts";
import { parseInstant } from "./parse-instant.ts";
import { DAY_WORDS, readDay, writeDay, type TypedDay } from "./typed-day.ts";
import { instantsOfWallTime, writeInstant, type WallTimeReading } from "./zone.ts";

/** What words such as `tomorrow` count from: epoch milliseconds and an IANA zone. */
export interface Clock {
  readonly now: number;
  readonly timezone: string;
}

/** An instant, or why the text is none; `meant` is what could be written instead. */
export type WhenReading =
  | { readonly kind: "instant"; readonly instant: Instant; readonly happensTwice: boolean }
  | { readonly kind: "skipped"; readonly before: string; readonly after: string }
  | { readonly kind: "unclear"; readonly why: string; readonly meant: readonly string[] }
  | { readonly kind: "unreadable"; readonly meant?: readonly string[] };

/**
 * Reads RFC 3339 (kept as typed), `2026-12-24 6:00`, `2026-12-24` (the start of that day), `now`, `+90min`, `in 2h`, or
 * a day and a time in either order (typed-day.ts, clock-time.ts); a time alone is today's. Hours are the 24-hour
 * clock's unless am or pm stands behind them. Wall times are the zone's, to the second; one that happens twice is the
 * earlier.
 */
export function parseWhen(text: string, clock: Clock): WhenReading {
  const typed = text.replace(/[,\s]+/g, " ").trim();
  const words = typed.toLowerCase();
  const reading = readMoment(typed, clock) ?? readSpan(words, clock) ?? readDayAndTime(words, clock);
  if (reading !== undefined) return reading;
  const meant = meantBy(words, clock);
  return meant.length === 0 ? { kind: "unreadable" } : { kind: "unreadable", meant };
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
  const [, count, unit = ""] = /^(?:\+|in )(\d{1,5}) ?(min(?:utes?)?|h|hours?)$/.exec(words) ?? [];
  if (count === undefined) return undefined;
  return instantAt(now + Number(count) * (unit.startsWith("h") ? 3_600_000 : 60_000), timezone);
}

function readDayAndTime(words: string, clock: Clock): WhenReading | undefined {
  const today = dayAt(clock.now, clock.timezone);
  const alone = readClockTime(words, true);
  if (alone !== undefined) return at({ words: "today", days: [today] }, { words, time: alone }, clock);
  const day = readDay(words, today);
  if (day !== undefined) return unclear(`${words} has no time of day`, [`${words} 06:00`]);
  for (const [front, back] of splits(words)) {
    const found = pair(front, back, today) ?? pair(back, front, today);
    if (found !== undefined) return at(found.day, found.time, clock);
  }
  return undefined;
}

/** Every way to cut the words in two, `at` and `on` between them left out. */
function splits(words: string): [string, string][] {
  const list = words.split(" ");
  return list.slice(1).map((_, index) => [
    list.slice(0, index + 1).join(" "),
    list
      .slice(index + 1)
      .join(" ")
      .replace(/^(?:at|on) /, ""),
  ]);
}

type Day = TypedDay & { readonly words: string };
interface Time {
  readonly words: string;
  readonly time: NonNullable<ClockReading>;
}

function pair(dayWords: string, timeWords: string, today: CalendarDay): { day: Day; time: Time } | undefined {
  const day = readDay(dayWords, today);
  const time = readClockTime(timeWords, false);
  if (day === undefined || time === undefined) return undefined;
  return { day: { ...day, words: dayWords }, time: { words: timeWords, time } };
}

function at(day: Day, { words, time }: Time, clock: Clock): WhenReading {
  const [first = dayAt(clock.now, clock.timezone)] = day.days;
  if (time === "twelve")
    return unclear("12 am and 12 pm mean either end of the day", [
      `${day.words} 00:00`,
      `${day.words} 12:00`,
    ]);
  if (time === "midnight") return unclear("midnight is either end of the day", midnights(first, day.words));
  if (day.why !== undefined)
    return unclear(
      day.why,
      day.days.map((each) => `${nameOf(each, clock)} ${words}`),
    );
  return readingOf(instantsOfWallTime({ ...first, ...time, millisecond: 0 }, clock.timezone), clock);
}

function midnights(day: CalendarDay, words: string): string[] {
  const names = words === "today" ? ["today", "tomorrow"] : [writeDay(day), writeDay(addDays(day, 1))];
  return names.map((name) => `${name} 00:00`);
}

function nameOf(day: CalendarDay, { now, timezone }: Clock): string {
  const name = writeDay(day);
  return name === writeDay(dayAt(now, timezone)) ? "today" : name;
}

function unclear(why: string, meant: readonly string[]): WhenReading {
  return { kind: "unclear", why, meant };
}

function readingOf(reading: WallTimeReading, { timezone }: Clock): WhenReading {
  if (reading.kind === "skipped") return { kind: "skipped", before: reading.before, after: reading.after };
  return instantAt(reading.earliest, timezone, reading.happensTwice);
}

/** What may be meant by words that are no time: an hour alone, minutes or months, a day mistyped. */
function meantBy(words: string, clock: Clock): readonly string[] {
  const [, count] = /^\+(\d{1,4})m$/.exec(words) ?? [];
  if (count !== undefined) return [`+${count}min`, `+${count}mo 06:00`];
  const mended = words.replace(/[a-z]{3,}/g, (word) => nearest(word, DAY_WORDS)[0] ?? word);
  const isMended = mended !== words && readDayAndTime(mended, clock) !== undefined;
  return isMended ? [mended] : timesMeant(words);
}
