// Where a change of a few articles reaches further than the files that show them: what goes, what changes its place, and
// what the quick way of publish cannot know.
import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/database/open-database.ts";
import { currentIndexFile } from "../../../src/newsroom/index-files.ts";
import {
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
  type Files,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const SETTINGS = `stet: 1
name: The Courier
url: https://courier.example/
timezone: UTC
sections: {world: World, world/europe: Europe, world/africa: Africa}
publish:
  archive: 2
  feeds: [{path: harbour.atom, format: atom, query: harbour, limit: 2}]
`;

interface Told {
  readonly section?: string;
  readonly body?: string;
  readonly more?: string;
}

function story(
  day: number,
  { section = "world/europe", body = "To the harbour.", more = "" }: Told = {},
): string {
  const dated = `headline: Number ${day}\nstatus: published\npublished: 2026-11-${String(day).padStart(2, "0")}T09:00:00Z`;
  return article(day, `${dated}\nsection: ${section}${more}`, body);
}

function stories(days: readonly number[], told: Told = {}): Files {
  return Object.fromEntries(days.map((day) => [`articles/a${day}.yaml`, story(day, told)]));
}

const AFRICA: Told = { section: "world/africa" };
const corrected = (day: number): Told => ({
  more: `\ncorrections: [{at: 2026-11-${day}T09:00:00Z, text: No.}]`,
});

test.each<[string, Files, Files]>([
  ["words without which an Atom feed has one archive less", {}, stories([1, 3], { body: "Gone." })],
  ["a correction that is not made yet", stories([1, 3, 5], corrected(20)), stories([1], corrected(29))],
])("%s", async (_, others, changed) => {
  const root = newsroomOf({ ...stories([1, 3, 5, 7, 8]), ...others }, SETTINGS);
  await publishAt(root, NOON);
  write(root, changed);
  await publishAt(root, NOON);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a newcomer to another subsection leaves the numbered pages of their section alone", async () => {
  const root = newsroomOf({ ...stories([1, 3, 5, 7, 8]), ...stories([2, 4], AFRICA) }, SETTINGS);
  await publishAt(root, NOON);
  write(root, stories([20], AFRICA));
  const { rewritten } = await publishAt(root, NOON);
  expect(rewritten).toContain("world/index.html");
  expect(rewritten.filter((file) => file.startsWith("world/page/"))).toEqual([]);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a site of which stet no longer knows a file is another's", async () => {
  const root = newsroomOf(stories([1, 3, 5]), SETTINGS);
  await publishAt(root, NOON);
  for (const name of readdirSync(path.join(root, ".stet/publish")).filter((each) =>
    each.startsWith("public-"),
  ))
    rmSync(path.join(root, ".stet/publish", name), { recursive: true });
  write(root, { "public/index.html": "mine", ...stories([1], { body: "Other." }), ...stories([9]) });
  const before = siteTree(root);
  await expect(publishAt(root, NOON)).rejects.toMatchObject({ kind: "conflict" });
  expect(siteTree(root)).toEqual(before);
});

test.each<[string, Files]>([
  ["another change", stories([3], { body: "Another." })],
  ["the change taken back", stories([1])],
])("an index that was put back as it was before, and %s", async (_, changed) => {
  const root = newsroomOf(stories([1, 3, 5]), SETTINGS);
  await publishAt(root, NOON);
  const [index, aside] = [path.join(root, ".stet/index"), path.join(root, ".stet/aside")];
  cpSync(index, aside, { recursive: true, preserveTimestamps: true });
  write(root, stories([1], { body: "Once." }));
  await publishAt(root, NOON);
  rmSync(index, { recursive: true });
  cpSync(aside, index, { recursive: true, preserveTimestamps: true });
  write(root, changed);
  await publishAt(root, NOON);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a tag that somebody wrote to the index makes no page", async () => {
  // By then the stamps of all files are believed.
  const options = { clock: () => Date.now() + 10_000 };
  const root = newsroomOf(stories([1, 3, 5]), SETTINGS);
  await publishAt(root, NOON, {}, options);
  const database = openDatabase(currentIndexFile(root) ?? "", { waitMs: 0, pragmas: [] });
  database.exec(`UPDATE file SET head = json_set(head, '$.tags', json('["evil"]')), hash = 'x', written = written + 1
    WHERE path = 'articles/a1.yaml'`);
  database.close();
  write(root, stories([3], { body: "Another." }));
  await publishAt(root, NOON, {}, options);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("no page leads to corrections of which each is still to be made", async () => {
  const at = (day: number): string => `\ncorrections: [{at: 2026-11-${day}T09:00:00Z, text: No.}]`;
  const root = newsroomOf({ "articles/a1.yaml": story(1, { more: at(29) }) }, SETTINGS);
  await publishAt(root, NOON);
  expect(siteTree(root).get("index.html")).not.toContain("/corrections/");
  await publishAt(root, "2026-11-29T12:00:00Z");
  expect(siteTree(root).get("index.html")).toContain("/corrections/");
  write(root, { "articles/a2.yaml": story(2, { more: at(30) }) });
  await publishAt(root, "2026-11-29T12:00:00Z");
  expect(siteTree(root)).toEqual(await siteFromNothing(root, "2026-11-29T12:00:00Z"));
});

test("a picture that no story shows any more", async () => {
  const shown = story(1, { more: "\nimage: {src: images/a.gif, alt: A}" });
  const root = newsroomOf(
    { ...stories([3, 5]), "articles/a1.yaml": shown, "images/a.gif": "GIF89a" },
    SETTINGS,
  );
  await publishAt(root, NOON);
  expect(siteTree(root).has("images/a.gif")).toBe(true);
  write(root, stories([1]));
  await publishAt(root, NOON);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});
