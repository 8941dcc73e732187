// What stet wrote last: remembered by path, forgotten where the memory is damaged.
import { expect, test } from "vitest";
import { readRecent } from "../../src/newsroom/recent.ts";
import { temporaryNewsroom } from "./temporary-newsroom.ts";

test.each([
  ["{", []],
  ["[]", []],
  ['{"written":"a.yaml"}', []],
  ['{"written":[1]}', []],
  ['{"written":["a.yaml"],"created":1}', []],
  ['{"written":["a.yaml"],"created":"b.yaml"}', ["a.yaml"]],
])("%s", (text, written) => {
  expect(readRecent(temporaryNewsroom({ ".stet/recent.json": text })).written).toEqual(written);
});
