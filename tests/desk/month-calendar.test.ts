import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readCalendar, readMonth } from "../../src/desk/agenda/month-calendar.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

interface Asking {
  readonly month?: string;
  readonly words?: readonly string[];
  readonly timezone?: string;
}

/** What happens in the month, with the day it stands under; one article for each line, named a0, a1 ... */
async function eventsOf(
  lines: readonly string[],
  { month = "this-month", words = [], timezone = "UTC" }: Asking = {},
) {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "stet.yaml"), `stet: 1\ntimezone: ${timezone}\n`);
  for (const [at, line] of lines.entries())
    writeFileSync(path.join(folder, `articles/a${at}.yaml`), `headline: A\n${line.replaceAll("; ", "\n")}\n`);
  const desk = testDesk(folder);
  const calendar = await readCalendar(desk, readMonth(desk, month), readQuery(desk, words));
  return calendar.days.flatMap(({ name, events }) =>
    events.map(({ what, slug }) => `${name} ${what} ${slug}`),
  );
}

// It is 22 November 2026, 08:00 UTC.
describe("readCalendar", () => {
  test.each([
    ["status: published; published: 2026-11-22T08:00:00Z", ["2026-11-22 out a0"]],
    ["status: published; published: 2026-11-22T08:00:01Z", ["2026-11-22 planned a0"]],
    ["status: draft; published: 2026-11-25T08:00:00Z", ["2026-11-25 planned a0"]],
    ["status: ready; published: 2026-11-20T08:00:00Z", ["2026-11-20 late a0"]],
    ["status: withdrawn; published: 2026-11-20T08:00:00Z", ["2026-11-20 out a0"]],
    ["status: killed; published: 2026-11-25T08:00:00Z", []],
    [
      "status: published; published: 2026-10-01T08:00:00Z; embargo: 2026-11-24T08:00:00Z",
      ["2026-11-24 planned a0", "2026-11-24 embargo a0"],
    ],
    [
      "status: published; published: 2026-11-25T08:00:00Z; embargo: 2026-11-24T08:00:00Z",
      ["2026-11-24 embargo a0", "2026-11-25 planned a0"],
    ],
    ["status: published; published: 2026-11-20T08:00:00Z; embargo: 2026-12-01T08:00:00Z", []],
    ["status: published; published: 2026-11-20T08:00:00Z; embargo: open", []],
    ["status: draft; published: 2026-11-25T08:00:00Z; embargo: open", ["2026-11-25 planned a0"]],
    ["status: draft; embargo: 2026-11-24T08:00:00Z", ["2026-11-24 embargo a0"]],
    ["status: killed; embargo: 2026-11-24T08:00:00Z", []],
    ["status: draft", []],
  ])("%s", async (line, events) => {
    expect(await eventsOf([line])).toEqual(events);
  });

  test("a query selects", async () => {
    const lines = ["tags: [eu]; published: 2026-11-25T08:00:00Z", "published: 2026-11-25T08:00:00Z"];
    expect(await eventsOf(lines, { words: ["-tag:eu"] })).toEqual(["2026-11-25 planned a1"]);
  });

  test("months begin and end at midnight in the newsroom, over clock changes too", async () => {
    const lines = [
      "2026-10-31T22:59:59Z",
      "2026-10-31T23:00:00Z",
      "2026-11-30T22:59:59Z",
      "2026-11-30T23:00:00Z",
    ].map((at) => `status: published; published: ${at}`);
    expect(await eventsOf(lines, { timezone: "Europe/Brussels" })).toEqual([
      "2026-11-01 out a1",
      "2026-11-30 planned a2",
    ]);
    expect(await eventsOf(lines, { timezone: "Europe/Brussels", month: "last-month" })).toEqual([
      "2026-10-31 out a0",
    ]);
  });

  test("one day is today, and only in its own month", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\ntimezone: Asia/Tokyo\n");
    const desk = testDesk(folder, { now: Date.parse("2026-11-22T15:00:00Z") });
    const todays = async (month: string): Promise<string[]> => {
      const { days } = await readCalendar(desk, readMonth(desk, month), readQuery(desk, []));
      return days.filter(({ isToday }) => isToday).map(({ name }) => name);
    };
    expect([await todays("this-month"), await todays("2026-12")]).toEqual([["2026-11-23"], []]);
  });
});

describe("readMonth", () => {
  test.each([
    ["2026-02", "2026-02"],
    ["this-month", "2026-11"],
    ["next-month", "2026-12"],
    ["LAST-month", "2026-10"],
  ])("%s", (word, name) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
    expect(readMonth(testDesk(folder), word).name).toBe(name);
  });

  test.each(["2026-13", "2026", "november", "2026-11-22"])("%s is none", (word) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "stet.yaml"), "stet: 1\n");
    expect(() => readMonth(testDesk(folder), word)).toThrow(`cannot read the month "${word}"`);
  });
});
