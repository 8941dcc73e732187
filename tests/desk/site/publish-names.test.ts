// Names in links, pins and translations of what is published: live files alone answer to them, so that a draft that takes
// one changes nothing, and a live article that does changes what it should, whichever way it is published.
import { expect, test } from "vitest";
import { article, newsroomOf, publishAt, siteFromNothing, siteTree, write } from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";

function live(number: number, more = "", body = "Text."): string {
  const fields = `headline: Story ${number}\nstatus: published\npublished: 2026-11-0${number}T09:00:00Z`;
  return article(number, `${fields}\n${more}`, body);
}

const FILES = {
  "articles/moved.yaml": live(1, "former_slugs: [old, older]"),
  "articles/pinning.yaml": live(2, "related: [old]"),
  "articles/linking.yaml": live(3, "", "See [it](article:old), [that](article:pinning)."),
  "articles/french.yaml": live(4, "language: fr\ntranslation_of: old"),
  "articles/german.yaml": live(5, "language: de\ntranslation_of: unwritten"),
  "articles/dutch.yaml": live(6, "language: nl\ntranslation_of: unwritten"),
};

const HELD = "status: draft\nheadline: Held back\n";

test.each<[string, string, string]>([
  ["a former slug", "old", HELD],
  ["a former slug, when its time comes", "old", live(7).replace("2026-11-07", "2026-12-07")],
  ["what two translate", "unwritten", HELD],
  ["the slug of a live article", "other/pinning", HELD],
  ["an id", "other", `id: 01958f5c-9a3e-7c11-b0f4-000000000001\n${HELD}`],
])("a draft that takes %s changes nothing of the site", async (_, slug, text) => {
  const root = newsroomOf(FILES);
  await publishAt(root, NOON);
  const before = siteTree(root);
  expect(before.get("2026/11/linking/index.html")).toContain("/2026/11/moved/");
  expect(before.get("2026/11/pinning/index.html")).toContain("Story 1");
  expect(before.get("2026/11/french/index.html")).toContain(`hreflang="en-GB"`);
  expect(before.get("2026/11/german/index.html")).toContain(`hreflang="nl"`);
  write(root, { [`articles/${slug}.yaml`]: text });
  for (const force of [false, true]) {
    await publishAt(root, NOON, { force });
    expect(siteTree(root)).toEqual(before);
  }
  expect(await siteFromNothing(root, NOON)).toEqual(before);
});

test.each(["old", "older", "unwritten", "other/pinning"])("a live article that takes %s", async (slug) => {
  const root = newsroomOf(FILES);
  await publishAt(root, NOON);
  write(root, {
    [`articles/${slug}.yaml`]: live(slug === "older" ? 8 : 9).replace(/2026-11-09/, "2026-10-09"),
  });
  await publishAt(root, NOON);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a former slug of two live articles leads to neither, and both are named", async () => {
  const both = {
    "articles/a.yaml": live(1, "former_slugs: [was]"),
    "articles/b.yaml": live(2, "former_slugs: [was, b-was]"),
  };
  const root = newsroomOf(both);
  const { problems } = await publishAt(root, NOON);
  expect(problems.map(({ message }) => message)).toContain(
    "public/2026/11/was/index.html is claimed twice, by a former slug of articles/b.yaml and by a former slug of articles/a.yaml; neither is written",
  );
  const map = siteTree(root).get("redirects.nginx");
  expect(map).toContain("/2026/11/b-was/");
  expect(map).not.toContain("/2026/11/was/");
});

test("what was withdrawn is gone, and is not where a live article has its address", async () => {
  const withdrawn = (number: number, slug: string): string =>
    live(number, `slug: ${slug}`).replace("published", "withdrawn");
  const root = newsroomOf({
    "articles/a.yaml": withdrawn(1, "taken"),
    "articles/b.yaml": withdrawn(2, "free"),
    "articles/taken.yaml": live(3),
  });
  await publishAt(root, NOON);
  const tree = siteTree(root);
  expect(tree.get("gone.txt")).toBe("/2026/11/free/\n");
  expect(tree.get("2026/11/taken/index.html")).toContain("Story 3");
});
