// Feeds and sitemaps of a whole newsroom: what stands in which file, what changes when an article does, and that the
// archive chain of an Atom feed leads to everything.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/article/limits.ts";
import { openDesk, type Desk } from "../../src/desk/desk.ts";
import { exportDocument } from "../../src/desk/export-document.ts";
import { checked, feedDocuments, type SiteDocument } from "../../src/desk/feeds/feed-documents.ts";
import { matchingRows } from "../../src/desk/feeds/feed-rows.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { robotsDocument, sitemapDocuments, type Sitemap } from "../../src/desk/feeds/sitemap-documents.ts";
import { byMonth } from "../../src/formats/feed-plan.ts";
import { elementsOf, readAtom, textsOf } from "../formats/read-feeds.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HOME = "https://courier.example/";
const NOW = Date.parse("2026-11-22T09:00:00Z");
const SETTINGS =
  "stet: 1\nname: N\nurl: https://courier.example\ntimezone: Europe/Brussels\npublish: {feeds: [{path: all.atom, limit: 10}]}\n";

type Files = Readonly<Record<string, string>>;

function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

function openAt(root: string, now = NOW): Desk {
  const options = {
    cwd: root,
    store: undefined,
    env: {},
    now,
    clock: () => now,
    command: "test",
    lockWaitMs: 0,
    limits: LIMITS,
  };
  return openDesk({ ...options, random: (count) => new Uint8Array(count) });
}

function newsroom(files: Files): string {
  const root = temporaryFolder();
  write(root, { "stet.yaml": SETTINGS, ...files });
  return root;
}

function story(number: number, more = ""): Files {
  const published = new Date(Date.parse("2026-08-01T06:00:00Z") + number * 86_400_000).toISOString();
  const id = `019a5b62-1d8c-761e-a169-${String(number).padStart(12, "0")}`;
  const text = `id: ${id}\nheadline: Story ${number}\nstatus: published\npublished: ${published}\n${more}body: Text ${number}.\n`;
  return { [`articles/story-${number}.yaml`]: text };
}

function stories(count: number): Files {
  return Object.assign({}, ...Array.from({ length: count }, (_, index) => story(index)));
}

async function documentsOf(root: string, now = NOW): Promise<SiteDocument[]> {
  const desk = openAt(root, now);
  const [feed] = desk.settings.publish.feeds;
  if (feed === undefined) throw new Error("the settings have a feed");
  const documents = feedDocuments(desk, feed, (await matchingRows(desk, readQuery(desk, []))).rows);
  // The texts are made now, from the files as they are now.
  const texts = documents.map((document) => document.text());
  return documents.map((document, index) => ({ ...document, text: () => texts[index] ?? "" }));
}

async function sitemapsOf(desk: Desk): Promise<Sitemap[]> {
  const { rows } = await matchingRows(desk, readQuery(desk, []));
  const months = Array.from(byMonth(rows, desk.settings.timezone), ([name, found]) => ({
    name,
    rows: () => found,
  }));
  const mapping = { months, newest: rows, pages: [{ url: HOME }] };
  return [...sitemapDocuments(desk, { ...mapping, addresses: ({ url }) => url, filed: (some) => some })];
}

type Document = Pick<SiteDocument, "path" | "text">;

const textOf = (documents: readonly Document[], file: string): string =>
  documents.find((document) => document.path === file)?.text() ?? "";

/** Every id found by following prev-archive from the current document, and the files on the way. */
function followed(documents: readonly SiteDocument[]): { ids: string[]; files: string[] } {
  const files: string[] = [];
  const ids = new Set<string>();
  for (let file: string | undefined = "all.atom"; file !== undefined;) {
    expect(files).not.toContain(file);
    files.push(file);
    const text = textOf(documents, file);
    for (const { id } of readAtom(text)) ids.add(id ?? "");
    const link = elementsOf(text, "link").find(({ attributes }) => attributes["rel"] === "prev-archive");
    file = link?.attributes["href"]?.slice(HOME.length);
  }
  return { ids: [...ids], files };
}

function changedBetween(before: readonly SiteDocument[], after: readonly SiteDocument[]): string[] {
  return after
    .filter((document) => document.text() !== textOf(before, document.path))
    .map(({ path: file }) => file);
}

