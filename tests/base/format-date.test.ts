import { describe, expect, test } from "vitest";
import { formatDate, formatDateTime } from "../../src/base/format-date.ts";

const WINTER = Date.UTC(2026, 10, 23, 7, 15);
const SUMMER = Date.UTC(2026, 6, 1, 22, 5);

describe("formatDateTime", () => {
  test.each([
    ["en-GB", "Europe/Brussels", "23 November 2026, 08:15 CET"],
    ["en", "America/New_York", "November 23, 2026, 02:15 EST"],
    ["en-GB", "Asia/Tokyo", "23 November 2026, 16:15 UTC+9"],
    ["en-GB", "Asia/Kolkata", "23 November 2026, 12:45 IST"],
    ["en-GB", "Australia/Sydney", "23 November 2026, 18:15 AEDT"],
    ["en-GB", "Africa/Johannesburg", "23 November 2026, 09:15 SAST"],
    ["en-GB", "UTC", "23 November 2026, 07:15 UTC"],
    ["de", "Europe/Berlin", "23. November 2026, 08:15 CET"],
    ["fr", "Europe/Paris", "23 novembre 2026, 08:15 CET"],
    ["es", "Europe/Madrid", "23 de noviembre de 2026, 08:15 CET"],
    ["ar", "Europe/Paris", "23 نوفمبر 2026، 08:15 CET"],
    ["fa", "Europe/Paris", "۲۳ نوامبر ۲۰۲۶، ۰۸:۱۵ CET"],
    ["ja", "Asia/Tokyo", "2026年11月23日 16:15 UTC+9"],
    ["not a language", "UTC", "23 November 2026, 07:15 UTC"],
  ])("%s in %s", (language, timezone, expected) => {
    expect(formatDateTime(WINTER, { language, timezone })).toBe(expected);
  });

  test("the day and the zone's letters follow the clock changes", () => {
    expect(formatDateTime(SUMMER, { language: "en-GB", timezone: "Europe/Brussels" })).toBe(
      "2 July 2026, 00:05 CEST",
    );
  });
});

test("formatDate has no clock", () => {
  expect(formatDate(WINTER, { language: "it", timezone: "Europe/Rome" })).toBe("23 novembre 2026");
});
