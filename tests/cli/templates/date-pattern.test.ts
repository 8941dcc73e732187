import { describe, expect, test } from "vitest";
import { parseDatePattern, printDate } from "../../../src/cli/templates/date-pattern.ts";

const MOMENT = Date.parse("2026-03-05T06:07:08Z");

function print(pattern: string, language = "en-GB", timezone = "Europe/Brussels", epochMs = MOMENT) {
  const parsed = parseDatePattern(pattern);
  return parsed && printDate(parsed, epochMs, { timezone, language });
}

describe("tokens", () => {
  test.each([
    ["YYYY YY", "2026 26"],
    ["MMMM MMM MM M", "March Mar 03 3"],
    ["DD D", "05 5"],
    ["dddd ddd", "Thursday Thu"],
    ["HH:mm:ss", "07:07:08"],
    ["Z", "+01:00"],
    ["YYYYMMDD", "20260305"],
    ["YYYY-MM-DDTHH:mm:ssZ", "2026-03-05T07:07:08+01:00"],
    ["D MMM [at] HH:mm", "5 Mar at 07:07"],
    ["YYYY年M月D日", "2026年3月5日"],
  ])("%s", (pattern, text) => expect(print(pattern)).toBe(text));

  test.each(["yyyy-MM-dd", "D MMM at HH", "hh:mm", "YYY", "T", "", "[never"])("%j is no pattern", (pattern) =>
    expect(parseDatePattern(pattern)).toBeUndefined(),
  );
});

describe("zones and languages", () => {
  test.each([
    ["UTC", "05 06:07 Z"],
    ["America/Los_Angeles", "04 22:07 -08:00"],
    ["Asia/Kolkata", "05 11:37 +05:30"],
  ])("%s", (timezone, text) => expect(print("DD HH:mm Z", "en", timezone)).toBe(text));

  test.each([
    ["fr", "D MMMM YYYY", "5 mars 2026"],
    ["pl", "D MMMM", "5 marca"],
    ["pl", "MMMM YYYY", "marzec 2026"],
    ["de", "dddd", "Donnerstag"],
    ["ja", "MMMM D", "3月 5"],
    ["en_GB", "MMMM", "March"],
  ])("%s: %s", (language, pattern, text) => expect(print(pattern, language)).toBe(text));

  test("years before 1000 have four digits", () => {
    expect(print("YYYY", "en", "UTC", Date.parse("0044-03-15T12:00:00Z"))).toBe("0044");
  });
});