describe("an Atom feed and its archives", () => {
  test("the chain leads to every live article, through every file", async () => {
    const documents = await documentsOf(newsroom(stories(100)));
    const { ids, files } = followed(documents);
    expect(ids).toHaveLength(100);
    expect(files.toSorted()).toEqual(documents.map(({ path: file }) => file).toSorted());
  });

  test("twice from the same files are the same bytes, at another instant too", async () => {
    const root = newsroom(stories(30));
    expect(changedBetween(await documentsOf(root), await documentsOf(root))).toEqual([]);
    expect(changedBetween(await documentsOf(root), await documentsOf(root, NOW + 3_600_000))).toEqual([]);
  });

  test("a new article changes the current document alone", async () => {
    const root = newsroom(stories(100));
    const before = await documentsOf(root);
    write(root, story(101));
    expect(changedBetween(before, await documentsOf(root))).toEqual(["all.atom"]);
  });

  test("a correction to an old story changes its archive, and brings it back to the current document", async () => {
    const root = newsroom(stories(100));
    const before = await documentsOf(root);
    write(root, story(3, "corrections: [{at: 2026-11-21T09:00:00Z, text: It was four.}]\n"));
    const after = await documentsOf(root);
    expect(changedBetween(before, after)).toEqual(["all.atom", "all-2026-08-1.atom"]);
    const current = readAtom(textOf(after, "all.atom"));
    const corrected = current.find(({ title }) => title === "Story 3");
    expect(corrected?.updated).toBe(Date.parse("2026-11-21T09:00:00Z"));
    expect(corrected?.html).toContain("It was four.");
    expect(current.filter(({ updated, published }) => updated !== published)).toEqual([corrected]);
  });

  test("a killed story is a tombstone, a withdrawn one is gone", async () => {
    const gone = (number: number, status: string) => ({
      [`articles/story-${number}.yaml`]: (story(number)[`articles/story-${number}.yaml`] ?? "").replace(
        "status: published",
        `status: ${status}`,
      ),
    });
    const root = newsroom({ ...stories(20), ...gone(18, "killed"), ...gone(19, "withdrawn") });
    const text = textOf(await documentsOf(root), "all.atom");
    expect(text).toContain('<at:deleted-entry ref="urn:uuid:019a5b62-1d8c-761e-a169-000000000018"');
    expect(text).not.toMatch(/Story 1[89]|0019"/);
  });
});

test("another slug, headline and file move link and title, and nothing else", async () => {
  const read = async (file: string, text: string) =>
    readAtom(textOf(await documentsOf(newsroom({ [file]: text })), "all.atom"))[0];
  const text = story(5)["articles/story-5.yaml"] ?? "";
  const before = await read("articles/story-5.yaml", text);
  const renamed = `${text.replace("Story 5", "Another")}former_slugs: [story-5]\n`;
  const after = await read("articles/moved/another.yaml", renamed);
  expect(before?.id).toBe("urn:uuid:019a5b62-1d8c-761e-a169-000000000005");
  expect(after).toEqual({ ...before, title: "Another", link: `${HOME}2026/08/another/` });
});

describe("the gate", () => {
  test("a scheduled story comes by itself at its instant", async () => {
    const root = newsroom({ ...stories(2), ...story(114) });
    const due = Date.parse("2026-11-23T06:00:00Z");
    expect(readAtom(textOf(await documentsOf(root, due - 1), "all.atom")).map(({ title }) => title)).toEqual([
      "Story 1",
      "Story 0",
    ]);
    expect(readAtom(textOf(await documentsOf(root, due), "all.atom"))[0]?.title).toBe("Story 114");
  });

  test("neither headline nor link of a story that is not live leaves by way of another", async () => {
    const draft = { "articles/secret.yaml": "headline: CANARY\nstatus: draft\n" };
    const linking = story(5, "related: [secret]\nsummary: '[x](article:secret)'\n");
    const documents = await documentsOf(newsroom({ ...draft, ...linking }));
    expect(textOf(documents, "all.atom")).not.toMatch(/CANARY|secret\//);
  });

  test("the newsroom's notes stay in it", async () => {
    expect(textOf(await documentsOf(newsroom(story(5, "notes: CANARY\n"))), "all.atom")).not.toContain(
      "CANARY",
    );
  });
});

test("a killed story is a tombstone in the feed of a query for what is live", async () => {
  const text = (story(5)["articles/story-5.yaml"] ?? "").replace("status: published", "status: killed");
  const desk = openAt(newsroom({ "articles/story-5.yaml": text }));
  const feed = { path: "a.atom", format: "atom", limit: 5, content: "full" } as const;
  const { rows } = await matchingRows(desk, readQuery(desk, ["is:live"]));
  expect(feedDocuments(desk, feed, rows)[0].text()).toContain("deleted-entry");
});

test("addresses and mail that are none are left out", async () => {
  const authors =
    'authors: [{name: A, email: "a b@x", url: "mailto:a@x.test"}, {name: B, email: b@x.test, url: /b}]\n';
  const text = textOf(await documentsOf(newsroom(story(1, authors))), "all.atom");
  expect(text).toContain("<author>\n<name>A</name>\n</author>");
  expect(text).toContain(`<author>\n<name>B</name>\n<uri>${HOME}b</uri>\n<email>b@x.test</email>\n</author>`);
});

test.each(["images", "../../x", "nowhere", "/x"])(
  "a lead image that is no file of the newsroom has no length: %s",
  async (src) => {
    const root = newsroom({ ...story(1, `image: {src: ${src}.png}\n`), "images.png/a": "1" });
    expect(textOf(await documentsOf(root), "all.atom")).toMatch(/rel="enclosure" type="image\/png" href="/);
  },
);

test("what fails its check is not given out", async () => {
  const frame = { self: `${HOME}a`, home: HOME, at: NOW };
  expect(() => checked("rss", "<rss>", frame)).toThrow(`${HOME}a would be no good rss; it is not written`);
});

test("a sitemap of more rows than one may have is refused", async () => {
  const desk = openAt(newsroom(story(1)));
  const [row] = (await matchingRows(desk, readQuery(desk, []))).rows;
  if (row === undefined) throw new Error("the story has a row");
  const rows = Array.from({ length: 50_001 }, () => row);
  const asked = { name: "sitemap", query: undefined, limit: undefined, content: undefined } as const;
  await expect(exportDocument(desk, { ...asked, rows })).rejects.toThrow(
    "at most 50000 rows, and 50001 live articles match",
  );
});

test("a draft without an id is no problem", async () => {
  const desk = openAt(newsroom({ "articles/a.yaml": "headline: A\npublished: 2026-11-01\n" }));
  expect((await matchingRows(desk, readQuery(desk, []))).problems).toEqual([]);
});

test("an article without an id is in the sitemap, in no feed, and a problem", async () => {
  const root = newsroom({ "articles/a.yaml": "headline: A\nstatus: published\npublished: 2026-11-01\n" });
  const desk = openAt(root);
  const { problems } = await matchingRows(desk, readQuery(desk, []));
  expect(problems.map(({ file, field, message }) => [file, field, message])).toEqual([
    ["articles/a.yaml", "id", "the article has no id, so that no feed can hold it"],
  ]);
  expect(readAtom(textOf(await documentsOf(root), "all.atom"))).toEqual([]);
  expect(textOf(await sitemapsOf(desk), "sitemap-2026-11.xml")).toContain(`${HOME}2026/11/a/`);
});

test("lead image: its type by its name, its length by the file", async () => {
  const image = "image: {src: images/ü.JPG, alt: A, credit: B}\n";
  const root = newsroom({ ...story(1, image), "images/ü.JPG": "12345" });
  expect(textOf(await documentsOf(root), "all.atom")).toContain(
    `<link rel="enclosure" type="image/jpeg" length="5" href="${HOME}images/%C3%BC.JPG"/>`,
  );
});

test("the day of a feed's date is the newsroom's", async () => {
  const root = newsroom({
    ...story(1),
    "stet.yaml": SETTINGS.replace("Europe/Brussels", "America/New_York").replace("all.atom", "all.xml"),
  });
  write(root, {
    "articles/story-1.yaml": (story(1)["articles/story-1.yaml"] ?? "").replace(
      /published: 2.*/,
      "published: 2026-11-01",
    ),
  });
  expect(textOf(await documentsOf(root), "all.xml")).toContain(
    "<pubDate>Sun, 01 Nov 2026 00:00:00 -0400</pubDate>",
  );
});

describe("sitemaps", () => {
  test("the index names the others, and each holds its month", async () => {
    const desk = openAt(newsroom(stories(40)));
    const documents = await sitemapsOf(desk);
    expect(documents.map(({ path: file }) => file)).toEqual([
      "sitemap-2026-08.xml",
      "sitemap-2026-09.xml",
      "sitemap-pages.xml",
      "sitemap-news.xml",
      "sitemap.xml",
    ]);
    const locations = (file: string) =>
      [...elementsOf(textOf(documents, file), "url"), ...elementsOf(textOf(documents, file), "sitemap")].map(
        (row) => textsOf(row, "loc")[0],
      );
    expect(locations("sitemap.xml")).toEqual(
      ["sitemap-pages.xml", "sitemap-2026-08.xml", "sitemap-2026-09.xml"].map((file) => HOME + file),
    );
    expect(locations("sitemap-2026-08.xml")).toHaveLength(31);
    expect(locations("sitemap-2026-09.xml")).toHaveLength(9);
    expect(locations("sitemap-pages.xml")).toEqual([HOME]);
    expect(locations("sitemap-news.xml")).toEqual([]);
  });

  test("robots.txt names the index and the news, where they are written", async () => {
    const root = newsroom({});
    expect(robotsDocument(openAt(root)).text()).toContain(
      `Sitemap: ${HOME}sitemap.xml\nSitemap: ${HOME}sitemap-news.xml\n`,
    );
    write(root, { "stet.yaml": SETTINGS.replace("publish: {", "publish: {sitemap: false, ") });
    expect(robotsDocument(openAt(root)).text()).not.toContain("Sitemap");
  });
});
