// Two live articles that claim one address: neither page is written, both are named, and nothing that readers get names
// either, whatever stood there before. A list's address is the list's.
import { expect, test } from "vitest";
import { exportDocument, type DocumentName } from "../../../src/desk/export-document.ts";
import { matchingRows } from "../../../src/desk/feeds/feed-rows.ts";
import { readQuery } from "../../../src/desk/find/read-query.ts";
import { findLinked } from "../../../src/desk/find/find-linked.ts";
import { isReadable, readEntry } from "../../../src/desk/find/read-entries.ts";
import { relatedArticles } from "../../../src/desk/find/related-articles.ts";
import { pageRelated } from "../../../src/desk/site/plan/page-related.ts";
import { testDesk } from "../../support/test-desk.ts";
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
const LATER = "2026-11-22T13:00:00Z";

function story(number: number, more: readonly string[] = [], body = "Text."): string {
  const day = String(number).padStart(2, "0");
  const fields = [`headline: Story ${number}`, "status: published", `published: 2026-11-${day}T09:00:00Z`];
  return article(number, [...fields, ...more].join("\n"), body);
}

const FILES = {
  "articles/a.yaml": story(22, ["section: world", "tags: [harbour]", "former_slugs: [was]"]),
  "articles/b.yaml": story(21, ["section: world", "related: [a]"], "See [it](article:a)."),
  "articles/c.yaml": story(3, ["section: world", "tags: [harbour]"]),
  "articles/french.yaml": story(4, ["language: fr", "translation_of: a"]),
};
const TWIN = { "articles/copies/a.yaml": story(19, ["section: world", "tags: [harbour]"]) };
const PAGE = "2026/11/a/index.html";

const CLAIMED = [
  `public/${PAGE} is claimed twice, by articles/a.yaml and by articles/copies/a.yaml; neither is written`,
  `public/${PAGE} is claimed twice, by articles/copies/a.yaml and by articles/a.yaml; neither is written`,
];

/** What names the address, but its page and what stands at former slugs. */
function naming(site: ReadonlyMap<string, string>, address = "/2026/11/a/"): string[] {
  const others = [...site].filter(([path]) => path !== PAGE && !/\/was\/|redirects/.test(path));
  return others.flatMap(([path, text]) => (text.includes(address) ? path : []));
}

test("where no page stood before, nothing names either, and their own pictures and lists are no concern of others", async () => {
  const root = newsroomOf({ ...FILES, ...TWIN });
  const { problems } = await publishAt(root, NOON);
  expect(problems.map(({ message }) => message).toSorted()).toEqual(CLAIMED);
  const site = siteTree(root);
  expect(site.has(PAGE)).toBe(false);
  expect(naming(site)).toEqual([]);
  expect(site.get("index.html")).toContain("/2026/11/b/");
  expect(site).toEqual(await siteFromNothing(root, NOON));
});

test.each<[string, boolean]>([
  ["the quick way", false],
  ["the whole", true],
])(
  "where a page stood, it stays, and comes back into all lists when its twin is gone: %s",
  async (_, force) => {
    const root = newsroomOf(FILES);
    await publishAt(root, NOON);
    const alone = siteTree(root);
    expect(naming(alone)).toEqual(
      expect.arrayContaining([
        "2026/11/b/index.html",
        "2026/11/french/index.html",
        "2026/11/index.html",
        "all.atom",
        "feed.xml",
        "index.html",
        "sitemap-2026-11.xml",
        "sitemap-news.xml",
        "tags/harbour/index.html",
        "world.json",
        "world/index.html",
      ]),
    );
    write(root, TWIN);
    for (const at of [NOON, LATER]) {
      const { problems } = await publishAt(root, at, { force });
      expect(problems.map(({ message }) => message).toSorted()).toEqual(CLAIMED);
      const site = siteTree(root);
      expect(site.get(PAGE)).toBe(alone.get(PAGE));
      expect(site.get("2026/11/was/index.html")).toBe(alone.get("2026/11/was/index.html"));
      expect(naming(site)).toEqual([]);
    }
    write(root, { "articles/copies/a.yaml": story(19).replace("published\n", "draft\n") });
    expect((await publishAt(root, LATER, { force })).problems).toEqual([]);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, LATER));
    expect(naming(siteTree(root))).toEqual(naming(alone));
  },
);

