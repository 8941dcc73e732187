// However a list is cut, a reader that goes by the names of the leaves finds every word, and in few lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isBefore } from "../../src/base/code-point-order.ts";
import { cutIntoLeaves, KEY_SIGNS, keyOf, withEndsOf } from "../../src/base/word-leaves.ts";

/** A file by its name, or undefined. */
type Disk = (name: string) => string | undefined;

/** As the shells read: the sample of what begins so, else the leaf with the longest name that what is typed begins with. */
function found(disk: Disk, typed: string): string[] {
  let key = keyOf(typed);
  const sample = disk(`+${key}`);
  while (key !== "" && disk(`=${key}`) === undefined) key = key.slice(0, -1);
  const text = sample ?? disk(`=${key}`) ?? "";
  return text.split("\n").filter((word) => word !== "" && word.startsWith(typed));
}

/** The files on disks that tell names of another case apart, and on those that do not and keep the last. */
function disksWith(files: ReadonlyMap<string, string>): Disk[] {
  const folded = new Map(Array.from(files, ([name, text]) => [name.toLowerCase(), text]));
  return [(name) => files.get(name), (name) => folded.get(name.toLowerCase())];
}

/** What a shell types by itself where these are offered. */
function common(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  return rest.reduce((shared, word) => {
    while (!word.startsWith(shared)) shared = shared.slice(0, -1);
    return shared;
  }, first);
}

const word = fc
  .array(fc.constantFrom("a", "b", "A", "-", " ", "/", "é", "島", "𠮷"), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(""));

/** Many words with one beginning, and few with others that have its key, or its name on a disk that ignores case. */
const crowded = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("e ") },
      { weight: 1, arbitrary: fc.constantFrom("E", "E ", "e:", "e/", "e: ", "E:") },
    ),
    fc.nat({ max: 999 }),
  )
  .map(([head, number]) => head + String(number));

test("a beginning finds its words, or some that go on as all of them do", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(crowded, word), { minLength: 300, maxLength: 900 }), (unsorted) => {
      const words = unsorted.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
      const files = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
      for (const typed of [
        "",
        ...unsorted
          .slice(0, 40)
          .flatMap((each) => [1, 2, 3].map((length) => Array.from(each).slice(0, length).join(""))),
      ]) {
        const expected = words.filter((each) => each.startsWith(typed));
        for (const disk of disksWith(files)) {
          const offered = found(disk, typed);
          if (disk(`+${keyOf(typed)}`) !== undefined)
            expect(new Set(expected)).toEqual(new Set([...expected, ...offered]));
          else expect(new Set(offered)).toEqual(new Set(expected));
          expect(common(offered)).toBe(common(expected));
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

test("a file has at most 200 lines, in their order, and every word is in a leaf", () => {
  const words = Array.from({ length: 5000 }, (_, at) => `the-story-${String(at).padStart(4, "0")}`);
  const files = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
  const sizes = Array.from(files.values(), (text) => text.split("\n").length - 1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  const leaves = [...files.keys()].filter((name) => name.startsWith("="));
  expect(leaves.map((name) => files.get(name)).join("")).toBe(words.map((each) => `${each}\n`).join(""));
});

test("what differs by case alone is in both leaves", () => {
  const many = (start: string): string[] => Array.from({ length: 201 }, (_, at) => `${start}${at}`);
  const words = [...many("EU"), ...many("eu")];
  const leaves = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
  expect(leaves.get("=EU1")).toBe(leaves.get("=eu1"));
  expect(leaves.get("=eu1")).toContain("EU1\n");
});

/** Words with these beginnings, each with a number. */
function numbered(start: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => start + String(at).padStart(3, "0"));
}

test("a sample has the ways each beginning goes on, though signs give several one name", () => {
  const rest = ["EU law: asylum", "EU law: courts", "EU law: trade", "EU/law: fish"];
  const files = cutIntoLeaves(
    [...numbered("EU law ", 240), ...rest].map((each) => ({ word: each, line: `${each}\n` })),
  );
  for (const disk of disksWith(files)) {
    expect(found(disk, "EU law:")).toEqual(rest.slice(0, 3));
    expect(found(disk, "EU/law")).toEqual(rest.slice(3));
  }
});

test("few words are found beside many that differ from them by case", () => {
  const few = ["EU", "Election", "Estonia"];
  const files = cutIntoLeaves(
    [...few, ...numbered("e", 250)].map((each) => ({ word: each, line: `${each}\n` })),
  );
  for (const disk of disksWith(files)) {
    expect(found(disk, "E")).toEqual(few);
    expect(found(disk, "El")).toEqual(["Election"]);
    expect(common(found(disk, "e"))).toBe("e");
  }
});

test.each([
  [
    ["la-2", "la-1"],
    ["a", "la-1", "la-2", "le"],
    ["la-2", "la-1", "a", "le"],
  ],
  [
    ["la-2", "la-1"],
    ["la-1", "la-2", "le"],
    ["la-2", "la-1", "le"],
  ],
  [
    ["la-2", "b"],
    ["a", "b", "la-2", "le"],
    ["la-2", "b"],
  ],
  [
    ["la-2", "la-1"],
    ["la-1", "la-2", "la-3"],
    ["la-2", "la-1"],
  ],
  [[], [], []],
])("%j of %j have the ends of all beside them where they alone have a beginning", (few, all, expected) => {
  const lines = (words: readonly string[]): { word: string }[] => words.map((each) => ({ word: each }));
  expect(withEndsOf(lines(all), lines(few))).toEqual(lines(expected));
});

test("a key has no sign in it", () => {
  expect(keyOf(`a${KEY_SIGNS}-Z`)).toBe(`a${"_".repeat(KEY_SIGNS.length)}-Z`);
});
