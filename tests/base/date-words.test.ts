// Each language and place of the table against Intl, as long as Intl has the locale data the table was made of.
import { describe, expect, test } from "vitest";
import { dateInWords, monthInWords, timeInWords, WORDS } from "../../src/base/date-words.ts";

const CLDR = "48.0";
const TAGS = WORDS.flatMap(({ tags }) => tags.split(" "));
const DAY = 86_400_000;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Newer ICUs write narrow no-break spaces where older ones wrote plain spaces. */
function byIntl(language: string, parts: Intl.DateTimeFormatOptions): (epochMs: number) => string {
  const numberingSystem = language.startsWith("fa") ? "arabext" : "latn";
  const fixed = { timeZone: "UTC", calendar: "gregory", numberingSystem };
  const format = new Intl.DateTimeFormat(language, { ...parts, ...fixed });
  return (epochMs) => format.format(epochMs).replace(/[\u202F\u00A0\u2009]/g, " ");
}

describe.skipIf(process.versions["cldr"] !== CLDR)(`as Intl says it with CLDR ${CLDR}`, () => {
  test.each(TAGS)("dates in %s", (language) => {
    const dateOf = byIntl(language, { day: "numeric", month: "long", year: "numeric" });
    const days = [Date.UTC(1987, 0, 9), Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31), Date.UTC(9999, 11, 31)];
    for (const month of MONTHS) days.push(Date.UTC(2026, month - 1, 2), Date.UTC(2026, month - 1, 13));
    for (const epochMs of days) expect(dateInWords(epochMs / DAY, language)).toBe(dateOf(epochMs));
  });

  test.each(TAGS)("months in %s", (language) => {
    const withYear = byIntl(language, { month: "long", year: "numeric" });
    const alone = byIntl(language, { month: "long" });
    for (const month of MONTHS) {
      expect(monthInWords(month, 2026, language)).toBe(withYear(Date.UTC(2026, month - 1, 15)));
      expect(monthInWords(month, undefined, language)).toBe(alone(Date.UTC(2026, month - 1, 15)));
    }
  });

  test.each(TAGS)("times in %s", (language) => {
    const timeOf = byIntl(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    for (const minutes of [0, 1, 59, 495, 720, 1439]) {
      expect(timeInWords(minutes, language)).toBe(timeOf(minutes * 60_000));
    }
  });
});

test("a tag stands in one row", () => {
  expect(new Set(TAGS).size).toBe(TAGS.length);
});

test("another language, spelling or era is for Intl", () => {
  const day = Date.UTC(2026, 10, 23) / DAY;
  for (const language of ["sv", "fr-CA", "EN-gb", "en_GB", "", "constructor"]) {
    expect(dateInWords(day, language)).toBeUndefined();
    expect(monthInWords(11, 2026, language)).toBeUndefined();
    expect(timeInWords(0, language)).toBeUndefined();
  }
  expect(dateInWords(Date.UTC(10_000, 0, 1) / DAY, "en-GB")).toBeUndefined();
  expect(dateInWords(-800_000, "en-GB")).toBeUndefined();
  expect(monthInWords(1, 10_000, "en-GB")).toBeUndefined();
});
