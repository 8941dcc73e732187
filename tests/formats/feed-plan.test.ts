import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { writeInstant } from "../../src/base/zone.ts";
import type { FeedRow } from "../../src/formats/feed-entry.ts";
import { archivePath, byMonth, planFeed, type Planning } from "../../src/formats/feed-plan.ts";
import { AT, feedEntry, HOME, hourly, idOf } from "./sample-feed.ts";
import { instant } from "./sample-entry.ts";

const PLANNING: Planning = { format: "atom", limit: 3, timezone: "Europe/Brussels", at: AT };
const numbers = (rows: readonly FeedRow[]) => rows.map(({ url }) => Number(/(\d+)\/$/.exec(url)?.[1]));

describe("planFeed", () => {
  test.each(["rss", "jsonfeed"] as const)("%s has the newest alone", (format) => {
    const { current, archives } = planFeed(hourly(5, "2026-11-01T00:00:00Z"), { ...PLANNING, format });
    expect([numbers(current), archives]).toEqual([[5, 4, 3], []]);
  });

  test("Atom archives full pages of the newest month, and the rest of an older one", () => {
    const october = hourly(4, "2026-10-05T00:00:00Z", {});
    const november = hourly(5, "2026-11-05T00:00:00Z").map((entry, index) => ({
      ...entry,
      id: idOf(index + 5),
      url: `${HOME}${index + 5}/`,
    }));
    const { current, archives } = planFeed([...october, ...november], PLANNING);
    expect(archives.map(({ name, rows }) => [name, numbers(rows)])).toEqual([
      ["2026-10-1", [3, 2, 1]],
      ["2026-10-2", [4]],
      ["2026-11-1", [7, 6, 5]],
    ]);
    expect(numbers(current)).toEqual([9, 8, 7]);
  });

  test("months are the newsroom's", () => {
    const edge = feedEntry({ published: instant("2026-10-31T23:30:00Z") });
    const newer = feedEntry({ id: idOf(2), published: instant("2026-12-01T00:00:00Z"), url: `${HOME}2/` });
    expect(planFeed([edge, newer], PLANNING).archives.map(({ name }) => name)).toEqual(["2026-11-1"]);
  });

  test("a correction to an old story comes round again", () => {
    const entries = hourly(9, "2026-11-05T00:00:00Z");
    const corrected = entries.map((entry, index) => (index === 0 ? { ...entry, updated: AT - 1 } : entry));
    expect(numbers(planFeed(entries, PLANNING).current)).toEqual([9, 8, 7]);
    expect(numbers(planFeed(corrected, PLANNING).current)).toEqual([9, 8, 7, 1]);
  });

  test("new articles move none into another archive", () => {
    const before = planFeed(hourly(700, "2026-10-10T00:00:00Z"), PLANNING).archives;
    const after = planFeed(hourly(1000, "2026-10-10T00:00:00Z"), PLANNING).archives;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("every live article is in the current document or an archive", () => {
    const someRows = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 60 });
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 7 }), (hours, limit) => {
        const rows = [...new Set(hours)].map((hour) => {
          const epochMs = Date.parse("2026-06-01T00:00:00Z") + hour * 3_600_000;
          const published = { epochMs, written: "" };
          return feedEntry({ id: idOf(hour), url: `${HOME}${hour}/`, published, updated: epochMs });
        });
        const { current, archives } = planFeed(rows, { ...PLANNING, limit });
        const archived = archives.flatMap((page) => page.rows);
        expect(new Set(archived).size).toBe(archived.length);
        expect(new Set([...current, ...archived]).size).toBe(
          rows.filter((row) => row.published.epochMs <= AT).length,
        );
        expect(current.length).toBeLessThan(2 * limit);
      }),
    );
  });
});

describe("byMonth", () => {
  test("agrees with the zone's calendar for any instant", () => {
    const zones = fc.constantFrom(
      "Europe/Brussels",
      "America/Sao_Paulo",
      "Pacific/Apia",
      "Asia/Beirut",
      "UTC",
    );
    const instants = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(zones, instants, (timezone, seconds) => {
        const rows = seconds.map((second) =>
          feedEntry({ published: { epochMs: second * 1000, written: "" } }),
        );
        for (const [name, found] of byMonth(rows, timezone))
          for (const { published } of found)
            expect(writeInstant(published.epochMs, timezone).slice(0, 7)).toBe(name);
      }),
    );
  });
  test.each([
    ["2026-10-31T22:59:59Z", "2026-10"],
    ["2026-10-31T23:00:00Z", "2026-11"],
    ["2026-12-31T22:59:59Z", "2026-12"],
    ["2026-12-31T23:00:00Z", "2027-01"],
  ])("%s is in %s of Brussels", (written, month) => {
    const rows = [
      feedEntry({ published: instant("2026-10-15T00:00:00Z") }),
      feedEntry({ published: instant(written) }),
    ];
    expect([...byMonth(rows, "Europe/Brussels")].at(-1)?.[0]).toBe(month);
  });
});

test.each([
  ["europe.atom", "europe-2026-11-1.atom"],
  ["a.b/feed", "a.b/feed-2026-11-1"],
])("archivePath of %s", (path, expected) => {
  expect(archivePath(path, "2026-11-1")).toBe(expected);
});
