// Former slugs, and what has gone: their pages and their lines for web servers take no address from anything else, and none
// is claimed twice.
import { expect, test } from "vitest";
import {
  SETTINGS,
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const MAPS = ["_redirects", "redirects.nginx", "redirects.caddy"];

function story(number: number, more: readonly string[] = [], status = "published"): string {
  const day = String(number).padStart(2, "0");
  const fields = [`headline: Story ${number}`, `status: ${status}`, `published: 2026-11-${day}T09:00:00Z`];
  return article(number, [...fields, ...more].join("\n"));
}

const settingsWith = (permalinks: string): string =>
  SETTINGS.replace("publish:", `permalinks: ${permalinks}\npublish:`);

test.each([
  ["/{slug}/", "world", "world/index.html"],
  ["/{slug}/", "World", "world/index.html"],
  ["/{slug}/", "archive", "archive/index.html"],
  ["/{slug}/", "corrections", "corrections/index.html"],
  ["/tags/{slug}/", "harbour", "tags/harbour/index.html"],
  ["/{slug}.html", "404", "404.html"],
  ["/{slug}.xml", "feed", "feed.xml"],
])("takes the address of no list, feed or message, in no map either: %s %s", async (pattern, slug, file) => {
  const corrections = ["corrections:", "  - {at: 2026-11-08T10:00:00Z, text: Wrong.}"];
  const former = `former_slugs: ["${slug}", d-was]`;
  const root = newsroomOf(
    {
      "articles/c.yaml": story(6, ["section: world", "tags: [harbour]"]),
      "articles/d.yaml": story(7, [former, ...corrections]),
    },
    settingsWith(pattern),
  );
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const site = siteTree(root);
  expect(site.get(file)).not.toMatch(/http-equiv="?refresh/);
  for (const map of MAPS) {
    expect(site.get(map)).toContain("d-was");
    expect(site.get(map)?.toLowerCase()).not.toMatch(new RegExp(`/${slug.toLowerCase()}[/. ]`));
  }
});

test.each([
  ["foo", "Foo", false],
  ["strasse", "straße", true],
])(
  "a page whose slug was the same but for case has its page, and a map tells a server what it can tell apart: %s",
  async (slug, was, isTold) => {
    const root = newsroomOf({
      "articles/a.yaml": story(7, [`slug: ${slug}`, `former_slugs: [${was}, old]`]),
    });
    expect((await publishAt(root, NOON)).problems).toEqual([]);
    const site = siteTree(root);
    expect(site.get(`2026/11/${slug}/index.html`)).toContain("Story 7");
    const map = Buffer.from(site.get("redirects.nginx") ?? "", "latin1").toString();
    expect(map).toContain("/2026/11/old/");
    expect(map.includes(`"/2026/11/${was}/"`)).toBe(isTold);
  },
);

test("of a copied file the former address leads on still, and is in the maps once", async () => {
  const original = story(7, ["former_slugs: [was]"]);
  const root = newsroomOf({ "articles/a.yaml": original });
  await publishAt(root, NOON);
  const alone = siteTree(root);
  write(root, { "articles/copies/a.yaml": original });
  const { problems } = await publishAt(root, NOON);
  expect(problems.filter(({ file }) => file?.includes("was"))).toEqual([]);
  const site = siteTree(root);
  for (const file of ["2026/11/was/index.html", ...MAPS]) expect(site.get(file)).toBe(alone.get(file));
});

test("of two that went from one address the maps have one line", async () => {
  const root = newsroomOf({
    "articles/a.yaml": story(7, [], "withdrawn"),
    "articles/copies/a.yaml": story(8, [], "killed"),
    "articles/b.yaml": story(9),
  });
  await publishAt(root, NOON);
  expect(siteTree(root).get("gone.txt")).toBe("/2026/11/a/\n");
  expect(
    siteTree(root)
      .get("redirects.nginx")
      ?.match(/"\/2026\/11\/a\/" 1;/g),
  ).toHaveLength(1);
});

test.each([
  ["a former slug", story(7, ["former_slugs: [harbour]"])],
  ["what was withdrawn", story(7, ["slug: harbour"], "withdrawn")],
])("a tag that appears where %s led takes its place, in the maps, too", async (_, text) => {
  const files = { "articles/d.yaml": text, "articles/e.yaml": story(5) };
  const root = newsroomOf(files, settingsWith("/tags/{slug}/"));
  await publishAt(root, NOON);
  expect(siteTree(root).get("redirects.nginx")).toContain("/tags/harbour/");
  write(root, { "articles/c.yaml": story(6, ["tags: [harbour]"]) });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  expect(siteTree(root).get("tags/harbour/index.html")).toContain("Story 6");
});

test.each([
  ["/{slug}.xml", "feed", "feed.xml"],
  ["/{slug}.html", "404", "404.html"],
])("a feed or a message is not lost to an article at its address: %s", async (pattern, slug, file) => {
  const root = newsroomOf({ "articles/x.yaml": story(7, [`slug: "${slug}"`]) }, settingsWith(pattern));
  const { problems } = await publishAt(root, NOON);
  expect(problems.map((problem) => problem.file)).toEqual(["articles/x.yaml"]);
  expect(siteTree(root).has(file)).toBe(true);
  expect(siteTree(root).get(file)).not.toContain("<h1>Story 7");
});
