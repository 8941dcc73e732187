import { expect, test } from "vitest";
import { directionOf } from "../../src/render/direction.ts";

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["ar-EG", "rtl"],
  ["he", "rtl"],
  ["fa-IR", "rtl"],
  ["UR", "rtl"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["ar-Latn", "ltr"],
  ["ja", "ltr"],
  ["", "ltr"],
] as const)("%j runs %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
