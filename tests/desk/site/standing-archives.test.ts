// A change plans the archives of an Atom feed that are others by it, and leaves the rest alone, however many there are.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  article,
  newsroomOf,
  publishAt,
  siteFromNothing,
  siteTree,
  write,
  SETTINGS,
} from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";
const ATOM = SETTINGS.replace(/ {4}- .*\n/g, "").replace(
  "feeds:",
  "feeds:\n    - {path: all.atom, format: atom, limit: 1}",
);

/** Alone in its section, so that nothing stands beside it. */
function story(number: number, month: number, text = "Text."): string {
  const published = `2026-${String(month).padStart(2, "0")}-${10 + number}T09:00:00Z`;
  const fields = `headline: "${number}"\nstatus: published\npublished: ${published}\nsection: s${number}`;
  return article(number, fields, text);
}

const MONTHS = [8, 8, 9, 9, 10, 10];
const FILES = Object.fromEntries(
  MONTHS.map((month, at) => [`articles/story-${at}.yaml`, story(at, month)] as const),
);

/** Publishes a change after somebody wrote to every archive; those that were made anew. */
async function madeBy(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = newsroomOf(FILES, ATOM);
  await publishAt(root, NOON);
  const archives = [...siteTree(root).keys()].filter((file) => /^all-.*\.atom$/.test(file));
  for (const file of archives) write(root, { [`public/${file}`]: "by hand" });
  write(root, files);
  expect((await publishAt(root, NOON)).problems).toEqual([]);
  const site = siteTree(root);
  const expected = await siteFromNothing(root, NOON);
  for (const [file, text] of expected)
    if (!archives.includes(file) || site.get(file) !== "by hand")
      expect([file, site.get(file)]).toEqual([file, text]);
  return [...expected.keys()].filter(
    (file) =>
      /^all-.*\.atom$/.test(file) && readFileSync(path.join(root, "public", file), "latin1") !== "by hand",
  );
}

test("words in an old story make the archive it is in", async () => {
  const made = await madeBy({ "articles/story-2.yaml": story(2, 9, "Other words.") });
  expect(made).toEqual(["all-2026-09-1.atom"]);
});

test("one that came late makes those of its month that it moves, and the one behind them", async () => {
  const made = await madeBy({
    "articles/late.yaml": story(7, 8).replace("-17T", "-09T").replaceAll("00007", "00017"),
  });
  expect(made).toEqual([
    "all-2026-08-1.atom",
    "all-2026-08-2.atom",
    "all-2026-08-3.atom",
    "all-2026-09-1.atom",
  ]);
});
