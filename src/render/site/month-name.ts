// Months as people read them: the titles of the archive's pages.
import { monthInWords } from "../../base/date-words.ts";
import { formatMoment, type DateParts } from "../../base/format-date.ts";

/** A month of a year, or of any; `month` from 1. */
export interface Month {
  readonly year?: number;
  readonly month: number;
}

/** "November 2026", "novembre 2026", "2026年11月"; without a year "November". Gregorian; rarer languages load Intl on first use. */
export function monthName(named: Month, language: string): string {
  return monthInWords(named.month, named.year, language) ?? nameByIntl(named, language);
}

function nameByIntl({ year, month }: Month, language: string): string {
  const middle = new Date(0).setUTCFullYear(year ?? 2000, month - 1, 15);
  const parts: DateParts = year === undefined ? { month: "long" } : { month: "long", year: "numeric" };
  return formatMoment(middle, { timezone: "UTC", language }, parts);
}
