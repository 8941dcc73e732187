import { expect, test } from "vitest";
import { RecentMap } from "../../src/base/recent-map.ts";

test("the last values are kept, and no more than twice as many", () => {
  const map = new RecentMap<number, string>(3);
  for (let key = 1; key <= 20; key++) map.set(key, `value ${key}`);
  const kept = Array.from({ length: 20 }, (_, at) => at + 1).filter((key) => map.get(key) !== undefined);
  expect(kept).toEqual(expect.arrayContaining([18, 19, 20]));
  expect(kept.length).toBeLessThanOrEqual(6);
  expect(map.get(20)).toBe("value 20");
});
