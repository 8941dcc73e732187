// Stories of lists are kept while a site is planned, thousands of them; the texts of their articles are not.
import { expect, test } from "vitest";
import { freshIndex } from "../../../src/desk/keep-index/fresh-index.ts";
import { listedStories } from "../../../src/desk/site/plan/read-listed.ts";
import { siteRows } from "../../../src/desk/site/plan/site-rows.ts";
import { collectGarbage } from "../../support/collect-garbage.ts";
import { testDesk } from "../../support/test-desk.ts";
import { article, newsroomOf } from "./site-newsroom.ts";

const STORIES = 20;
/** Two bytes each in memory. */
const LETTERS = 200_000;

test("a story keeps nothing of its article's text in memory but what a list shows", async () => {
  const texts = Array.from({ length: STORIES }, (_, at): [string, string] => {
    const fields = `headline: A headline of some length ${at}\nstatus: published\npublished: 2026-01-01T09:00:00Z`;
    return [`articles/story-${at}.yaml`, article(at, fields, "–".repeat(LETTERS))];
  });
  const desk = testDesk(newsroomOf(Object.fromEntries(texts)));
  const { index } = await freshIndex(desk);
  const { live } = siteRows(desk, index);
  const context = { desk, index, isBelieving: false, shown: undefined };
  collectGarbage();
  const { heapUsed } = process.memoryUsage();
  const stories = listedStories(context, live);
  collectGarbage();
  const grown = process.memoryUsage().heapUsed - heapUsed;
  expect(stories.map(({ headline }) => headline)).toContain("A headline of some length 7");
  expect(stories).toHaveLength(STORIES);
  expect(grown).toBeLessThan((STORIES * LETTERS * 2) / 2);
});
