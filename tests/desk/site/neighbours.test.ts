// Which stories may have others beside them when one comes to a list: no story may be missed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { headlineNames } from "../../../src/desk/site/plan/headline-names.ts";
import { neighboursOf, rowsNear } from "../../../src/desk/site/plan/neighbours.ts";
import { siteGroups } from "../../../src/desk/site/plan/site-groups.ts";
import type { SiteRow } from "../../../src/desk/site/plan/site-row.ts";
import { newestFirst } from "../../../src/desk/site/plan/site-rows.ts";

function storyOf(at: number, published: number, tags: readonly string[]): SiteRow {
  const keys = { callKey: "", storyKey: "", teaserKey: "" };
  const lists = tags.map((tag) => ({ kind: "tag" as const, step: tag, name: tag }));
  return {
    path: `${at}`,
    file: "",
    hash: "",
    published,
    updated: 0,
    language: "en",
    lists,
    names: [],
    ...keys,
  };
}

/** Few moments, so that many stories were published at once; one tag for most, so that those with more of them meet from afar. */
const story = fc.record({
  published: fc.integer({ min: 0, max: 25 }),
  tags: fc.oneof(
    { arbitrary: fc.constantFrom(["a"], ["b"], ["c"]), weight: 5 },
    fc.constantFrom(["a", "b", "c"], ["a", "c"]),
  ),
});

function besideEach(rows: readonly SiteRow[]): ReadonlyMap<SiteRow, string> {
  const shared = { groups: siteGroups(rows), names: headlineNames([]) };
  const beside = (row: SiteRow): SiteRow[] => neighboursOf(row, shared, { count: 4, without: new Set() });
  return new Map(
    rows.map((row) => [
      row,
      beside(row)
        .map(({ path }) => path)
        .join(),
    ]),
  );
}

test("all that have others beside them are near one that came", () => {
  fc.assert(
    fc.property(fc.array(story, { minLength: 20, maxLength: 70 }), story, (stories, came) => {
      const before = stories
        .map(({ published, tags }, at) => storyOf(at, published, tags))
        .toSorted(newestFirst);
      const row = storyOf(stories.length, came.published, came.tags);
      const after = [...before, row].toSorted(newestFirst);
      const tagged = siteGroups(after).tag;
      const lists = came.tags.flatMap((tag) => tagged.get(tag)?.rows ?? []);
      const near = new Set(lists.flatMap((rows) => rowsNear(rows, row, 1)));
      const [old, now] = [besideEach(before), besideEach(after)];
      for (const each of before) if (old.get(each) !== now.get(each)) expect([...near]).toContain(each);
    }),
    { numRuns: 100 },
  );
});

test("those that a page pins are none of them, and the next best take their places", () => {
  const rows = [0, 1, 2, 3].map((at) => storyOf(at, at, ["a"]));
  const [row] = rows;
  const shared = { groups: siteGroups(rows.toReversed()), names: headlineNames([]) };
  const beside = row && neighboursOf(row, shared, { count: 2, without: new Set(["1"]) });
  expect(beside?.map(({ path }) => path)).toEqual(["2", "3"]);
});
