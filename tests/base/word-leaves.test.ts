// However a list is cut, a reader that goes by the names of the leaves finds every word, and in few lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cutIntoLeaves, KEY_SIGNS, keyOf } from "../../src/base/word-leaves.ts";

/** As the shells read: the leaves whose names begin so, else the one with the longest name that what is typed begins with. */
function found(leaves: ReadonlyMap<string, string>, typed: string): string[] {
  const key = keyOf(typed);
  const names = [...leaves.keys()].filter((name) => name.startsWith(key));
  for (let length = key.length; names.length === 0 && length >= 0; length--)
    if (leaves.has(key.slice(0, length))) names.push(key.slice(0, length));
  const words = names.flatMap((name) => (leaves.get(name) ?? "").split("\n").slice(0, -1));
  return [...new Set(words)].filter((word) => word.startsWith(typed));
}

const word = fc
  .array(fc.constantFrom("a", "b", "A", "-", " ", "/", "é", "島", "𠮷"), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(""));

test("every word is found by each of its beginnings", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 300, maxLength: 900 }), (words) => {
      const leaves = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
      for (const typed of [
        "",
        ...words.slice(0, 40).flatMap((each) => Array.from({ length: 3 }, (_, at) => each.slice(0, at + 1))),
      ]) {
        const expected = words.filter((each) => each.startsWith(typed));
        expect(found(leaves, typed).toSorted()).toEqual(expected.toSorted());
      }
    }),
    { numRuns: 10 },
  );
});

test("a leaf has at most 200 lines, in their order", () => {
  const words = Array.from({ length: 5000 }, (_, at) => `the-story-${String(at).padStart(4, "0")}`);
  const leaves = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
  const sizes = Array.from(leaves.values(), (text) => text.split("\n").length - 1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect([...leaves.values()].join("")).toBe(words.map((each) => `${each}\n`).join(""));
});

test("what differs by case alone is in both leaves", () => {
  const many = (start: string): string[] => Array.from({ length: 201 }, (_, at) => `${start}${at}`);
  const words = [...many("EU"), ...many("eu")];
  const leaves = cutIntoLeaves(words.map((each) => ({ word: each, line: `${each}\n` })));
  expect(leaves.get("EU1")).toBe(leaves.get("eu1"));
  expect(leaves.get("eu1")).toContain("EU1\n");
});

test("a key has no sign in it", () => {
  expect(keyOf(`a${KEY_SIGNS}-Z`)).toBe(`a${"_".repeat(KEY_SIGNS.length)}-Z`);
});
