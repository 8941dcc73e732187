// Times of day as people type them: `6:00`, `17:30:15`, `9am`, `9.30 p.m.`, `18h30`, `noon`.
import type { WallTime } from "./instant.ts";

export type ClockTime = Pick<WallTime, "hour" | "minute" | "second">;

/** `twelve` has the minutes behind 12 am or 12 pm, which people read in both ways; midnight is either end of a day. */
export type ClockReading = ClockTime | { readonly twelve: number } | "midnight" | undefined;

const ON_THE_CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const HALF_OF_DAY = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)$/;
const WITH_LETTER = /^(\d{1,2})h(\d{2})$/;
/** These may be a row, a stretch of time or a date; only a day beside them makes times of them. */
const BESIDE_A_DAY = /^(\d{1,2})(?:h|\.(\d{2}))?$/;

/** Reads a time of day in lower case; undefined for what is none. `isAlone`: there is no day beside it. */
export function readClockTime(text: string, isAlone: boolean): ClockReading {
  if (text === "noon") return { hour: 12, minute: 0, second: 0 };
  if (text === "midnight") return "midnight";
  const half = HALF_OF_DAY.exec(text.replace(/(?<=\d ?)([ap])\.m\.?$/, "$1m"));
  if (half !== null) return inHalf(Number(half[1]), Number(half[2] ?? 0), half[3] === "pm");
  const match =
    ON_THE_CLOCK.exec(text) ?? WITH_LETTER.exec(text) ?? (isAlone ? null : BESIDE_A_DAY.exec(text));
  if (match === null) return undefined;
  const [hour, minute, second] = [1, 2, 3].map((group) => Number(match[group] ?? 0));
  return real({ hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 });
}

/** `09:00`, with the seconds only where there are any. */
export function writeClock({ hour, minute, second }: ClockTime): string {
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function inHalf(hour: number, minute: number, isAfternoon: boolean): ClockReading {
  if (hour < 1 || hour > 12 || minute > 59) return undefined;
  return hour === 12 ? { twelve: minute } : { hour: hour + (isAfternoon ? 12 : 0), minute, second: 0 };
}

function real(time: ClockTime): ClockTime | undefined {
  return time.hour <= 23 && time.minute <= 59 && time.second <= 59 ? time : undefined;
}

/** What a number alone, or with a unit, may be meant as; empty for any other text. */
export function timesMeant(text: string): readonly string[] {
  const [, count, unit = ""] = /^(\d{1,4}) ?(h|hrs?|hours?|min(?:ute)?s?|d|days?|w|weeks?)$/.exec(text) ?? [];
  if (count !== undefined) return spansMeant(Number(count), unit);
  const [, number = "", minutes] = /^(\d{1,2})(\.\d{2})?$/.exec(text) ?? [];
  if (number === "" || Number(number) > 23) return [];
  if (minutes !== undefined) return Number(minutes.slice(1)) < 60 ? [`${number}:${minutes.slice(1)}`] : [];
  const evening = Number(number) >= 1 && Number(number) <= 11 ? [`${Number(number)}pm`] : [];
  return [`${number}:00`, ...evening, `tomorrow ${number}:00`];
}

function spansMeant(count: number, unit: string): readonly string[] {
  if (unit.startsWith("min")) return [`+${count}min`];
  if (!unit.startsWith("h")) return [`+${count}${unit.charAt(0)} 06:00`];
  return unit === "h" && count <= 23 ? [`+${count}h`, `${count}:00`] : [`+${count}h`];
}