test.each(["/{year}/{month}/{slug}/", "/{year}/{day}/"])(
  "a pin or a link by id leads to neither, in feeds and in what is asked for either: %s",
  async (pattern) => {
    const settings = SETTINGS.replace("publish:", `permalinks: ${pattern}\npublish:`);
    const id = "01958f5c-9a3e-7c11-b0f4-000000000022";
    const naming = story(21, ["section: world", `related: [id:${id}]`], `See [it](article:id:${id}).`);
    const until = "expires: 2026-11-22T12:30:00Z";
    const twin = story(19, [until]).replace("2026-11-19", "2026-11-22");
    const original = story(22, [until]).replace("Story 22", "Original");
    const root = newsroomOf(
      { "articles/b.yaml": naming, "articles/a.yaml": original, "articles/copies/a.yaml": twin },
      settings,
    );
    for (const at of [NOON, LATER, NOON]) {
      await publishAt(root, at);
      const site = siteTree(root);
      expect(site).toEqual(await siteFromNothing(root, at));
      expect([...site.values()].join("")).not.toContain("Original");
    }
    const desk = testDesk(root, { now: Date.parse(NOON) });
    const entry = readEntry(desk, "articles/b.yaml");
    if (!isReadable(entry)) throw new Error("unreadable");
    const pinned = { limit: 0, onlyLive: true };
    expect(await relatedArticles(desk, entry, pinned)).toEqual([]);
    expect(await pageRelated(desk, entry)).toEqual([]);
    expect((await relatedArticles(desk, entry, { ...pinned, onlyLive: false })).length).toBeGreaterThan(0);
    expect(findLinked(desk, id)).toBe(undefined);
  },
);

