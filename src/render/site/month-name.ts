// Months as people read them: the titles of the archive's pages.
import { monthInWords } from "../../base/date-words.ts";

/** A month of a year, or of any; `month` from 1. */
export interface Month {
  readonly year?: number;
  readonly month: number;
}

/** "November 2026", "novembre 2026", "2026年11月"; without a year "November". Gregorian; rarer languages load Intl on first use. */
export function monthName({ year, month }: Month, language: string): string {
  return monthInWords(month, year, language) ?? nameByIntl({ year, month }, language);
}

function nameByIntl({ year, month }: { year: number | undefined; month: number }, language: string): string {
  const day = new Date(0);
  day.setUTCFullYear(year ?? 2000, month - 1, 15);
  return formatFor(language, year !== undefined)
    .format(day)
    .replace(/[\u202F\u00A0\u2009]/g, " ");
}

/** Making one takes as long as a thousand uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: string, withYear: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withYear}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(knownLanguage(language), {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: language.toLowerCase().split("-")[0] === "fa" ? "arabext" : "latn",
    month: "long",
    ...(withYear ? { year: "numeric" } : {}),
  });
  formats.set(key, format);
  return format;
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
