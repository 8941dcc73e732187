// The arithmetic behind the tables.
import { describe, expect, test } from "vitest";
import { growthOf } from "../../bench/measure-growth.ts";
import { judge, type Subject } from "../../bench/row.ts";
import { goalAt, growthPerTenfold, median } from "../../bench/statistics.ts";

describe("the median", () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
    [[], Number.NaN],
  ])("of %j is %d", (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe("goals", () => {
  const goals = [
    { most: 1, from: 100_000 },
    { most: 2, from: 10_000 },
  ];

  test.each([
    [1_000, undefined],
    [10_000, 2],
    [99_999, 2],
    [100_000, 1],
    [1_000_000, 1],
  ])("at %d articles: %s", (articles, most) => {
    expect(goalAt(goals, articles)?.most).toBe(most);
  });
});

describe("a row", () => {
  const subject: Subject = {
    name: "list",
    what: "stet list",
    unit: "s",
    measure: "ratio",
    goals: [{ most: 1.5, from: 1_000 }],
  };
  const finding = { value: 0.3, peer: "find", peerValue: 0.2, notes: ["", "a", "b"] };

  test("has the ratio, and its goal is met up to and with the bound", () => {
    expect(judge({ ...subject, goals: [{ most: 2, from: 0 }] }, 1_000, { ...finding, value: 0.4 })).toEqual({
      name: "list",
      what: "stet list",
      articles: 1_000,
      unit: "s",
      value: 0.4,
      peer: "find",
      peerValue: 0.2,
      ratio: 2,
      goal: "<= 2x",
      isMet: true,
      note: "a; b",
    });
    expect(judge(subject, 1_000, { ...finding, value: 0.4 }).isMet).toBe(false);
  });

  test("of a smaller newsroom is not judged, and says where the goal begins", () => {
    const row = judge(subject, 999, finding);
    expect(row.goal).toBe("<= 1.5x from 1,000");
    expect(row).not.toHaveProperty("isMet");
  });

  test("without a result, or without the peer's, is not judged", () => {
    expect(judge(subject, 1_000, { notes: ["not there"] })).toEqual({
      name: "list",
      what: "stet list",
      articles: 1_000,
      unit: "s",
      goal: "<= 1.5x",
      note: "not there",
    });
    expect(judge(subject, 1_000, { value: 1, notes: [] })).not.toHaveProperty("isMet");
  });

  test("with a flaw says it first and is not judged", () => {
    const row = judge(subject, 1_000, { ...finding, flaw: "no index" });
    expect(row.note).toBe("no index; a; b");
    expect(row).not.toHaveProperty("isMet");
  });

  test("of an absolute goal needs no peer", () => {
    const memory: Subject = { ...subject, unit: "MB", measure: "value", goals: [{ most: 400, from: 0 }] };
    expect(judge(memory, 10, { value: 401, notes: [] })).toMatchObject({ goal: "<= 400 MB", isMet: false });
    expect(judge(memory, 10, { value: 400, notes: [] })).toMatchObject({ isMet: true });
  });
});

describe("growth", () => {
  test("is a factor for ten times the articles, whatever the step", () => {
    expect(growthPerTenfold({ articles: 10, value: 2 }, { articles: 100, value: 20 })).toBeCloseTo(10);
    expect(growthPerTenfold({ articles: 10, value: 2 }, { articles: 1_000, value: 200 })).toBeCloseTo(10);
    expect(growthPerTenfold({ articles: 10, value: 2 }, { articles: 100, value: 2 })).toBe(1);
  });

  function curve(name: string, values: readonly number[]): ReturnType<typeof growthOf>[number] | undefined {
    const subject: Subject = { name, what: "", unit: "s", measure: "ratio", goals: [] };
    return growthOf(values.map((value, place) => judge(subject, 10 ** (place + 3), { value, notes: [] })))[0];
  }

  test("is judged by its steepest step", () => {
    expect(curve("list", [1, 5, 60])).toMatchObject({ most: 11, isMet: false });
    expect(curve("list", [1, 5, 60])?.worst).toBeCloseTo(12);
    expect(curve("list", [1, 10, 100])).toMatchObject({ isMet: true });
  });

  test("of the memory of what streams is flat", () => {
    expect(curve("memory-export", [100, 151])).toMatchObject({ most: 1.5, isMet: false });
    expect(curve("memory-list", [100, 151])).toMatchObject({ most: 11, isMet: true });
  });

  test("needs two sizes", () => {
    expect(curve("list", [1])).toBeUndefined();
  });
});
