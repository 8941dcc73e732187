// Pictures that pages show and the newsroom does not have: a publish names each once, as check does every time.
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { article, newsroomOf, publishAt, write } from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";

function story(number: number, image: string, body = "Text.", day = "2026-11-01"): Record<string, string> {
  const live = `status: published\npublished: ${day}T09:00:00Z\nsection: world`;
  const fields = `headline: Story ${number}\n${live}\nimage: {src: "${image}", alt: A picture}`;
  return { [`articles/story-${number}.yaml`]: article(number, fields, body) };
}

async function lostAt(root: string, instant = NOON): Promise<readonly string[]> {
  return (await publishAt(root, instant)).lostPictures;
}

test("each is named once: of the head, of the body, with blanks in its name", async () => {
  const root = newsroomOf(story(1, "images/head.png", "![A map](images/the%20map.svg)"));
  expect((await lostAt(root)).toSorted()).toEqual(["images/head.png", "images/the map.svg"]);
  write(root, story(2, "images/second.png"));
  expect(await lostAt(root)).toEqual(["images/second.png"]);
  write(root, story(2, "images/second.png", "Other words."));
  expect(await lostAt(root)).toEqual([]);
});

test("one that has gone since is named, and one that is there, or is elsewhere, is not", async () => {
  const picture = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
  const root = newsroomOf({
    ...story(1, "images/there.svg", "![A map](https://maps.example/a.png) ![A chart](/charts/b.png)"),
    "images/there.svg": picture,
  });
  expect(await lostAt(root)).toEqual([]);
  rmSync(path.join(root, "images/there.svg"));
  expect(await lostAt(root)).toEqual(["images/there.svg"]);
  expect(await lostAt(root)).toEqual([]);
});

test("what nobody may read yet is not looked for", async () => {
  const root = newsroomOf(story(1, "images/head.png", "Text.", "2026-12-01"));
  expect(await lostAt(root)).toEqual([]);
  expect(await lostAt(root, "2026-12-02T12:00:00Z")).toEqual(["images/head.png"]);
});
