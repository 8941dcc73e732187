// Names of what an index says, by which what was planned from it is told apart.
import { expect, test } from "vitest";
import { closeIndex, createIndex, nameCommit } from "../../src/index/open-index.ts";
import { abandonSync, identityOf } from "../../src/index/write-rows.ts";

test("each commit has a name of its own, and the last thousand are known", () => {
  const index = createIndex(":memory:", { reading: "", timezone: "UTC" });
  const names = new Set([identityOf(index)]);
  for (let commit = 1; commit <= 1_002; commit++) {
    nameCommit(index);
    names.add(identityOf(index));
  }
  const known = index.database.prepare("SELECT name FROM commits ORDER BY number").all();
  closeIndex(index);
  expect(names.size).toBe(1_003);
  expect(known.map(({ name }) => name)).toEqual([...names].slice(-1_000));
});

test("a commit tells which rows went with it: not of one that was given up, and not of more than a thousand", () => {
  const index = createIndex(":memory:", { reading: "", timezone: "UTC" });
  const told: unknown[] = [];
  const commit = (removed: readonly number[]): void => {
    index.tally.removed.push(...removed);
    nameCommit(index);
    told.push(
      index.database.prepare("SELECT removed FROM commits ORDER BY number DESC LIMIT 1").get()?.["removed"],
    );
  };
  commit([7, 3]);
  abandonSync(index);
  commit([]);
  commit(Array.from({ length: 1_001 }, (_, at) => at));
  closeIndex(index);
  expect(told).toEqual(["[7,3]", "[]", null]);
});
