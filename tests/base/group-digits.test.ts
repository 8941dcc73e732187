import { expect, test } from "vitest";
import { groupDigits } from "../../src/base/group-digits.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [21_480, "21,480"],
  [123_456_789, "123,456,789"],
])("%i", (number, text) => {
  expect(groupDigits(number)).toBe(text);
});
