// The articles with these slugs, however many they are.
import { expect, test } from "vitest";
import { articleSource } from "../../src/desk/find/article-source.ts";
import { slugsQuery } from "../../src/desk/find/slugs-query.ts";
import { wholeAnswer } from "../../src/desk/find/source-row.ts";
import { testDesk } from "../support/test-desk.ts";
import { newsroomOf } from "./site/site-newsroom.ts";

test.each([1, 2, 100, 101, 250])("%i of them", (count) => {
  const slugs = Array.from({ length: count }, (_, at) => `tide-${at}-été`);
  const others = ["tid", "ebb-tide-1", "tide"].map((slug) => [`articles/${slug}.yaml`, "headline: Other"]);
  const stories = slugs.map((slug) => [`articles/${slug}.yaml`, `headline: Tide\nslug: ${slug}`]);
  const desk = testDesk(newsroomOf(Object.fromEntries([...others, ...stories]), "stet: 1\n"));
  const { total, rows } = wholeAnswer(articleSource(desk, slugsQuery(slugs)), "");
  expect(total).toBe(count);
  expect(rows.every(({ slug }) => slugs.includes(slug))).toBe(true);
});
