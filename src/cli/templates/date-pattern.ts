// The patterns of the `date` filter: `DD MMM HH:mm`, in the newsroom's zone and with the names of its language.
import { wallTimeAt, writeInstant } from "../../base/zone.ts";
import type { WallTime } from "../../base/instant.ts";
import { knownLanguage } from "../../base/format-date.ts";

interface Place {
  readonly timezone: string;
  readonly language: string;
}

interface Moment {
  readonly epochMs: number;
  readonly wall: WallTime;
  readonly place: Place;
  /** Many languages decline the month beside a day: `23 listopada`, but `listopad 2026`. */
  readonly hasDay: boolean;
}

type Print = (moment: Moment) => string;

/** A pattern as its pieces, each of which prints itself. */
export interface DatePattern {
  readonly pieces: readonly Print[];
  /** A day of the month stands in it. */
  readonly hasDay: boolean;
}

/** Longer tokens stand before those they begin with. */
const TOKENS: Readonly<Record<string, Print>> = {
  YYYY: ({ wall }) => String(wall.year).padStart(4, "0"),
  YY: ({ wall }) => two(wall.year % 100),
  MMMM: (moment) => monthName(moment, "long"),
  MMM: (moment) => monthName(moment, "short"),
  MM: ({ wall }) => two(wall.month),
  M: ({ wall }) => String(wall.month),
  DD: ({ wall }) => two(wall.day),
  D: ({ wall }) => String(wall.day),
  dddd: (moment) => weekdayName(moment, "long"),
  ddd: (moment) => weekdayName(moment, "short"),
  HH: ({ wall }) => two(wall.hour),
  mm: ({ wall }) => two(wall.minute),
  ss: ({ wall }) => two(wall.second),
  Z: ({ epochMs, place }) => writeInstant(epochMs, place.timezone).slice("2026-11-22T09:00:00".length),
};

/** In order: text in brackets, a token, the T of ISO 8601, other text without letters. */
const PIECE = new RegExp(
  String.raw`\[([^\]]*)\]|(${Object.keys(TOKENS).join("|")})|(T(?=HH)|[^A-Za-z[]+)`,
  "y",
);

/** Undefined for a pattern with letters that are neither tokens nor in brackets: `yyyy` must not print itself. */
export function parseDatePattern(pattern: string): DatePattern | undefined {
  const pieces: Print[] = [];
  let hasDay = false;
  for (let at = 0; at < pattern.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(pattern);
    if (match === null) return undefined;
    const [, literal, token = "", other] = match;
    const text = literal ?? other ?? "";
    pieces.push(TOKENS[token] ?? (() => text));
    hasDay ||= token === "D" || token === "DD";
  }
  return pieces.length === 0 ? undefined : { pieces, hasDay };
}

/** `epochMs` by the pattern. Month and weekday names load Intl's data for the language on first use. */
export function printDate({ pieces, hasDay }: DatePattern, epochMs: number, place: Place): string {
  const wall = wallTimeAt(epochMs, place.timezone);
  return pieces.map((print) => print({ epochMs, wall, place, hasDay })).join("");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function monthName({ hasDay, epochMs, place }: Moment, month: "long" | "short"): string {
  const beside = hasDay
    ? formatterOf(place, { day: "numeric", month, year: "numeric" }).formatToParts(epochMs)
    : [];
  const name = beside.find((part) => part.type === "month")?.value ?? "";
  // Chinese and Japanese have a bare number there; alone, the month is number and sign.
  return /\p{L}/u.test(name) ? name : formatterOf(place, { month }).format(epochMs);
}

function weekdayName({ epochMs, place }: Moment, weekday: "long" | "short"): string {
  return formatterOf(place, { weekday }).format(epochMs);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf({ language, timezone }: Place, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [language, timezone, ...Object.entries(parts)].join(" ");
  let found = formatters.get(key);
  if (found === undefined) {
    const fixed = { timeZone: timezone, calendar: "gregory", numberingSystem: "latn" };
    found = new Intl.DateTimeFormat(knownLanguage(language), { ...parts, ...fixed });
    formatters.set(key, found);
  }
  return found;
}
