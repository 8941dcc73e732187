// Days as people type them: `today`, `fri`, `+3d`, `2026-12-24`, `24 dec`. A day that may be either of two is both.
import {
  addDays,
  addUnits,
  isDayUnit,
  isRealDay,
  weekdayNamed,
  weekdayOf,
  WHOLE_WEEKDAYS,
  writeDay,
  type CalendarDay,
} from "./calendar-day.ts";

/** Several where the words mean one of them; none where they mean no day. `why` says what is unclear. */
export interface TypedDay {
  readonly days: readonly CalendarDay[];
  readonly why?: string;
}

/** Reads words in lower case, with one blank between them, as of `today`; undefined for what is no day. */
export function readDay(words: string, today: CalendarDay): TypedDay | undefined {
  if (words === "today") return one(today);
  if (words === "tomorrow") return one(addDays(today, 1));
  const [, next, name = ""] = /^(next )?([a-z]+)$/.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday !== undefined)
    return coming(words, (weekday - weekdayOf(today) + 7) % 7, { today, isNext: next !== undefined });
  const [, count, unit] =
    /^(?:\+|in )(\d{1,4}) ?(d|w|mo|y)$/.exec(words.replace(UNIT_IN_FULL, "$1$2$3$4")) ?? [];
  if (isDayUnit(unit)) return one(addUnits(today, Number(count), unit));
  return readCalendarDate(words, today) ?? readWithWeekday(words, today);
}

function readCalendarDate(words: string, today: CalendarDay): TypedDay | undefined {
  return readDate(words) ?? readNamedMonth(words, today);
}

/** `fri 28 nov`: the weekday tells nothing new, but it has to agree. */
function readWithWeekday(words: string, today: CalendarDay): TypedDay | undefined {
  const [, name = "", date = ""] = /^([a-z]+) (.+)$/.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  const read = weekday === undefined ? undefined : readCalendarDate(date, today);
  if (weekday === undefined || read === undefined) return undefined;
  const agreeing = read.days.filter((day) => weekdayOf(day) === weekday);
  if (agreeing.length > 0) return { days: agreeing };
  const [day = today] = read.days.slice(-1);
  return {
    days: read.days,
    why: `${writeDay(day)} is a ${weekdayName(weekdayOf(day))}, not a ${weekdayName(weekday)}`,
  };
}

/** `d` of `days`, `mo` of `months`. */
const UNIT_IN_FULL = /(?<=\d ?)(?:(d)ays?|(w)eeks?|(mo)nths?|(y)ears?)$/;

function one(day: CalendarDay): TypedDay {
  return { days: [day] };
}

function coming(
  words: string,
  distance: number,
  { today, isNext }: { readonly today: CalendarDay; readonly isNext: boolean },
): TypedDay {
  const day = addDays(today, distance);
  const days = [day, addDays(day, 7)];
  if (isNext) return { days, why: `${words} may be either of two days` };
  return distance === 0 ? { days, why: `${words} is today` } : one(day);
}

function readDate(word: string): TypedDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  return match === null ? undefined : real(Number(match[1]), Number(match[2]), Number(match[3]));
}

function real(year: number, month: number, day: number): TypedDay | undefined {
  const date = { year, month, day };
  return isRealDay(date) ? one(date) : undefined;
}

const WHOLE_MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const NAMED_MONTH =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)|([a-z]+) (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?$/;

/** `dec`, `sept` and `december`, 1 for January. */
export function monthNamed(name: string): number | undefined {
  if (name === "sept") return 9;
  const index = WHOLE_MONTHS.findIndex((whole) => name === whole || name === whole.slice(0, 3));
  return index === -1 ? undefined : index + 1;
}

/** `24 dec`, `december 24th`, with a year or without: then it is this year's, unless that is over. */
function readNamedMonth(words: string, today: CalendarDay): TypedDay | undefined {
  const [, first, before = "", after = "", last, year] = NAMED_MONTH.exec(words) ?? [];
  const name = before === "" ? after : before;
  const month = monthNamed(name);
  if (month === undefined) return undefined;
  const day = Number(first ?? last);
  if (year !== undefined) return real(Number(year), month, day);
  const thisYear = real(today.year, month, day);
  const nextYear = real(today.year + 1, month, day);
  const isOver = month < today.month || (month === today.month && day < today.day);
  if (!isOver || thisYear === undefined || nextYear === undefined) return isOver ? nextYear : thisYear;
  return { days: [...thisYear.days, ...nextYear.days], why: `${words} is over this year` };
}

function weekdayName(weekday: number): string {
  const name = WHOLE_WEEKDAYS[weekday] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words that a day may be mistyped from. */
export const DAY_WORDS: readonly string[] = ["today", "tomorrow", ...WHOLE_WEEKDAYS];
