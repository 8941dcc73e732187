// A packed row says what the row said, and is found by its path.
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowPacker } from "../../../src/desk/site/plan/packed-rows.ts";
import { rowsByPath } from "../../../src/desk/site/plan/rows-by-path.ts";
import type { ListName, SiteRow } from "../../../src/desk/site/plan/site-row.ts";
import { runs } from "../../support/runs.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const word = fc.constantFrom("rail", "harbour", "Łódź", "");
const list: fc.Arbitrary<ListName> = fc.record({
  kind: fc.constantFrom("section", "author", "tag", "month"),
  step: word,
  name: word,
});

const parts: fc.Arbitrary<Omit<SiteRow, "path">> = fc.record(
  {
    hash: text,
    file: text,
    callKey: text,
    storyKey: text,
    teaserKey: text,
    published: fc.integer({ min: -1e13, max: 1e13 }),
    updated: fc.integer({ min: -1e13, max: 1e13 }),
    language: word,
    lists: fc.array(list),
    names: fc.array(word),
    section: word,
    more: fc.record({ image: text, linked: fc.array(text), corrections: fc.array(fc.nat()) }),
  },
  {
    requiredKeys: [
      ...(["hash", "file", "callKey", "storyKey", "teaserKey"] as const),
      ...(["published", "updated", "language", "lists", "names"] as const),
    ],
  },
);

const rows: fc.Arbitrary<readonly SiteRow[]> = fc
  .tuple(fc.uniqueArray(text), fc.infiniteStream(parts))
  .map(([paths, stream]) =>
    paths.flatMap((path) => {
      const { value } = stream.next();
      return value === undefined ? [] : [{ path, ...value }];
    }),
  );

function fieldsOf(row: SiteRow): SiteRow {
  const { path, hash, file, published, updated, language, section, lists, names } = row;
  const { callKey, storyKey, teaserKey, more } = row;
  const keys = { callKey, storyKey, teaserKey };
  return { path, hash, file, published, updated, language, section, lists, names, ...keys, more };
}

test("a packed row says what the row said, as JSON too", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const packed = some.map(rowPacker());
      expect(packed.map(fieldsOf)).toEqual(some.map(fieldsOf));
      expect(JSON.parse(JSON.stringify(packed))).toEqual(JSON.parse(JSON.stringify(some)));
    }),
    { numRuns: runs(50) },
  );
});

test("a row is found by its path, and none by another", () => {
  fc.assert(
    fc.property(rows, fc.array(text), (some, others) => {
      const byPath = rowsByPath(some);
      for (const row of some) expect(byPath.get(row.path)).toBe(row);
      const paths = new Set(some.map(({ path }) => path));
      for (const path of others) expect(byPath.has(path)).toBe(paths.has(path));
    }),
    { numRuns: runs(50) },
  );
});

test("names chosen to share a place are found as soon as others", () => {
  // As anybody chooses them who reads how places are found: FNV-1a, and 1,024 places for so many rows.
  const fnv = (text: string): number =>
    Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
  const chosen: string[] = [];
  for (let at = 0; chosen.length < 500; at++) {
    const hash = fnv(at.toString(36));
    if ((hash ^ (hash >>> 15)) % 1_024 === 0) chosen.push(at.toString(36));
  }
  let looks = 0;
  const some = chosen.map((name) =>
    Object.defineProperty(rowNamed(name), "path", { get: () => (looks++, name) }),
  );
  // Under other keys each time: under one of 75 starts of FNV-1a these still shared their places.
  for (let time = 0; time < 400; time++) {
    looks = 0;
    const byPath = rowsByPath(some);
    expect(chosen.every((name, at) => byPath.get(name) === some[at])).toBe(true);
    expect(looks).toBeLessThan(20 * chosen.length);
  }
});

function rowNamed(path: string): SiteRow {
  const texts = { hash: "", file: "", language: "en", callKey: "", storyKey: "", teaserKey: "" };
  return { path, published: 0, updated: 0, lists: [], names: [], ...texts };
}
