import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceAnswer, SourceRow } from "../../../src/desk/find/source-row.ts";
import {
  answerOf,
  FIRST_STATE,
  movePick,
  typePick,
  visibleRows,
  type PickKey,
} from "../../../src/cli/prompts/pick-state.ts";

const row = (path: string): SourceRow => ({
  path,
  slug: path,
  headline: path,
  state: "draft",
  section: "",
  changed: "",
  summary: "",
});
const answer = (...paths: string[]): SourceAnswer => ({ rows: paths.map(row), total: paths.length });
const three = answer("a", "b", "c");
const pressing = (...keys: PickKey[]) =>
  keys.reduce((state, key) => movePick(state, key, three), FIRST_STATE);

describe("movePick", () => {
  test("stays within the rows", () => {
    expect(pressing("up").cursor).toBe(0);
    expect(pressing("down", "down", "down", "down").cursor).toBe(2);
    expect(pressing("page-down").cursor).toBe(2);
    expect(pressing("down", "page-up").cursor).toBe(0);
    expect(movePick(FIRST_STATE, "down", answer()).cursor).toBe(0);
  });

  test("mark marks the row under the cursor, goes on to the next, and takes the mark away again", () => {
    expect(pressing("mark", "mark")).toEqual({ term: "", cursor: 2, marked: ["a", "b"] });
    expect(pressing("mark", "up", "mark").marked).toEqual([]);
    expect(movePick(FIRST_STATE, "mark", answer()).marked).toEqual([]);
  });
});

describe("typePick", () => {
  test("another term starts at its first row and keeps the marks", () => {
    expect(typePick(pressing("mark", "down"), "x")).toEqual({ term: "x", cursor: 0, marked: ["a"] });
  });

  test("a key that changes nothing leaves the cursor", () => {
    expect(typePick(pressing("down"), "").cursor).toBe(1);
  });
});

describe("answerOf", () => {
  test("is what is marked, else the row under the cursor, else nothing", () => {
    expect(answerOf(pressing("mark", "down"), three)).toEqual(["a"]);
    expect(answerOf(pressing("down"), three)).toEqual(["b"]);
    expect(answerOf(FIRST_STATE, answer())).toEqual([]);
  });
});

test("the cursor is always among the rows shown, as many as fit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(59),
      fc.integer({ min: 1, max: 12 }),
      (count, at, size) => {
        const rows = Array.from({ length: count }, (_, index) => row(String(index)));
        const cursor = at % count;
        const shown = visibleRows({ ...FIRST_STATE, cursor }, rows, size);
        expect(shown.rows).toHaveLength(Math.min(size, count));
        expect(shown.rows.map(({ path }) => path)).toContain(String(cursor));
        expect(shown.rows[0]?.path).toBe(String(shown.from));
      },
    ),
  );
});
