// Whatever the two lists are, the runs lead from one to the other, and no shorter way is missed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffSequences } from "../../src/base/diff-sequences.ts";

const list = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 14 });

test("both lists can be read from the runs, and neighbours differ in kind", () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const runs = diffSequences(before, after);
      const without = (kind: string): string[] =>
        runs.filter((run) => run.kind !== kind).flatMap(({ items }) => items);
      expect(without("added")).toEqual(before);
      expect(without("removed")).toEqual(after);
      expect(runs.every(({ kind, items }, at) => items.length > 0 && kind !== runs[at + 1]?.kind)).toBe(true);
    }),
  );
});

test("as much stays as in a longest common subsequence", () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const kept = diffSequences(before, after).filter(({ kind }) => kind === "same");
      expect(kept.flatMap(({ items }) => items).length).toBe(longestCommon(before, after));
    }),
  );
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries())
      (rows[i + 1] ?? [])[j + 1] = x === y ? at(i, j) + 1 : Math.max(at(i, j + 1), at(i + 1, j));
  return at(a.length, b.length);
}

test("two long lists with nothing in common take no long time and are replaced whole", () => {
  const before = Array.from({ length: 20_000 }, (_, at) => `a${at}`);
  const after = before.map((item) => `b${item}`);
  expect(diffSequences(before, after)).toEqual([
    { kind: "removed", items: before },
    { kind: "added", items: after },
  ]);
});

test("lists of any length are compared: a body may have a million lines", () => {
  const lines = Array.from({ length: 1_000_000 }, (_, at) => `line ${at}`);
  const runs = diffSequences(lines, [...lines, "new"]);
  expect(runs.map(({ kind, items }) => [kind, items.length])).toEqual([
    ["same", 1_000_000],
    ["added", 1],
  ]);
});
