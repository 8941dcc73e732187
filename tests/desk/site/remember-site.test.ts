// What a first edition is remembered by while it is made goes with an edition that comes to nothing.
import fs, { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { injectFaults } from "../../faults/inject-faults.ts";
import { article, newsroomOf, publishAt } from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const FEEDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
/** A feed with an archive for each story makes a large site of few. */
const SETTINGS = `stet: 1
name: The Courier
url: https://courier.example/
publish:
  feeds: [${FEEDS.map((name) => `{path: ${name}.atom, format: atom, limit: 1}`).join(", ")}]
`;

function newsroom(): string {
  const stories = Array.from({ length: 60 }, (_, at): [string, string] => {
    const second = String(at).padStart(2, "0");
    const fields = `headline: Story ${at}\nstatus: published\npublished: 2026-11-01T09:00:${second}Z`;
    return [`articles/story-${at}.yaml`, article(at, fields)];
  });
  return newsroomOf(Object.fromEntries(stories), SETTINGS);
}

function plansIn(root: string): readonly string[] {
  return readdirSync(path.join(root, ".stet/publish")).filter((name) => name.startsWith("plan-"));
}

test("nothing is left of one that cannot be shown", async () => {
  const root = newsroom();
  const end = injectFaults(fs, ({ name, to }) =>
    name === "renameSync" && to?.endsWith("/public") === true ? { error: "EIO" } : "pass",
  );
  await expect(publishAt(root, NOON).finally(end)).rejects.toMatchObject({ kind: "external" });
  expect(plansIn(root)).toEqual([]);
});
