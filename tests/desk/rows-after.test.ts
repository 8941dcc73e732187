// The rows of a preview behind a save: what is told from the rows before is what all rows made anew are, or nothing is told.
import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { countPublished } from "../../src/index/published-files.ts";
import { identityOf } from "../../src/index/write-rows.ts";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";
import { rowsAfter } from "../../src/desk/preview/rows-after.ts";
import { placesByPath } from "../../src/desk/site/plan/rows-by-path.ts";
import { siteRows, type SiteRows } from "../../src/desk/site/plan/site-rows.ts";
import { storiesAfter, storiesOf, type Stories } from "../../src/desk/site/plan/stories.ts";
import { testDesk } from "../support/test-desk.ts";
import { article, newsroomOf, write } from "./site/site-newsroom.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");

function story(number: number, more: readonly string[] = [], body = "Text."): string {
  const fields = [
    `headline: Story ${number}`,
    "status: published",
    `published: 2026-11-0${number}T09:00:00Z`,
  ];
  return article(number, [...fields, ...more].join("\n"), body);
}

const TAGS = ["tags: [rail, sea]"];

const FILES = {
  "articles/a.yaml": story(1, TAGS),
  "articles/b.yaml": story(2, ["tags: [rail]"]),
  "articles/c.yaml": story(3).replace("published\n", "withdrawn\n"),
  "articles/d.yaml": article(4, "headline: Story 4\nstatus: draft"),
};

const plain = (rows: SiteRows | undefined): unknown => rows && JSON.parse(JSON.stringify(rows));

/** What lists and pages find in stories: every group with its rows, and what each row is found by. */
function found({ live, corrected, byPath, groups, names, versions }: Stories): unknown {
  const kinds = Object.entries(groups).map(([kind, lists]) => [
    kind,
    Array.from(lists, ([step, { name, rows, newest, updated }]) => [step, name, [...rows], newest, updated]),
  ]);
  const rows = [...live].map((row) => [
    byPath.get(row.path) === row,
    row.names.map((name) => [...(names.get(name) ?? [])]),
    versions.get(row.path) ?? [],
  ]);
  return JSON.parse(JSON.stringify([kinds, rows, [...corrected]]));
}

/** The rows after a change, and the stories of the live ones, as they are told, and as they are made anew. */
function bothAfter(
  change: (root: string) => void,
  files: Readonly<Record<string, string>> = FILES,
): readonly [unknown, unknown] {
  const root = newsroomOf(files);
  const desk = testDesk(root, { now: NOON });
  const first = freshIndexNow(desk).index;
  const rows = siteRows(desk, first);
  const before = {
    rows,
    placeOf: placesByPath(rows.live),
    identity: identityOf(first),
    published: countPublished(first),
  };
  change(root);
  const { index } = freshIndexNow(desk);
  const [told, anew] = [rowsAfter(desk, index, before), siteRows(desk, index)];
  if (told !== undefined) {
    const { groups } = storiesOf(index, rows.live);
    const stories = storiesAfter(index, { ...before, live: rows.live, groups }, told.live);
    expect(found(stories)).toEqual(found(storiesOf(index, anew.live)));
  }
  closeIndexOf(desk);
  return [plain(told), plain(anew)];
}

test.each<[string, (root: string) => void]>([
  ["nothing", () => undefined],
  ["words", (root) => write(root, { "articles/a.yaml": story(1, TAGS, "Other words.") })],
  ["a headline", (root) => write(root, { "articles/a.yaml": story(1, TAGS).replace("Story", "Another") })],
  [
    "tags, a section, a picture and a correction to come",
    (root) =>
      write(root, {
        "articles/b.yaml": story(2, [
          "tags: [sea]",
          "section: world",
          "image: {src: images/a.png, alt: A}",
          'corrections: [{at: 2026-11-23T09:00:00Z, text: "Wrong."}]',
        ]),
      }),
  ],
  [
    "when it was changed",
    (root) => write(root, { "articles/a.yaml": story(1, [...TAGS, "updated: 2026-11-20"]) }),
  ],
  [
    "all of them",
    (root) =>
      write(root, {
        "articles/a.yaml": story(1, TAGS, "Other."),
        "articles/b.yaml": story(2, ["tags: [rail]"], "Other."),
      }),
  ],
  ["how a tag is spelt", (root) => write(root, { "articles/b.yaml": story(2, ["tags: [Rail]"]) })],
  ["the order of tags", (root) => write(root, { "articles/a.yaml": story(1, ["tags: [sea, rail]"]) })],
  ["a tag less", (root) => write(root, { "articles/a.yaml": story(1, ["tags: [rail]"]) })],
  ["a tag for another", (root) => write(root, { "articles/a.yaml": story(1, ["tags: [rail, harbour]"]) })],
  [
    "when it is to come down",
    (root) => write(root, { "articles/a.yaml": story(1, ["expires: 2026-12-01"]) }),
  ],
  ["a draft", (root) => write(root, { "articles/d.yaml": article(4, "headline: Changed\nstatus: draft") })],
])("%s: told from the rows before", (_, change) => {
  const [told, anew] = bothAfter(change);
  expect(told).toEqual(anew);
});

test("words beside two that claim one address: told from the rows before", () => {
  const [told, anew] = bothAfter((root) => write(root, { "articles/b.yaml": story(2, [], "Other words.") }), {
    ...FILES,
    "articles/copies/a.yaml": story(1),
  });
  expect(told).toEqual(anew);
  expect(told).toMatchObject({ contested: [{}, {}] });
});

test("very many at once: all rows are to be made anew", () => {
  const many = (body: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`articles/n${at}.yaml`, story(1, [], body)]));
  const [told] = bothAfter((root) => write(root, many("Other words.")), many("Text."));
  expect(told).toBeUndefined();
});

test.each<[string, (root: string) => void]>([
  ["a new article", (root) => write(root, { "articles/e.yaml": story(5) })],
  ["a removed one", (root) => rmSync(path.join(root, "articles/a.yaml"))],
  [
    "one for another",
    (root) => {
      rmSync(path.join(root, "articles/a.yaml"));
      write(root, { "articles/e.yaml": story(5) });
    },
  ],
  [
    "another name",
    (root) => renameSync(path.join(root, "articles/a.yaml"), path.join(root, "articles/z.yaml")),
  ],
  ["another slug", (root) => write(root, { "articles/a.yaml": story(1, ["slug: other"]) })],
  ["another time", (root) => write(root, { "articles/a.yaml": story(1).replace("11-01", "11-04") })],
  ["a draft that is published", (root) => write(root, { "articles/d.yaml": story(4) })],
  [
    "one withdrawn",
    (root) => write(root, { "articles/a.yaml": story(1).replace("published\n", "withdrawn\n") }),
  ],
  ["one that is held", (root) => write(root, { "articles/a.yaml": story(1, ["embargo: open"]) })],
  ["one that was withdrawn", (root) => write(root, { "articles/c.yaml": `${FILES["articles/c.yaml"]}\n` })],
  ["one that cannot be read", (root) => write(root, { "articles/a.yaml": "headline: [" })],
  ["a twin", (root) => write(root, { "articles/copies/a.yaml": story(1) })],
])("%s: all rows are to be made anew", (_, change) => {
  const [told, anew] = bothAfter(change);
  expect(told).toBeUndefined();
  expect(anew).toBeDefined();
});
