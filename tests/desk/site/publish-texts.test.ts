// The quick way of publish where only words of articles changed: the site is what it would be from nothing, and where
// the words stand elsewhere than on their own page, everything is looked at.
import { readFileSync } from "node:fs";
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
/** One feed that is full, and one that asks for words. */
const QUICK = SETTINGS.replace(/ {4}- .*\n/g, "").replace(
  "feeds:",
  `feeds:
    - {path: feed.xml, format: rss, limit: 2, content: full}
    - {path: harbour.json, format: jsonfeed, query: "harbour", content: full}`,
);

function text(number: number, body: string, more = ""): string {
  const fields = `headline: Story ${number}\nstatus: published\npublished: 2026-11-0${number}T09:00:00Z\ntags: [rail]`;
  return article(number, `${fields}\nsection: world${more}`, body);
}

const FILES = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((number) => [`articles/story-${number}.yaml`, text(number, `Text ${number}.`)]),
  ),
  "articles/eins.yaml": text(7, "Wort.", "\nlanguage: de\ntranslation_of: story-3"),
  "articles/draft.yaml": article(8, "headline: Draft\nstatus: draft"),
};

/** `quick` lists what was rewritten where nothing else was looked at. */
test.each<[string, string, string, readonly string[] | undefined]>([
  ["an old article", "story-1", text(1, "Other words."), ["2026/11/story-1/index.html"]],
  ["a draft, which is no page", "draft", article(8, "headline: Draft\nstatus: draft", "More."), []],
  ["the words a feed asks for", "story-1", text(1, "To the harbour."), undefined],
  ["an article in a feed", "story-6", text(6, "Other words."), undefined],
  ["an article with a translation", "story-3", text(3, "Other words."), undefined],
  ["words that name another article", "story-2", text(2, "See [it](article:story-1)."), undefined],
  ["a headline", "story-1", text(1, "Text 1.").replace("Story 1", "Another"), undefined],
])("%s", async (_, name, changed, quick) => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  for (const turn of [1, 2]) {
    write(root, {
      [`articles/${name}.yaml`]: turn === 1 ? changed : changed.replace("body: |\n", "body: |\n  Twice.\n\n"),
    });
    const { rewritten, unchanged } = await publishAt(root, NOON);
    if (quick !== undefined) expect([rewritten, unchanged]).toEqual([quick, 0]);
    else if (turn === 1) expect(unchanged).toBeGreaterThan(10);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  }
});

test("a page that somebody else wrote to, and the words of its article, too", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  write(root, {
    "public/2026/11/story-1/index.html": "mine",
    "articles/story-1.yaml": text(1, "Other words."),
  });
  await publishAt(root, NOON);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a torn memory of the plan is none", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  const torn = readFileSync(path.join(root, ".stet/publish/plan.json"), "utf8").slice(0, 200);
  write(root, { ".stet/publish/plan.json": torn, "articles/story-1.yaml": text(1, "Other words.") });
  expect((await publishAt(root, NOON)).unchanged).toBeGreaterThan(10);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("strictly, everything is looked at before anything is written", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  write(root, { "articles/story-1.yaml": text(1, "Other words.") });
  const { rewritten, unchanged } = await publishAt(root, NOON, { strict: true });
  expect([rewritten, unchanged > 10]).toEqual([["2026/11/story-1/index.html"], true]);
});
