// Dates as people read them, in a newsroom's zone and an article's language: "23 November 2026, 08:15 CET".
// Date and time are formatted apart, because Intl's joined patterns differ between the ICU versions of Node 20 and 26.
// Intl takes 2 us for each; what it said of a day and of a minute is kept, for lists of many.
import { dateInWords, timeInWords } from "./date-words.ts";
import { lettersOf } from "./zone-letters.ts";
import { offsetAt, SPAN } from "./zone-offsets.ts";

/** Where and for whom a moment is written; `timezone` is IANA, `language` BCP 47. */
export interface DateStyle {
  readonly timezone: string;
  readonly language: string;
}

/** Which parts of a moment are written, and how. */
export type DateParts = Omit<Intl.DateTimeFormatOptions, "timeZone" | "calendar" | "numberingSystem">;

const formatters = new Map<string, Intl.DateTimeFormat>();

const DAY = 86_400_000;
const MINUTE = 60_000;

/** By zone, by language: what was written of a local day, and of a local minute of the day. */
const written = new Map<string, Map<string, Written>>();
const MOST_WRITTEN = 20_000;

interface Written {
  readonly days: Map<number, string>;
  readonly minutes: Map<number, string>;
}

function writtenFor({ timezone, language }: DateStyle): Written {
  const known = written.get(timezone)?.get(language);
  if (known !== undefined) return known;
  const made = { days: new Map(), minutes: new Map() };
  written.set(timezone, (written.get(timezone) ?? new Map<string, Written>()).set(language, made));
  return made;
}

function remembered(texts: Map<number, string>, place: number, make: () => string): string {
  const known = texts.get(place);
  if (known !== undefined) return known;
  const made = make();
  if (texts.size >= MOST_WRITTEN) texts.clear();
  texts.set(place, made);
  return made;
}

/** "23 November 2026", "23. November 2026", "2026年11月23日": Gregorian. Rarer languages load Intl on first use (13 ms). */
export function formatDate(epochMs: number, style: DateStyle): string {
  const day = Math.floor((epochMs + offsetAt(epochMs, style.timezone)) / DAY);
  return remembered(
    writtenFor(style).days,
    day,
    () =>
      dateInWords(day, style.language) ??
      formatMoment(epochMs, style, { day: "numeric", month: "long", year: "numeric" }),
  );
}

function formatTime(epochMs: number, style: DateStyle): string {
  const local = epochMs + offsetAt(epochMs, style.timezone);
  const minute = Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
  return remembered(
    writtenFor(style).minutes,
    minute,
    () =>
      timeInWords(minute, style.language) ??
      formatMoment(epochMs, style, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  );
}

/** The date, the 24-hour clock and the zone: "23 November 2026, 08:15 CET". */
export function formatDateTime(epochMs: number, style: DateStyle): string {
  const time = formatTime(epochMs, style);
  const date = formatDate(epochMs, style);
  return `${date}${joinerOf(style.language)}${time} ${zoneName(epochMs, style.timezone)}`;
}

/** These parts of a moment as the language writes them: Gregorian, Latin digits but in Persian, no special spaces. */
export function formatMoment(epochMs: number, style: DateStyle, parts: DateParts): string {
  // Newer ICUs write narrow no-break spaces where older ones wrote plain spaces.
  return formatter(style, parts)
    .format(epochMs)
    .replace(/[\u202F\u00A0\u2009]/g, " ");
}

function formatter({ timezone, language }: DateStyle, parts: DateParts): Intl.DateTimeFormat {
  const key = `${timezone} ${language} ${Object.entries(parts).join()}`;
  let found = formatters.get(key);
  if (found === undefined) {
    const numberingSystem = primary(language) === "fa" ? "arabext" : "latn";
    const fixed = { timeZone: timezone, calendar: "gregory", numberingSystem };
    found = new Intl.DateTimeFormat(knownLanguage(language), { ...parts, ...fixed });
    formatters.set(key, found);
  }
  return found;
}

/** The tag, or British English for one that Intl refuses (`en_GB`, `x`): it must not stop an article from being shown. */
export function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}

function primary(language: string): string {
  return (language.split("-")[0] ?? "").toLowerCase();
}

function joinerOf(language: string): string {
  const tag = primary(language);
  if (tag === "ja" || tag === "zh" || tag === "ko") return " ";
  return tag === "ar" || tag === "fa" || tag === "ur" ? "، " : ", ";
}

// CLDR knows a zone's letters only in the English of the places that use them.
const LETTERS_IN: readonly (readonly [RegExp, string])[] = [
  [/^(?:Europe|Atlantic)\//, "en-GB"],
  [/^(?:America|US|Canada|Pacific\/Honolulu)/, "en-US"],
  [/^(?:Australia|Antarctica\/Macquarie)/, "en-AU"],
  [/^(?:Pacific\/Auckland|Pacific\/Chatham)/, "en-NZ"],
  [/^Africa\//, "en-ZA"],
  [/^Asia\/(?:Kolkata|Calcutta)/, "en-IN"],
];

/** Of a zone: its letters in a span of days, and at the beginning of one. */
interface ZoneNames {
  readonly spans: Map<number, string>;
  readonly beginnings: Map<number, string>;
}

const names = new Map<string, ZoneNames>();

/** "CET", "EST", "AEDT" where people use letters, else "UTC+8". Rarer zones load Intl on first use (13 ms). */
export function zoneName(epochMs: number, timezone: string): string {
  return lettersOf(timezone, epochMs, offsetAt(epochMs, timezone)) ?? nameByIntl(epochMs, timezone);
}

function nameByIntl(epochMs: number, timezone: string): string {
  const known = names.get(timezone) ?? { spans: new Map(), beginnings: new Map() };
  names.set(timezone, known);
  const span = Math.floor(epochMs / SPAN);
  const lettersFrom = (start: number): string =>
    remembered(known.beginnings, start, () => lettersAt(start * SPAN, timezone));
  const nameOfSpan = remembered(known.spans, span, () => {
    const first = lettersFrom(span);
    return first === lettersFrom(span + 1) ? first : CHANGES;
  });
  return nameOfSpan === CHANGES ? lettersAt(epochMs, timezone) : nameOfSpan;
}

/** In place of a name, for a span in which the clock changes. */
const CHANGES = "";

function lettersAt(epochMs: number, timezone: string): string {
  const locale = LETTERS_IN.find(([pattern]) => pattern.test(timezone))?.[1] ?? "en-GB";
  const parts = formatter({ timezone, language: locale }, { timeZoneName: "short" }).formatToParts(epochMs);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "UTC";
  return name.replace(/^GMT(?=[+-])/, "UTC");
}
