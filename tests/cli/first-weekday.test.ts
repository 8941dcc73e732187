import { expect, test } from "vitest";
import { firstWeekday } from "../../src/cli/print/first-weekday.ts";

test.each([
  ["en-GB", 1],
  ["en-US", 0],
  ["ar-EG", 6],
  ["fa-IR", 6],
  ["en", 1],
  ["zh-Hant", 1],
  ["x_y", 1],
])("%s", (language, day) => {
  expect(firstWeekday(language)).toBe(day);
});
