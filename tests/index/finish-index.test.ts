import { expect, test } from "vitest";
import { closeIndex, createIndex, finishIndex } from "../../src/index/open-index.ts";

test("a finished index merges what syncs write to its full text", () => {
  const index = createIndex(":memory:", { reading: "", timezone: "UTC" });
  const merging = (): unknown =>
    index.database.prepare("SELECT v FROM prose_config WHERE k = 'automerge'").get()?.["v"];
  expect(merging()).toBe(0);
  finishIndex(index);
  expect(merging()).toBe(4);
  closeIndex(index);
});