test.each([
  ["where two claim its address", story(5), TWIN],
  ["whatever its article has instead by then", story(5, ["image: {src: images/other.svg, alt: O}"]), TWIN],
  ["while its article cannot be read", "headline: [", {}],
])("the pictures and redirects of a page that stands stay %s", async (_, text, more) => {
  const before = story(5, ["image: {src: images/quay.svg, alt: The quay}", "former_slugs: [was]"]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`;
  const images = { "images/quay.svg": svg, "images/other.svg": svg };
  const root = newsroomOf({ ...FILES, "articles/a.yaml": before, ...images });
  await publishAt(root, NOON);
  const page = siteTree(root).get(PAGE);
  write(root, { ...more, "articles/a.yaml": text.replace("body", "former_slugs: [was]\nbody") });
  await publishAt(root, NOON);
  const site = siteTree(root);
  expect(site.get(PAGE)).toBe(page);
  expect(site.has("images/quay.svg")).toBe(true);
  expect(site.has("2026/11/was/index.html")).toBe(true);
});

test("what was withdrawn stands no longer where two others claim its address", async () => {
  const root = newsroomOf({ ...FILES, "articles/a.yaml": story(22).replace("Story 22", "Secret") });
  await publishAt(root, NOON);
  write(root, { ...TWIN, "articles/third/a.yaml": story(18) });
  await publishAt(root, NOON);
  expect(siteTree(root).get(PAGE)).toContain("Secret");
  write(root, { "articles/a.yaml": story(22).replace("published\n", "withdrawn\n") });
  expect((await publishAt(root, NOON)).problems.map(({ file }) => file)).toEqual([
    "articles/copies/a.yaml",
    "articles/third/a.yaml",
  ]);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  expect(siteTree(root).has(PAGE)).toBe(false);
});

test.each(["{year}/{id}/", "{year}/story-{day}/", "{section}/{slug}-{day}.html"])(
  "whatever the address is made of: %s",
  async (pattern) => {
    const settings = SETTINGS.replace("publish:", `permalinks: /${pattern}\npublish:`);
    const twin = story(22, ["section: world"]).replace("Story 22", "Twin");
    const root = newsroomOf({ ...FILES, "articles/copies/a.yaml": twin }, settings);
    expect((await publishAt(root, NOON)).problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["articles/a.yaml", "articles/copies/a.yaml"]),
    );
    const site = [...siteTree(root).values()].join("");
    for (const headline of ["Twin", "Story 22"]) expect(site).not.toContain(headline);
    expect(site).toContain("Story 21");
  },
);

test("two addresses that are one where case is ignored", async () => {
  const twins = { "articles/straße.yaml": story(20), "articles/strasse.yaml": story(19) };
  const root = newsroomOf({ ...FILES, ...twins });
  expect((await publishAt(root, NOON)).problems.map(({ file }) => file)).toEqual(
    expect.arrayContaining(Object.keys(twins)),
  );
  const site = [...siteTree(root).values()].join("");
  for (const headline of ["Story 20", "Story 19"]) expect(site).not.toContain(headline);
  expect(site).toContain("Story 21");
});

test("a slug that two articles have at two addresses is no matter of this", async () => {
  const root = newsroomOf({ ...FILES, "articles/copies/a.yaml": story(19).replace("2026-11-", "2026-10-") });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const front = siteTree(root).get("archive/index.html");
  expect(front).toContain("/2026/10/");
  expect(naming(siteTree(root))).toContain("index.html");
});

test.each<DocumentName>(["rss", "atom", "jsonfeed", "sitemap", "news-sitemap"])(
  "an export says of them what publish does: %s",
  async (name) => {
    const root = newsroomOf({ ...FILES, ...TWIN });
    const desk = testDesk(root, { now: Date.parse(NOON) });
    const { rows, problems } = await matchingRows(desk, readQuery(desk, []));
    const hint = "give one of them another slug: stet rename";
    expect(problems).toEqual([
      {
        severity: "error",
        code: "duplicate-slug",
        file: "articles/a.yaml",
        field: "slug",
        message: "articles/copies/a.yaml has the same address, so that neither can be published",
        hint,
      },
      {
        severity: "error",
        code: "duplicate-slug",
        file: "articles/copies/a.yaml",
        field: "slug",
        message: "articles/a.yaml has the same address, so that neither can be published",
        hint,
      },
    ]);
    const limits = { limit: undefined, content: undefined, query: undefined };
    const text = await exportDocument(desk, { name, rows, ...limits });
    expect(text).toContain("/2026/11/b/");
    expect(text).not.toContain("/2026/11/a/");
  },
);

test("the front of a section is the section's: an article at its address is named, and has no page", async () => {
  const settings = SETTINGS.replace("publish:", "permalinks: /{slug}/\npublish:");
  const root = newsroomOf(FILES, settings);
  await publishAt(root, NOON);
  write(root, { "articles/world.yaml": story(7, ["section: science"]) });
  for (const force of [false, true]) {
    const { problems } = await publishAt(root, NOON, { force });
    expect(problems).toMatchObject([
      {
        file: "articles/world.yaml",
        message:
          "public/world/index.html is the section World, so that articles/world.yaml has no page there",
      },
    ]);
    const site = siteTree(root);
    expect(site.get("world/index.html")).toContain("Story 21");
    expect(site).toEqual(await siteFromNothing(root, NOON));
  }
  write(root, { "articles/c.yaml": FILES["articles/c.yaml"].replace("Story 3", "Story three") });
  await publishAt(root, NOON);
  expect(siteTree(root).get("world/index.html")).toContain("Story three");
});
