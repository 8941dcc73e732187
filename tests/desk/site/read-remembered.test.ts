// JSON of another shape in the memory of a plan is a torn memory, and never a value to plan from.
import { expect, test } from "vitest";
import { TornMemory } from "../../../src/desk/site/remember/plan-memory.ts";
import { feedsIn, goneIn, numbersIn, rowIn } from "../../../src/desk/site/remember/read-remembered.ts";

const TEXTS = ["path", "hash", "file", "language", "callKey", "storyKey", "teaserKey"];
const ROW = {
  ...Object.fromEntries(TEXTS.map((name) => [name, name])),
  published: 1,
  updated: 2,
  lists: [{ kind: "tag", step: "rail", name: "Rail" }],
  names: ["Rail"],
};

test("a row that stet wrote is one", () => {
  const more = { due: 1, moves: [{ from: "a", to: "b" }], corrections: [1], images: ["x.png"] };
  for (const row of [ROW, { ...ROW, more, section: "world" }])
    expect(rowIn(JSON.stringify(row))).toEqual(row);
});

test.each([
  ...Object.keys(ROW).flatMap((name) => [{ [name]: undefined }, { [name]: {} }]),
  { lists: [{ kind: "mood", step: "a", name: "A" }] },
  { more: { corrections: ["x"] } },
  { more: { related: "story" } },
  { section: 1 },
])("a row is none with %j", (other) => {
  expect(() => rowIn(JSON.stringify({ ...ROW, ...other }))).toThrow(TornMemory);
});

test.each(["7", "{}", "null", "[1]", '["x"]', "[{}]", "{", undefined])("%s is none of them", (text) => {
  for (const read of [rowIn, goneIn, feedsIn]) expect(() => read(text)).toThrow(TornMemory);
  if (text !== "[1]") expect(() => numbersIn(text)).toThrow(TornMemory);
});
