// Lists as long as a newsroom, which no call takes as its arguments.
import { expect, test } from "vitest";
import { leastOf, pushAll } from "../../src/base/long-lists.ts";

const LONG = 200_000;

test("a long list is put behind another, and its least number found", () => {
  const numbers = Array.from({ length: LONG }, (_, at) => LONG - at);
  const list = [0];
  pushAll(list, numbers);
  expect(list.length).toBe(LONG + 1);
  expect(list.at(-1)).toBe(1);
  expect(leastOf(numbers)).toBe(1);
  expect(leastOf([])).toBe(Infinity);
});
