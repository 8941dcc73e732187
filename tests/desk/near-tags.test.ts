import { expect, test } from "vitest";
import { nearTags } from "../../src/desk/count/near-tags.ts";
import { threadTime } from "../support/thread-time.ts";

const near = (...names: string[]): Record<string, readonly string[]> => Object.fromEntries(nearTags(names));

test.each([
  [
    ["semiconductor", "Semiconductors"],
    { semiconductor: ["Semiconductors"], Semiconductors: ["semiconductor"] },
  ],
  [["new-music", "new music"], { "new-music": ["new music"], "new music": ["new-music"] }],
  [["elections", "eelctions"], { elections: ["eelctions"], eelctions: ["elections"] }],
  [["灯台", "灯 台"], { 灯台: ["灯 台"], "灯 台": ["灯台"] }],
  [["cats", "cars"], {}],
  [["a b c d e f", "abcdef"], {}],
  [["eu", "us", "un"], {}],
  [["port", "port-averne"], {}],
  [["election", "inflation"], {}],
])("%j", (names, found) => {
  expect(near(...names)).toEqual(found);
});

test("20,000 tags take well under a second", () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `tag number ${at * 7919}`);
  const start = threadTime();
  nearTags(names);
  expect(threadTime() - start).toBeLessThan(5000);
});
