// The quick way of publish where only some articles are new or others: the site is what it would be from nothing, and
// where a change reaches further than the quick way can tell, everything is looked at.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/database/open-database.ts";
import {
  article,
  newsroomOf,
  publishAt,
  SETTINGS,
  siteFromNothing,
  siteTree,
  write,
  type Files,
} from "./site-newsroom.ts";
import { runs } from "../../support/runs.ts";

const NOON = "2026-11-22T12:00:00Z";
/** One feed that is full, and two with archives, of which one asks for words. */
const QUICK = SETTINGS.replace(/ {4}- .*\n/g, "").replace(
  "feeds:",
  `feeds:
    - {path: feed.xml, format: rss, limit: 2, content: full}
    - {path: harbour.atom, format: atom, query: "harbour", limit: 1, content: full}
    - {path: all.atom, format: atom, query: "tag:sea", limit: 2}`,
);

function text(number: number, body: string, more = ""): string {
  const fields = `headline: Story ${number}\nstatus: published\npublished: 2026-11-0${number}T09:00:00Z\ntags: [rail]`;
  return article(number, `${fields}\nsection: world${more}`, body);
}

/** One of an id that no other has. */
function newText(number: number, body: string, more = ""): string {
  return text(number, body, more).replace("00000", "00002");
}

const FILES = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((number) => [`articles/story-${number}.yaml`, text(number, `Text ${number}.`)]),
  ),
  "articles/eins.yaml": text(7, "Wort.", "\nlanguage: de\ntranslation_of: story-3"),
  "articles/links.yaml": text(
    8,
    "See [it](article:story-1), [that](article:to-come).",
    "\nrelated: [story-2]",
  ),
  "articles/draft.yaml": article(9, "headline: Draft\nstatus: draft"),
};

/** Publishes; true where only what changed was looked at, and not this file, which is no article's. */
async function isQuick(root: string): Promise<boolean> {
  const robots = "public/robots.txt";
  const own = readFileSync(path.join(root, robots));
  write(root, { [robots]: "by hand" });
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const isLeft = readFileSync(path.join(root, robots), "utf8") === "by hand";
  write(root, { [robots]: own });
  return isLeft;
}

const STORY_1 = text(1, "Text 1.");

test.each<[string, Files, boolean]>([
  ["words", { "story-1": text(1, "Other words.") }, true],
  ["a draft, which is no page", { draft: article(9, "headline: Draft\nstatus: draft", "More.") }, true],
  ["the words a feed asks for", { "story-1": text(1, "To the harbour.") }, true],
  ["words of an article in a feed", { "story-6": text(6, "Other words.") }, true],
  ["an article with a translation", { "story-3": text(3, "Other words.") }, false],
  ["words that name another article", { "story-2": text(2, "See [it](article:story-1).") }, true],
  ["a headline, in lists and on pages beside it", { "story-1": STORY_1.replace("Story 1", "Another") }, true],
  ["names in a headline", { "story-1": STORY_1.replace("Story 1", "Harbour Story") }, true],
  [
    "one tag more, and a list that was not there",
    { "story-1": STORY_1.replace("[rail]", "[rail, sea]") },
    true,
  ],
  ["one tag less", { "story-1": STORY_1.replace("[rail]", "[]") }, false],
  ["another section", { "story-1": STORY_1.replace("world", "science") }, false],
  ["another date", { "story-1": STORY_1.replace("2026-11-01", "2026-11-02") }, false],
  [
    "a correction",
    { "story-1": text(1, "T.", "\ncorrections: [{at: 2026-11-09T09:00:00Z, text: No.}]") },
    false,
  ],
  ["a former slug", { "story-1": text(1, "Text 1.", "\nformer_slugs: [eins-alt]") }, false],
  ["one withdrawn", { "story-1": STORY_1.replace("status: published", "status: withdrawn") }, false],
  ["a new article that a page names", { "to-come": newText(1, "New.") }, true],
  ["the newest article", { latest: newText(9, "New.", "\nauthors: [Li Wei]") }, true],
  [
    "one whose id another has that is to come",
    { later: text(9, "Later.", "\nembargo: 2026-11-23T09:00:00Z"), latest: text(9, "New.") },
    true,
  ],
  ["one whose id a draft has", { latest: text(9, "New.") }, true],
  ["one whose id a killed one has", { killed: text(9, "Old.").replace("published", "killed") }, false],
  [
    "two new ones of a section that has none",
    { x: newText(2, "X.").replace("world", "science"), y: newText(4, "Y.") },
    false,
  ],
  ["one that is held back", { later: newText(9, "New.", "\nembargo: 2026-11-23T09:00:00Z") }, true],
  ["one that translates another", { "to-come": newText(9, "New.", "\ntranslation_of: story-1") }, false],
])("%s", async (_, changed, quick) => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  const files = Object.entries(changed).map(([slug, file]) => [`articles/${slug}.yaml`, file]);
  write(root, Object.fromEntries(files));
  expect(await isQuick(root)).toBe(quick);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  write(root, { "articles/story-2.yaml": text(2, "Once more.").replace("Story 2", "Another Story") });
  expect(await isQuick(root)).toBe(true);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("an id that a draft has too keeps no later change from the quick way", async () => {
  const root = newsroomOf(
    { ...FILES, "articles/copy.yaml": article(1, "headline: Copy\nstatus: draft") },
    QUICK,
  );
  await publishAt(root, NOON);
  write(root, { "articles/story-2.yaml": text(2, "Once more.") });
  expect(await isQuick(root)).toBe(true);
});

/** Three of each hour at once; which tags they share tells who stands beside whom, near or far. */
function manyText(at: number, hour: number, more = ""): string {
  const published = new Date(Date.parse("2026-11-10T09:00:00Z") + hour * 3_600_000).toISOString();
  const tags = ["rail", "sea", "storm"].filter((_, bit) => ((at * 5 + (at >> 2)) >> bit) % 2 === 0);
  const fields = `headline: Story ${at}\nstatus: published\npublished: ${published}\nsection: world${more}`;
  return article(at + 30, `${fields}\ntags: [${tags.join(", ")}]`, `Text ${at}.`);
}

const MANY = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [`articles/many-${at}.yaml`, manyText(at, 3 * Math.floor(at / 3))]),
);

