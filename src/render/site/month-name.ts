// Months as people read them: the titles of the archive's pages.

/** A month of a year, or of any; `month` from 1. */
export interface Month {
  readonly year?: number;
  readonly month: number;
}

/** "November 2026", "novembre 2026", "2026年11月"; without a year "November". Gregorian; loads Intl on first use. */
export function monthName({ year, month }: Month, language: string): string {
  const format = new Intl.DateTimeFormat(knownLanguage(language), {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: language.toLowerCase().split("-")[0] === "fa" ? "arabext" : "latn",
    month: "long",
    ...(year === undefined ? {} : { year: "numeric" }),
  });
  const day = new Date(0);
  day.setUTCFullYear(year ?? 2000, month - 1, 15);
  return format.format(day).replace(/[\u202F\u00A0\u2009]/g, " ");
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
