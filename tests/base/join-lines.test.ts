// One line out of several: blanks become one, and a blank that keeps words together stays what it is.
import { expect, test } from "vitest";
import { joinLines } from "../../src/base/join-lines.ts";

test.each([
  ["  two \n\t words\u2028here ", "two words here"],
  ["Caractères\u00A0: «\u202Foui\u202F»", "Caractères\u00A0: «\u202Foui\u202F»"],
  [" \n ", ""],
])("%j is %j", (text, line) => {
  expect(joinLines(text)).toBe(line);
});
