// One id in two live files: readers' programs take two entries of one id for one, so no feed holds either, both are named, and
// the site is the same whichever way it is published.
import { expect, test } from "vitest";
import { matchingRows } from "../../../src/desk/feeds/feed-rows.ts";
import { exportDocument } from "../../../src/desk/export-document.ts";
import { readQuery } from "../../../src/desk/find/read-query.ts";
import { testDesk } from "../../support/test-desk.ts";
import { article, newsroomOf, publishAt, siteFromNothing, siteTree, write } from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";

function story(number: number, { day = number, status = "published", more = "" } = {}): string {
  const fields = [`headline: Story ${number}`, `status: ${status}`, `published: 2026-11-0${day}T09:00:00Z`];
  return article(number, [...fields, ...(more === "" ? [] : [more])].join("\n"));
}

/** The same id under another headline. */
function copyOf(number: number, as: Parameters<typeof story>[1] = {}): string {
  return story(number, { day: 8, ...as }).replace("headline: Story", "headline: Copy of story");
}

const idOf = (number: number): string => `01958f5c-9a3e-7c11-b0f4-00000000000${number}`;

const FILES = {
  "articles/a.yaml": story(1, { more: "section: world" }),
  "articles/b.yaml": story(2, { more: "section: world" }),
};
const COPY = { "articles/copy.yaml": copyOf(1) };
const FEEDS = ["feed.xml", "all.atom", "world.json"] as const;

/** All documents of a feed, archives too. */
function feedOf(site: ReadonlyMap<string, string>, feed: string): string {
  const [name = "", format = ""] = feed.split(".");
  return [...site]
    .flatMap(([path, text]) => (path.startsWith(name) && path.endsWith(format) ? text : []))
    .join("");
}

const BOTH = [
  {
    severity: "error",
    code: "duplicate-slug",
    file: "articles/a.yaml",
    field: "id",
    message: `the id ${idOf(1)} is also claimed by articles/copy.yaml, so that no feed can hold either`,
    hint: "remove the id line from the copy, then: stet check --fix",
  },
  {
    severity: "error",
    code: "duplicate-slug",
    file: "articles/copy.yaml",
    field: "id",
    message: `the id ${idOf(1)} is also claimed by articles/a.yaml, so that no feed can hold either`,
    hint: "remove the id line from the copy, then: stet check --fix",
  },
];

test("two live files of one id have their pages, are in no feed, and are named until one has another", async () => {
  const root = newsroomOf(FILES);
  await publishAt(root, NOON);
  write(root, COPY);
  for (const force of [false, false, true]) {
    const { problems } = await publishAt(root, NOON, { force });
    expect(problems).toEqual(BOTH);
    const site = siteTree(root);
    expect(site).toEqual(await siteFromNothing(root, NOON));
    expect(site.get("2026/11/a/index.html")).toContain("Story 1");
    expect(site.get("2026/11/copy/index.html")).toContain("Copy of story 1");
    expect(site.get("sitemap-2026-11.xml")).toContain("/2026/11/copy/");
    for (const feed of FEEDS) {
      expect(feedOf(site, feed)).toContain(idOf(2));
      expect(feedOf(site, feed)).not.toContain(idOf(1));
    }
  }
  write(root, { "articles/copy.yaml": copyOf(1).replace(idOf(1), idOf(7)) });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const site = siteTree(root);
  expect(site).toEqual(await siteFromNothing(root, NOON));
  for (const feed of FEEDS) expect(feedOf(site, feed)).toContain(idOf(1));
  expect(site.get("feed.xml")).toContain(idOf(7));
});

test("--strict publishes nothing of them", async () => {
  const root = newsroomOf({ ...FILES, ...COPY });
  await expect(publishAt(root, NOON, { strict: true })).rejects.toMatchObject({
    kind: "partial",
    message: expect.stringContaining(`the id ${idOf(1)} is also claimed by articles/copy.yaml`),
  });
  expect(siteTree(root).size).toBe(0);
});