test.each([-1, 7, 9, 16, 40])("some that come among many, at %d hours", async (hour) => {
  const root = newsroomOf(MANY, QUICK);
  await publishAt(root, NOON);
  for (const at of [30, 31, 33]) {
    write(root, { [`articles/many-${at}.yaml`]: manyText(at, hour) });
    expect(await isQuick(root)).toBe(true);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  }
});

test.each([
  ["spells a tag otherwise than the others of its list", manyText(31, 40).replace("[", "[Rail, ")],
  ["is of a section that had none", manyText(31, 40, "/europe")],
  ["changes one of them", manyText(3, 3).replace("Story", "Another")],
])("one that %s", async (_, file) => {
  const root = newsroomOf(MANY, QUICK);
  await publishAt(root, NOON);
  write(root, { [file.includes("Another") ? "articles/many-3.yaml" : "articles/many-31.yaml"]: file });
  expect(await isQuick(root)).toBe(true);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test.each(["story-1", "World", "feed"])(
  "an article that claims what is there already, as %s",
  async (slug) => {
    const root = newsroomOf(FILES, `${QUICK.replace("feed.xml", "feed/index.html")}permalinks: /{slug}/\n`);
    await publishAt(root, NOON);
    const before = siteTree(root);
    write(root, { "articles/new.yaml": text(9, "New.", `\nslug: ${slug}`) });
    expect((await publishAt(root, NOON)).problems).not.toEqual([]);
    const after = siteTree(root);
    const file = `${slug.toLowerCase()}/index.html`;
    // The feed has an entry more, and is a feed still.
    const expected = slug === "feed" ? await siteFromNothing(root, NOON) : before;
    expect(after.get(file)).toBe(expected.get(file));
    expect(after.get(file)).not.toContain("<h1>Story 9");
  },
);

const CORRECTED = text(1, "T.", "\ncorrections: [{at: 2026-11-09T09:00:00Z, text: Jhon.}]");

test.each<[string, string, string]>([
  ["a correction that is corrected", CORRECTED, CORRECTED.replace("Jhon", "John")],
  [
    "a tag in the place of one that means the same",
    STORY_1.replace("[rail]", "[rail, Rail]"),
    STORY_1.replace("[rail]", "[rail, ferry]"),
  ],
])("%s", async (_, before, after) => {
  const root = newsroomOf({ ...FILES, "articles/story-1.yaml": before }, QUICK);
  await publishAt(root, NOON);
  write(root, { "articles/story-1.yaml": after });
  expect(await isQuick(root)).toBe(true);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

/** What may be otherwise of a story; few names, so that they meet. */
const FIELDS = {
  word: fc.constantFrom("Harbour", "Storm", "rail"),
  section: fc.constantFrom("world", "world/europe", "world/africa"),
  tags: fc.constantFrom("", "rail, sea", "rail, Rail", "Rail, rail", "rail, Own", "Rail, Own"),
  author: fc.constantFrom("Jane Doe", "Li Wei"),
  related: fc.subarray(["story-1", "old", "story-5"]),
  link: fc.constantFrom("story-2", "story-9", "old"),
  correction: fc.constantFrom("", "Jhon", "John", "to come"),
  former: fc.constantFrom("", "old"),
  translates: fc.constantFrom("", "", "old"),
  held: fc.boolean(),
};
type Fields = {
  readonly [Name in keyof typeof FIELDS]: (typeof FIELDS)[Name] extends fc.Arbitrary<infer Value>
    ? Value
    : never;
};

const story = fc.record(FIELDS);
const number = fc.integer({ min: 1, max: 7 });
const anything = fc.oneof(
  story.map(({ word }): Partial<Fields> => ({ word })),
  story.map(({ section }): Partial<Fields> => ({ section })),
  story.map(({ author }): Partial<Fields> => ({ author })),
  story.map(({ related }): Partial<Fields> => ({ related })),
  story.map(({ link }): Partial<Fields> => ({ link })),
  story.map(({ former }): Partial<Fields> => ({ former })),
  story.map(({ translates }): Partial<Fields> => ({ translates })),
  story.map(({ held }): Partial<Fields> => ({ held })),
);
/** What stands in lists and on the page of corrections, where a change that is hard to tell is missed. */
const listed = fc.oneof(
  story.map(({ tags }): Partial<Fields> => ({ tags })),
  story.map(({ correction }): Partial<Fields> => ({ correction })),
);
/** What leaves no list, and yet takes a story from a feed or a correction from its page. */
const taken = fc.constantFrom<Partial<Fields>>({ word: "Storm" }, { correction: "to come" });
/** One that begins no list of its own. */
const newcomer = story.map((told): Fields => ({ ...told, tags: "", author: "Li Wei", held: false }));
/** Another story, or a new one, which is the newest; one thing of a story, or a draft that takes a name. */
const change = fc.oneof(
  fc.record({ number, to: story }),
  { arbitrary: fc.record({ number: fc.integer({ min: 8, max: 11 }), to: newcomer }), weight: 2 },
  { arbitrary: fc.record({ number, to: anything }), weight: 2 },
  { arbitrary: fc.record({ number, to: listed }), weight: 2 },
  { arbitrary: fc.record({ number, to: taken }), weight: 2 },
  fc.record({ draft: fc.constantFrom("old", "story-1", "story-2") }),
);

function storyText(number: number, told: Fields): string {
  const { word, section, tags, author, related, link, correction, former, translates, held } = told;
  const day = correction === "to come" ? 29 : 19;
  const lines = [
    `headline: ${word} Story of ${number}`,
    // Those that may be held are the newest when they come.
    `status: published\npublished: 2026-11-${number > 5 ? 10 + number : 10 + (number % 3)}T09:00:00Z`,
    `section: ${section}\ntags: [${tags.replace("Own", `Own ${number}`)}]\nauthors: [${author}]\nrelated: [${related.join(", ")}]`,
    ...(correction === "" ? [] : [`corrections: [{at: 2026-11-${day}T09:00:00Z, text: ${correction}.}]`]),
    ...(former !== "" && number === 1 ? [`former_slugs: [${former}]`] : []),
    ...(translates !== "" && number === 3 ? [`language: fr\ntranslation_of: ${translates}`] : []),
    ...(held && number > 5 ? ["embargo: open"] : []),
  ];
  return article(number, lines.join("\n"), `${word}, [there](article:${link}).`);
}

test("after any changes of articles the site is what it would be from nothing, and quickly so after most", async () => {
  let quick = 0;
  const first = fc.array(story, { minLength: 7, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(first, fc.array(change, { minLength: 10, maxLength: 12 }), async (stories, changes) => {
      const told = new Map(stories.map((each, at) => [at + 1, each]));
      const written = [...told].map(([at, each]) => [`articles/story-${at}.yaml`, storyText(at, each)]);
      const root = newsroomOf(Object.fromEntries(written), QUICK);
      await publishAt(root, NOON);
      for (const each of changes) {
        if ("draft" in each) {
          write(root, { [`articles/held/${each.draft}.yaml`]: "headline: Held back\nstatus: draft\n" });
        } else {
          const before = told.get(each.number) ?? stories[0];
          if (before === undefined) continue;
          const now = { ...before, ...each.to };
          told.set(each.number, now);
          write(root, { [`articles/story-${each.number}.yaml`]: storyText(each.number, now) });
        }
        if (await isQuick(root)) quick++;
        expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
      }
    }),
    { numRuns: runs(4) },
  );
  expect(quick).toBeGreaterThan(5);
}, 3_600_000);

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
  const tears: readonly ((whole: Buffer) => Uint8Array)[] = [
    (whole) => whole.subarray(0, 200),
    (whole) => whole.subarray(0, whole.length / 2),
    (whole) => whole.fill(7, 100, 4096),
    (whole) => whole.fill(7, 8192),
    () => Buffer.from("no database"),
    () => Buffer.alloc(0),
  ];
  for (const [at, torn] of tears.entries()) {
    const file = planFile(root);
    write(root, {
      [file]: torn(readFileSync(path.join(root, file))),
      "articles/story-1.yaml": text(1, `Torn ${at}.`),
    });
    expect(await isQuick(root)).toBe(false);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  }
});

/** What the last edition was planned from, the only one there is. */
function planFile(root: string): string {
  const names = readdirSync(path.join(root, ".stet/publish")).filter((name) => name.endsWith(".db"));
  expect(names).toHaveLength(1);
  return `.stet/publish/${names[0]}`;
}

test.each([
  ["a trigger", "CREATE TRIGGER mine AFTER UPDATE ON story BEGIN DELETE FROM list; END"],
  ["rows that are none", "UPDATE story SET row = 'x'"],
  ["another index", "UPDATE note SET value = 'x' WHERE name = 'index'"],
  ["a story less", "DELETE FROM story WHERE path LIKE '%5.yaml'"],
  ["feeds that are none", "UPDATE note SET value = '7' WHERE name = 'feeds'"],
  ["gone ones that are none", "UPDATE note SET value = '{}' WHERE name = 'gone'"],
  ["related stories that are none", "UPDATE story SET beside = 'null'"],
  ["rows without lists", "UPDATE story SET row = json_set(row, '$.lists', NULL)"],
])("nor is one with %s", async (_, statement) => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  const database = openDatabase(path.join(root, planFile(root)), { waitMs: 0, pragmas: [] });
  database.exec(statement);
  database.close();
  write(root, { "articles/story-1.yaml": STORY_1.replace("Story 1", "Another") });
  expect(await isQuick(root)).toBe(false);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("a date that an article got by the quick way is kept", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  for (const [number, hour] of [
    [1, 13],
    [2, 14],
  ] as const) {
    write(root, {
      [`articles/story-${number}.yaml`]: text(number, "T.", `\nexpires: 2026-11-22T${hour}:00:00Z`),
    });
    expect(await isQuick(root)).toBe(true);
  }
  const { removed } = await publishAt(root, "2026-11-22T13:30:00Z");
  expect(removed).toContain("2026/11/story-1/index.html");
});

test("one that came late by the quick way is told of", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, "2026-11-08T12:00:00Z");
  write(root, { "articles/late.yaml": newText(8, "Late.").replace("T09", "T13") });
  const { late } = await publishAt(root, "2026-11-08T15:00:00Z");
  expect(late.map(({ slug }) => slug)).toEqual(["late"]);
});

test("what cannot be made is told of once, with what was made, and tried again", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  const inTheWay = "public/2026/11/new/index.html";
  write(root, { "articles/new.yaml": newText(8, "Its place is taken."), [inTheWay]: "by hand" });
  const { rewritten, problems } = await publishAt(root, NOON);
  expect([rewritten.includes("feed.xml"), problems.map(({ file }) => file)]).toEqual([
    true,
    ["public/2026/11/new/index.html"],
  ]);
  expect((await publishAt(root, NOON)).problems).toHaveLength(1);
  rmSync(path.join(root, inTheWay));
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("strictly, everything is looked at before anything is written", async () => {
  const root = newsroomOf(FILES, QUICK);
  await publishAt(root, NOON);
  write(root, { "articles/story-1.yaml": text(1, "Other words.") });
  const { rewritten, unchanged } = await publishAt(root, NOON, { strict: true });
  expect([rewritten, unchanged > 10]).toEqual([["2026/11/story-1/index.html"], true]);
});

test("an article without an id is told of when its words are others, too", async () => {
  const root = newsroomOf(FILES, QUICK);
  const nameless = text(2, "Text.").replace(/^id: .*\n/, "");
  write(root, { "articles/nameless.yaml": nameless });
  expect((await publishAt(root, NOON)).withoutId).toEqual(["nameless"]);
  write(root, { "articles/nameless.yaml": nameless.replace("Text.", "Other words.") });
  expect((await publishAt(root, NOON)).withoutId).toEqual(["nameless"]);
  write(root, { "articles/story-1.yaml": text(1, "Other words.") });
  expect((await publishAt(root, NOON)).withoutId).toEqual([]);
});
