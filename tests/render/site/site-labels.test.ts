import { expect, test } from "vitest";
import { monthName } from "../../../src/render/site/month-name.ts";
import { siteLabelsFor } from "../../../src/render/site/site-labels.ts";

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "ar", "he", "fa", "ja"];

test.each([
  ["fr-CA", "Accueil"],
  ["PT-br", "Início"],
  ["sv", "Home"],
  ["constructor", "Home"],
])("%j says %j", (language, home) => {
  expect(siteLabelsFor(language).home).toBe(home);
});

test.each(LANGUAGES)("%s has a word for everything", (language) => {
  expect(Object.values(siteLabelsFor(language)).filter((word) => word.trim() === "")).toEqual([]);
});

test("each language has words of its own", () => {
  expect(new Set(LANGUAGES.map((language) => siteLabelsFor(language).notFound)).size).toBe(LANGUAGES.length);
});

test.each([
  ["en-GB", "November 2026", "November"],
  ["fr", "novembre 2026", "novembre"],
  ["ja", "2026年11月", "11月"],
  ["fa", "نوامبر ۲۰۲۶", "نوامبر"],
  ["en_GB", "November 2026", "November"],
])("November in %s", (language, ofYear, alone) => {
  expect(monthName({ year: 2026, month: 11 }, language)).toBe(ofYear);
  expect(monthName({ month: 11 }, language)).toBe(alone);
});

test("a year before 100 is that year", () => {
  expect(monthName({ year: 33, month: 4 }, "en-GB")).toBe("April 33");
});