test.each<[string, string]>([
  ["a draft", copyOf(1, { status: "draft" })],
  ["one that is to come", copyOf(1, { more: "embargo: 2026-12-01T09:00:00Z" })],
  ["one that is killed", copyOf(1, { status: "killed" })],
  ["one that is withdrawn", copyOf(1, { status: "withdrawn" })],
])("%s of the same id takes nothing from a live one", async (_, copy) => {
  const root = newsroomOf(FILES);
  await publishAt(root, NOON);
  write(root, { "articles/copy.yaml": copy });
  const other = { "articles/c.yaml": story(3), "articles/b.yaml": story(2).replace("Text.", "Another.") };
  for (const files of [{}, other]) {
    write(root, files);
    expect((await publishAt(root, NOON)).problems).toEqual([]);
    const site = siteTree(root);
    expect(site).toEqual(await siteFromNothing(root, NOON));
    for (const feed of FEEDS) expect(feedOf(site, feed)).toContain(idOf(1));
    expect(feedOf(site, "all.atom")).not.toContain("deleted-entry");
  }
});

test("an export says no more than a feed that a live one is gone because its copy is", async () => {
  const root = newsroomOf({ ...FILES, "articles/copy.yaml": copyOf(1, { status: "killed" }) });
  const desk = testDesk(root, { now: Date.parse(NOON) });
  const { rows, problems } = await matchingRows(desk, readQuery(desk, []));
  expect(problems).toEqual([]);
  const limits = { limit: undefined, content: undefined, query: undefined };
  const text = await exportDocument(desk, { name: "atom", rows, ...limits });
  expect(text).toContain(`<id>urn:uuid:${idOf(1)}</id>`);
  expect(text).not.toContain("deleted-entry");
});

test("one that takes the id of a killed one takes its tombstone", async () => {
  const root = newsroomOf({ ...FILES, "articles/killed.yaml": story(3, { status: "killed" }) });
  await publishAt(root, NOON);
  expect(siteTree(root).get("all.atom")).toContain(`deleted-entry ref="urn:uuid:${idOf(3)}"`);
  write(root, { "articles/again.yaml": copyOf(3) });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const site = siteTree(root);
  expect(site).toEqual(await siteFromNothing(root, NOON));
  expect(feedOf(site, "all.atom")).toContain(`<id>urn:uuid:${idOf(3)}</id>`);
  expect(feedOf(site, "all.atom")).not.toContain("deleted-entry");
});

test("two killed ones of one id have one tombstone", async () => {
  const killed = { status: "killed" };
  const root = newsroomOf({
    "articles/a.yaml": story(1, killed),
    "articles/b.yaml": copyOf(1, killed),
    "articles/c.yaml": story(3),
  });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  expect(
    siteTree(root)
      .get("all.atom")
      ?.match(/deleted-entry ref="[^"]*"/g),
  ).toEqual([`deleted-entry ref="urn:uuid:${idOf(1)}"`]);
});

test("when the time of the second comes, both leave the feeds", async () => {
  const root = newsroomOf({
    ...FILES,
    "articles/copy.yaml": copyOf(1, { more: "embargo: 2026-11-23T09:00:00Z" }),
  });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  expect(siteTree(root).get("feed.xml")).toContain(idOf(1));
  expect((await publishAt(root, "2026-11-23T09:00:00Z")).problems).toEqual(BOTH);
  expect(siteTree(root).get("feed.xml")).not.toContain(idOf(1));
});

test("an export of either has neither, and says so", async () => {
  const root = newsroomOf({ ...FILES, ...COPY });
  await publishAt(root, NOON);
  const desk = testDesk(root, { now: Date.parse(NOON) });
  const all = await matchingRows(desk, readQuery(desk, []));
  expect(all.problems).toEqual(BOTH);
  const limits = { limit: undefined, content: undefined, query: undefined };
  expect(await exportDocument(desk, { name: "rss", rows: all.rows, ...limits })).toBe(
    siteTree(root).get("feed.xml"),
  );
  expect(await exportDocument(desk, { name: "sitemap", rows: all.rows, ...limits })).toContain("/copy/");
  const query = readQuery(desk, ["section:world"]);
  const world = await matchingRows(desk, query);
  expect(world.problems).toEqual(BOTH.slice(0, 1));
  const text = await exportDocument(desk, {
    name: "jsonfeed",
    rows: world.rows,
    ...limits,
    query: query.canonical,
  });
  expect(text).toBe(siteTree(root).get("world.json"));
});
