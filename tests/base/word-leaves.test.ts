// However a list is cut, a reader that goes by the names of the leaves finds every word, and in few lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isBefore } from "../../src/base/code-point-order.ts";
import { cutIntoLeaves, KEY_SIGNS, keyOf } from "../../src/base/word-leaves.ts";

/** As the shells read: the sample of what begins so, else the leaf with the longest name that what is typed begins with. */
function found(files: ReadonlyMap<string, string>, typed: string): string[] {
  let key = keyOf(typed);
  const sample = files.get(`+${key}`);
  while (key !== "" && !files.has(`=${key}`)) key = key.slice(0, -1);
  const text = sample ?? files.get(`=${key}`) ?? "";
  return text.split("\n").filter((word) => word !== "" && word.startsWith(typed));
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

test("a beginning finds its words, or some that go on as all of them do", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 300, maxLength: 900 }), (unsorted) => {
      const words = unsorted.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
      const files = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
      for (const typed of [
        "",
        ...unsorted
          .slice(0, 40)
          .flatMap((each) => [1, 2, 3].map((length) => Array.from(each).slice(0, length).join(""))),
      ]) {
        const expected = words.filter((each) => each.startsWith(typed));
        const offered = found(files, typed);
        if (files.has(`+${keyOf(typed)}`))
          expect(new Set(expected)).toEqual(new Set([...expected, ...offered]));
        else expect(new Set(offered)).toEqual(new Set(expected));
        expect(common(offered)).toBe(common(expected));
      }
    }),
    { numRuns: 10 },
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

test("a key has no sign in it", () => {
  expect(keyOf(`a${KEY_SIGNS}-Z`)).toBe(`a${"_".repeat(KEY_SIGNS.length)}-Z`);
});
