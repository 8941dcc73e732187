// All articles, as an export has them: read folder by folder, and nothing else is waited for.
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Problem } from "../../src/base/problem.ts";
import { matchingArticles } from "../../src/desk/find/list-articles.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { testDesk } from "../support/test-desk.ts";
import { newsroomOf } from "./site/site-newsroom.ts";

const article = (slug: string): string =>
  `headline: ${slug}\nslug: ${slug}\nstatus: draft\nbody: |-\n  Words.\n`;

test("the first comes before anybody has looked at the next folder", async () => {
  const files = ["a/first", "a/gone", "b/bad", "b/gone", "c/last"].map((name) => [
    `articles/${name}.yaml`,
    name === "b/bad" ? "headline: [\n" : article(path.basename(name)),
  ]);
  const root = newsroomOf(Object.fromEntries(files));
  const desk = testDesk(root, {});
  const problems: Problem[] = [];
  const slugs: string[] = [];
  for (const { article: read } of await matchingArticles(desk, readQuery(desk, []), problems)) {
    slugs.push(read.slug);
    if (read.slug !== "first") continue;
    for (const folder of ["a", "b"]) rmSync(path.join(root, `articles/${folder}/gone.yaml`));
    writeFileSync(path.join(root, "articles/b/new.yaml"), article("new"));
  }
  expect(slugs).toEqual(["first", "new", "last"]);
  expect(problems.map(({ file }) => file)).toEqual(["articles/b/bad.yaml"]);
});

test("a folder that cannot be read is a problem, not an empty answer", async () => {
  const root = newsroomOf({ articles: "" });
  const problems: Problem[] = [];
  const desk = testDesk(root, {});
  expect([...(await matchingArticles(desk, readQuery(desk, []), problems))]).toEqual([]);
  expect(problems.map(({ file }) => file)).toEqual(["articles"]);
});
