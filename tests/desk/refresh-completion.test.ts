// What shells are given to complete from, as it lies in the newsroom.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { refreshCompletion } from "../../src/desk/keep-index/refresh-completion.ts";
import { testDesk } from "../support/test-desk.ts";
import { article, newsroomOf } from "./site/site-newsroom.ts";

test("a saved query that can be called, and none that cannot", async () => {
  const root = newsroomOf({}, 'stet: 1\nqueries: {hot: "is:live", with.dot: "is:live"}\n');
  await refreshCompletion(testDesk(root));
  expect(readFileSync(path.join(root, ".stet/cache/complete/queries/="), "utf8")).toBe("@hot\tis:live\n");
});

test("the latest stories do not stand for the others: where they alone begin so, an older one is offered too", async () => {
  const latest = Array.from({ length: 50 }, (_, at) => `la-${at + 10}`);
  const root = newsroomOf(
    Object.fromEntries([
      ...latest.map((slug, at) => [`articles/${slug}.yaml`, article(at, "updated: 2026-11-20")]),
      ["articles/le-1.yaml", article(60, "updated: 2026-11-01")],
    ]),
  );
  await refreshCompletion(testDesk(root));
  const text = readFileSync(path.join(root, ".stet/cache/complete/recent/="), "utf8");
  const offered = text.split("\n").filter((line) => line !== "");
  expect(offered.map((line) => line.split("\t")[0])).toEqual([...latest, "le-1"]);
});
