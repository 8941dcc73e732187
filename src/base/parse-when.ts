// The instants people type for the desk's verbs: `tomorrow 6:00`, `fri 9am`, `+2h`, or what an article may hold. What
// has two readings is refused with both; nothing is guessed (cli.md 1.1 "DESK", reliability.md F5).
import { dayAt } from "./calendar-day.ts";
import { timesMeant } from "./clock-time.ts";
import { readDayAndTime } from "./day-and-time.ts";
import { describeMoment } from "./describe-moment.ts";
import { zoneName } from "./format-date.ts";
import type { Instant } from "./instant.ts";
import { nearest } from "./nearest.ts";
import { parseInstant } from "./parse-instant.ts";
import { DAY_WORDS } from "./typed-day.ts";
import { instantsOfWallTime, writeInstant } from "./zone.ts";

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
 * earlier. The letters of a zone may stand behind where they are the zone's at that time; so what describeMoment writes
 * reads back.
 */
export function parseWhen(text: string, clock: Clock): WhenReading {
  const typed = text
    .replace(/[,\s]+/g, " ")
    .trim()
    .replace(/^(?:at|on) /i, "");
  const reading = readUnzoned(typed, clock) ?? readZoned(typed, clock);
  if (reading !== undefined) return reading;
  const meant = meantBy(inWords(typed), clock);
  return meant.length === 0 ? { kind: "unreadable" } : { kind: "unreadable", meant };
}

/** In lower case, without the stop behind `Dec.` and `Fri.`. */
function inWords(typed: string): string {
  return typed.toLowerCase().replace(/(?<=[a-z]{3})\.(?= |$)/g, "");
}

function readUnzoned(typed: string, clock: Clock): WhenReading | undefined {
  const words = inWords(typed);
  return readMoment(typed, clock) ?? readSpan(words, clock) ?? readWall(words, clock);
}

/** `Fri 27 Nov 2026 09:00 CET`, and the same time in UTC behind it. */
function readZoned(typed: string, clock: Clock): WhenReading | undefined {
  const [, front = "", zone = "", inUtc] =
    /^(.+) ([A-Za-z]{3,5}|(?:GMT|UTC)[+\-\d:]+)( \(.+ UTC\))?$/i.exec(typed) ?? [];
  const reading = front === "" ? undefined : readUnzoned(front, clock);
  if (reading?.kind !== "instant") return zone === zone.toUpperCase() ? reading : undefined;
  const { epochMs } = reading.instant;
  const hasLetters = (moment: number): boolean =>
    zoneName(moment, clock.timezone).toLowerCase() === zone.toLowerCase();
  const agreeing = [epochMs, ...(reading.happensTwice ? [epochMs + HOUR] : [])].find(hasLetters);
  const meant = [reading.instant.written];
  if (agreeing === undefined) {
    if (zone !== zone.toUpperCase()) return undefined;
    const why = `${clock.timezone} has ${zoneName(epochMs, clock.timezone)} then, not ${zone}`;
    return { kind: "unclear", why, meant };
  }
  if (inUtc !== undefined && !describeMoment(agreeing, clock.timezone).endsWith(inUtc))
    return { kind: "unclear", why: "the two times differ", meant };
  return instantAt(agreeing, clock.timezone);
}

const HOUR = 3_600_000;

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
  const [, count, unit = ""] = /^(?:\+|in )(\d{1,5}) ?(min(?:ute)?s?|h|hrs?|hours?)$/.exec(words) ?? [];
  if (count === undefined) return undefined;
  return instantAt(now + Number(count) * (unit.startsWith("h") ? HOUR : 60_000), timezone);
}

function readWall(words: string, { now, timezone }: Clock): WhenReading | undefined {
  const found = readDayAndTime(words, dayAt(now, timezone));
  if (found?.kind !== "wall") return found;
  const reading = instantsOfWallTime({ ...found.day, ...found.time, millisecond: 0 }, timezone);
  if (reading.kind === "skipped") return { kind: "skipped", before: reading.before, after: reading.after };
  return instantAt(reading.earliest, timezone, reading.happensTwice);
}

/** What may be meant by words that are no time: an hour alone, minutes or months, a day mistyped. */
function meantBy(words: string, clock: Clock): readonly string[] {
  const [, count] = /^\+(\d{1,4})m$/.exec(words) ?? [];
  if (count !== undefined) return [`+${count}min`, `+${count}mo 06:00`];
  const mended = words.replace(/[a-z]{3,}/g, (word) => nearest(word, DAY_WORDS)[0] ?? word);
  const reading = mended === words ? undefined : readWall(mended, clock);
  if (reading?.kind === "unclear") return reading.meant;
  return reading === undefined ? timesMeant(words) : [mended];
}
