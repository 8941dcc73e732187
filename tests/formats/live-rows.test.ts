import { describe, expect, test } from "vitest";
import { STATUSES } from "../../src/article/article.ts";
import { latestChange, liveEntries, liveRows, updatedAt, wasPublic } from "../../src/formats/live-rows.ts";
import { instant } from "./sample-entry.ts";
import { AT, feedEntry, HOME, idOf } from "./sample-feed.ts";

const FAR = instant("2999-01-01T00:00:00Z");
const PAST = instant("2026-11-30T00:00:00Z");

describe("liveRows", () => {
  test.each([
    ...STATUSES.filter((status) => status !== "published").map((status) => ({ status })),
    { embargo: "open" as const },
    { embargo: FAR },
    { published: FAR },
    { expires: PAST },
  ])("holds back %j", (changes) => {
    expect(liveRows([feedEntry(changes)], AT)).toEqual([]);
  });
  test("is by the instant given", () => {
    const row = feedEntry({ published: instant("2026-12-01T00:00:01Z") });
    expect(liveRows([row], AT)).toEqual([]);
    expect(liveRows([row], AT + 1000)).toEqual([row]);
  });
  test("newest first, ties by address", () => {
    const rows = ["b", "a", "c"].map((name) => feedEntry({ url: HOME + name }));
    const newer = feedEntry({ published: PAST });
    expect(liveRows([...rows, newer], AT).map(({ url }) => url)).toEqual([
      newer.url,
      `${HOME}a`,
      `${HOME}b`,
      `${HOME}c`,
    ]);
  });
  test("a row without an id is in sitemaps and in no feed", () => {
    const { id: _, ...row } = feedEntry();
    expect(liveRows([row], AT)).toHaveLength(1);
    expect(liveEntries([row], AT)).toEqual([]);
  });
});

describe("wasPublic", () => {
  test.each([
    [{ status: "killed" as const }, true],
    [{ status: "killed" as const, expires: PAST }, true],
    [{ status: "withdrawn" as const }, false],
    [{ status: "published" as const }, false],
    [{ status: "killed" as const, published: FAR }, false],
    [{ status: "killed" as const, embargo: "open" as const }, false],
  ])("%j", (changes, expected) => {
    expect(wasPublic(feedEntry({ id: idOf(1), ...changes }), AT)).toBe(expected);
  });
});

describe("updatedAt", () => {
  const published = instant("2026-11-23T06:00:00Z");
  const later = instant("2026-11-24T06:00:00Z");
  const latest = instant("2026-11-25T06:00:00Z");
  const correction = { at: latest, text: "Wrong." };
  test.each([
    ["published alone", { published, corrections: [] }, published],
    ["updated", { published, updated: later, corrections: [] }, later],
    ["an update before publication", { published: later, updated: published, corrections: [] }, later],
    ["a correction", { published, updated: later, corrections: [correction] }, latest],
    ["a date still to come", { published, updated: FAR, corrections: [] }, published],
  ])("%s", (_name, dated, expected) => {
    expect(updatedAt(dated, AT)).toBe(expected.epochMs);
  });
});

test("a feed without entries is as old as the epoch, whatever the clock", () => {
  expect(latestChange([])).toBe(0);
});
