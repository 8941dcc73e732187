// Lists that are made again take the stories that have not changed as they showed them last: only what was read from the
// same file is believed.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/database/open-database.ts";
import { beginPlanMemory, closePlanMemory } from "../../../src/desk/site/remember/plan-memory.ts";
import { shownStories } from "../../../src/desk/site/remember/shown-stories.ts";
import {
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
  type Files,
} from "./site-newsroom.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const NOON = "2026-11-22T12:00:00Z";

function story(number: number, headline: string, more = ""): Files {
  const fields = `headline: ${headline}\nstatus: published\npublished: 2026-11-0${number}T09:00:00Z\ntags: [rail]`;
  return { [`articles/story-${number}.yaml`]: article(number, fields + more) };
}

/** A newsroom with a site, of which the lists with the first story were made twice. */
async function listedTwice(): Promise<string> {
  const root = newsroomOf({
    ...story(1, "One"),
    ...story(2, "Two", "\nsummary: What is short.\nauthors: [Jane Doe]\nkicker: Sea\nsection: world"),
    ...story(3, "Three"),
    ...story(4, "Four"),
  });
  for (const headline of ["One", "Another"]) {
    write(root, story(1, headline));
    await publishAt(root, NOON);
  }
  return root;
}

/** Runs it on what the last edition was planned from; the headlines of stories that are known as lists showed them. */
function inMemory(root: string, statement: string): readonly unknown[] {
  const folder = path.join(root, ".stet/publish");
  const name = readdirSync(folder).find((file) => file.endsWith(".db")) ?? "";
  const database = openDatabase(path.join(folder, name), { waitMs: 0, pragmas: [] });
  database.exec(statement);
  const shown = database
    .prepare(
      "SELECT shown ->> '$.story.headline' AS headline FROM story WHERE json_valid(shown) ORDER BY path",
    )
    .all();
  database.close();
  return shown.map(({ headline }) => headline);
}

async function isAsFromNothing(root: string): Promise<void> {
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
}

test("stories are kept as a list showed them, and each is read again once it is another", async () => {
  const root = await listedTwice();
  expect(inMemory(root, "")).toContain("Two");
  for (const files of [story(2, "Second"), story(1, "First"), story(2, "Two again"), story(1, "One again")]) {
    write(root, files);
    await isAsFromNothing(root);
  }
  expect(inMemory(root, "")).toEqual(expect.arrayContaining(["One again", "Two again"]));
});

test("one that is held back after lists showed it is shown no more", async () => {
  const root = await listedTwice();
  write(root, { ...story(1, "First"), ...story(2, "Two", "\nembargo: open") });
  await isAsFromNothing(root);
  expect([...siteTree(root).values()].join("\n")).not.toContain("Two");
});

test.each([
  ["of another file", "json_set(shown, '$.hash', 'x', '$.story.headline', 'Secret')"],
  ["of no headline", "json_set(shown, '$.story.headline', 7)"],
  ["without an address", "json_remove(shown, '$.story.href')"],
  ["that is no JSON", "'Secret'"],
  ["that is none", "'7'"],
])("what is kept %s is read again", async (_, value) => {
  const root = await listedTwice();
  inMemory(root, `UPDATE story SET shown = ${value} WHERE shown IS NOT NULL AND path LIKE '%2.yaml'`);
  write(root, story(1, "First"));
  await isAsFromNothing(root);
});

test("what is no fault of the disk's is none to pass over", () => {
  const memory = beginPlanMemory(path.join(temporaryFolder(), "plan.db"));
  const { get } = shownStories(memory);
  const lists = { names: [], lists: [] };
  const texts = { path: "", hash: "", file: "", language: "", callKey: "", storyKey: "", teaserKey: "" };
  const row = { published: 0, updated: 0, ...texts, ...lists };
  expect(get(row)).toBeUndefined();
  closePlanMemory(memory);
  expect(() => get(row)).toThrow("not open");
});
