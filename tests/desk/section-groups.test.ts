import { expect, test } from "vitest";
import { depthOf, inSections, orderSections } from "../../src/desk/count/section-groups.ts";

test("a section counts those below it, and one that only holds others is there", () => {
  const groups = [
    { value: "sport", rows: [0] },
    { value: "world/europe", rows: [1, 2] },
    { value: "world/europe/north", rows: [3] },
    { value: null, rows: [4] },
  ];
  expect(inSections(groups)).toEqual([
    { value: "sport", rows: [0], own: 1 },
    { value: "world", rows: [1, 2, 3], own: 0 },
    { value: "world/europe", rows: [1, 2, 3], own: 2 },
    { value: "world/europe/north", rows: [3], own: 1 },
    { value: null, rows: [4], own: 1 },
  ]);
});

test("sections stand behind the one they are in, however that is spelled", () => {
  const names = ["world/asia", "Sport", "world/Europe", "World", "world/europe/north", null, "business"];
  const ordered = orderSections(names.map((name) => ({ name })));
  expect(ordered.map(({ name }) => name)).toEqual([
    "Sport",
    "World",
    "world/asia",
    "world/Europe",
    "world/europe/north",
    null,
    "business",
  ]);
});

test("depth is how many sections it lies in", () => {
  expect(["world", "world/europe", "a/b/c"].map(depthOf)).toEqual([0, 1, 2]);
});
