// A day and a time of day beside each other, in either order, as people type them. Words that may be cut into the two in
// several ways, or whose day or time is unclear, are answered with every moment they may mean; nothing is guessed.
import { addDays, writeDay, type CalendarDay } from "./calendar-day.ts";
import { readClockTime, writeClock, type ClockReading, type ClockTime } from "./clock-time.ts";
import { readDay, type TypedDay } from "./typed-day.ts";

/** A moment on the wall, or why it is not clear and what could be written instead. */
export type DayAndTime =
  | { readonly kind: "wall"; readonly day: CalendarDay; readonly time: ClockTime }
  | { readonly kind: "unclear"; readonly why: string; readonly meant: readonly string[] };

/** Reads words in lower case, with one blank between them; a time alone is today's. Undefined for what is neither. */
export function readDayAndTime(words: string, today: CalendarDay): DayAndTime | undefined {
  const alone = readClockTime(words, true);
  if (alone !== undefined) return together({ day: { days: [today] }, time: alone });
  const day = readDay(words, today);
  if (day !== undefined) return withoutTime(words, day);
  const pairs = splits(words).flatMap(([front, back]) => [
    ...pair(front, back, today),
    ...pair(back, front, today),
  ]);
  const [only, ...others] = [...pairs, ...dayWithYear(words, today)];
  if (only === undefined || others.length === 0) return only && together(only);
  return unclear(`${words} may be either of two days`, [only, ...others].map(lastMeant).sort());
}

interface Pair {
  readonly day: TypedDay;
  readonly time: NonNullable<ClockReading>;
}

/** Every way to cut the words in two, `at` and `on` between them left out. */
function splits(words: string): [string, string][] {
  const list = words.split(" ");
  return list.slice(1).map((_, index) => {
    const back = list.slice(index + 1).join(" ");
    return [list.slice(0, index + 1).join(" "), back.replace(/^(?:at|on) /, "")];
  });
}

function pair(dayWords: string, timeWords: string, today: CalendarDay): Pair[] {
  const day = readDay(dayWords, today);
  const time = readClockTime(timeWords, false);
  return day === undefined || time === undefined ? [] : [{ day, time }];
}

/** `5 dec 25` may be an hour and a day, but who writes it may as well mean the 5th, of some year. */
function dayWithYear(words: string, today: CalendarDay): Pair[] {
  const [, dayWords, number = ""] = /^(\d{1,2} [a-z]+) (\d{1,2})$/.exec(words) ?? [];
  if (dayWords === undefined || readClockTime(number, false) !== undefined) return [];
  return pair(dayWords, USUAL_TIME, today);
}

/** What stands for a time that nobody has typed. */
const USUAL_TIME = "06:00";

function withoutTime(words: string, day: TypedDay): DayAndTime {
  const isClear = day.why === undefined && day.days.every(isWritable);
  if (isClear) return unclear(`${words} has no time of day`, [`${words} ${USUAL_TIME}`]);
  return together({ day, time: { hour: 6, minute: 0, second: 0 } });
}

function together(found: Pair): DayAndTime {
  const { day, time } = found;
  const [first] = day.days;
  if (first === undefined || !day.days.every(isWritable)) return unclear("the year is above 9999", []);
  const reasons = [day.why, whyUnclear(time)].filter((reason) => reason !== undefined);
  if (reasons.length > 0 || typeof time === "string" || "twelve" in time)
    return unclear(reasons.join(", and "), moments(found));
  return { kind: "wall", day: first, time };
}

/** Years have four digits in what a file holds. */
function isWritable({ year }: CalendarDay): boolean {
  return year <= 9999;
}

function whyUnclear(time: NonNullable<ClockReading>): string | undefined {
  if (time === "midnight") return "midnight is either end of the day";
  return "twelve" in time ? "12 am and 12 pm mean either end of the day" : undefined;
}

function moments({ day, time }: Pair): string[] {
  return day.days.flatMap((each) => {
    if (time === "midnight") return [each, addDays(each, 1)].map((start) => `${writeDay(start)} 00:00`);
    const times =
      "twelve" in time ? [0, 12].map((hour) => ({ hour, minute: time.twelve, second: 0 })) : [time];
    return times.map((clock) => `${writeDay(each)} ${writeClock(clock)}`);
  });
}

/** Of a day that is over this year the one to come. */
function lastMeant(found: Pair): string {
  return moments(found).at(-1) ?? "";
}

function unclear(why: string, meant: readonly string[]): DayAndTime {
  return { kind: "unclear", why, meant };
}
