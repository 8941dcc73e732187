import { expect, test } from "vitest";
import { orderRows, parseRowSort } from "../../src/desk/count/order-rows.ts";

const KEYS = ["name", "count"] as const;
const ROWS: readonly { readonly name: string | null; readonly count: number }[] = [
  { name: "b", count: 1 },
  { name: null, count: 9 },
  { name: "😀", count: 2 },
  { name: "a", count: 1 },
  { name: "豈", count: 2 },
];
const ordered = (sort: string): (string | null)[] =>
  orderRows(ROWS, parseRowSort(sort, KEYS), (row, key) => row[key]).map(({ name }) => name);

test.each([
  ["name", ["a", "b", "豈", "😀", null]],
  ["-name", ["😀", "豈", "b", "a", null]],
  ["count", ["b", "a", "😀", "豈", null]],
  ["-count,name", [null, "豈", "😀", "a", "b"]],
])("-s %s", (sort, names) => {
  expect(ordered(sort)).toEqual(names);
});

test("an unknown key is a mistake that names the known ones", () => {
  expect(() => parseRowSort("-nam", KEYS)).toThrow('"nam" is nothing to sort by. Did you mean "name"?');
});
