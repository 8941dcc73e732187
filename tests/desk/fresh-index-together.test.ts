import { expect, test } from "vitest";
import { freshIndex } from "../../src/desk/keep-index/fresh-index.ts";
import { countFiles } from "../../src/index/select-files.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";

test("asked twice at once, where there is no index yet, both answers come and are the same", async () => {
  const desk = testDesk(sampleNewsroom());
  const [one, other] = await Promise.all([freshIndex(desk), freshIndex(desk)]);
  expect(countFiles(one.index, { kind: "all" }, desk.now)).toBe(33);
  expect(other.index).toBe(one.index);
});
