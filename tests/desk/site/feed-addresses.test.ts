// Addresses in feeds, where what they lead to moves and the words of its article do not.
import { renameSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  article,
  newsroomOf,
  publishAt,
  SETTINGS,
  siteFromNothing,
  siteTree,
  write,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";

function live(number: number, day: string): string {
  return article(number, `headline: no ${number}\nstatus: published\npublished: ${day}T09:00:00Z`);
}

test("an article without a slug, whose file gets another name", async () => {
  const root = newsroomOf({ "articles/one.yaml": live(1, "2026-11-01") });
  await publishAt(root, NOON);
  renameSync(path.join(root, "articles/one.yaml"), path.join(root, "articles/two.yaml"));
  await publishAt(root, NOON);
  expect(siteTree(root).get("feed.xml")).toContain("https://courier.example/2026/11/two/");
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("the archive before one, which is called by the month of its last story", async () => {
  const story = (at: number, day: string) => ({ [`articles/story-${at}.yaml`]: live(at, day) });
  const files = { ...story(1, "2026-09-01"), ...story(2, "2026-10-02"), ...story(3, "2026-11-03") };
  const root = newsroomOf(files, SETTINGS.replace("limit: 2", "limit: 1"));
  await publishAt(root, NOON);
  expect(siteTree(root).get("all-2026-10-1.atom")).toContain("/all-2026-09-1.atom");
  write(root, story(1, "2026-08-01"));
  await publishAt(root, NOON);
  expect(siteTree(root).get("all-2026-10-1.atom")).toContain("/all-2026-08-1.atom");
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});
