// What the coming days bring, what was missed, and what `today` makes of it, at their boundaries.
import { describe, expect, test } from "vitest";
import { dueArticles, dueUntil, missedArticles, type DueList } from "../../src/desk/agenda/due-articles.ts";
import { readToday } from "../../src/desk/agenda/today.ts";
import { deskWith, NOW } from "./open-desk.ts";

const FILES: Readonly<Record<string, string>> = {
  "scheduled.yaml": "headline: A\nstatus: published\npublished: 2026-11-22T17:00:00+01:00\n",
  "lifts.yaml":
    "headline: A\nstatus: published\npublished: 2026-11-20\nembargo: 2026-11-22T18:00:00+01:00\nexpires: 2026-11-25T06:00:00+01:00\n",
  "held-longer.yaml":
    "headline: A\nstatus: published\npublished: 2026-11-24T06:00:00+01:00\nembargo: 2026-11-23T06:00:00+01:00\n",
  "never-out.yaml":
    "headline: A\nstatus: published\npublished: 2026-11-20\nembargo: 2026-11-23T07:00:00+01:00\nexpires: 2026-11-21\n",
  "due.yaml": "headline: A\nstatus: review\npublished: 2026-11-22T23:59:59+01:00\n",
  "wire.yaml": "headline: A\nembargo: 2026-11-23T09:00:00+01:00\n",
  "late.yaml": "headline: A\nstatus: ready\npublished: 2026-11-22T09:00:00+01:00\n",
  "live.yaml": "headline: A\nstatus: published\npublished: 2026-11-20\n",
  "gone.yaml": "headline: A\nstatus: withdrawn\npublished: 2026-11-24T06:00:00+01:00\n",
  "void.yaml": "headline: A\nstatus: killed\nembargo: 2026-11-24T06:00:00+01:00\n",
  "broken.yaml": "headline: A: b\n",
};

const rows = ({ events }: DueList): string[] =>
  events.map(
    ({ at, what, before, entry }) => `${new Date(at).toISOString()} ${what} ${before} ${entry.article.slug}`,
  );

test("everything to come, in order, with the broken files beside", async () => {
  const desk = deskWith(FILES);
  const due = await dueArticles(desk, NOW + 7 * 86_400_000);
  expect(rows(due)).toEqual([
    "2026-11-22T16:00:00.000Z live scheduled scheduled",
    "2026-11-22T17:00:00.000Z live embargoed lifts",
    "2026-11-22T22:59:59.000Z due review due",
    "2026-11-23T05:00:00.000Z embargo embargoed held-longer",
    "2026-11-23T06:00:00.000Z embargo embargoed never-out",
    "2026-11-23T08:00:00.000Z embargo draft wire",
    "2026-11-24T05:00:00.000Z live scheduled held-longer",
    "2026-11-25T05:00:00.000Z expires live lifts",
  ]);
  expect(due.problems.map(({ file }) => file)).toEqual(["articles/broken.yaml"]);
});

test("the end is not included", async () => {
  const desk = deskWith(FILES);
  const at = Date.parse("2026-11-22T17:00:00+01:00");
  expect(rows(await dueArticles(desk, at))).toEqual([]);
  expect(rows(await dueArticles(desk, at + 1))).toHaveLength(1);
});

test("missed: still on the desk though its time has come", async () => {
  expect(rows(await missedArticles(deskWith(FILES)))).toEqual(["2026-11-22T08:00:00.000Z due ready late"]);
});

test("missed: live by its file and not out", async () => {
  const isOut = (): boolean => false;
  expect(rows(await missedArticles(deskWith(FILES), isOut))).toEqual([
    "2026-11-19T23:00:00.000Z live live live",
    "2026-11-22T08:00:00.000Z due ready late",
  ]);
});

describe("how far", () => {
  test.each([
    ["7d", "2026-11-30T00:00:00+01:00"],
    ["12h", "2026-11-22T21:00:00.001+01:00"],
    ["today", "2026-11-23T00:00:00+01:00"],
    ["2026-12", "2027-01-01T00:00:00+01:00"],
  ])("%s is up to %s", async (text, until) => expect(dueUntil(deskWith({}), text)).toBe(Date.parse(until)));

  test.each([
    ["soon", 'cannot read how far "soon" is'],
    ["yesterday", "yesterday has passed"],
  ])("%s is refused", async (text, message) => {
    expect(() => dueUntil(deskWith({}), text)).toThrow(message);
  });
});

describe("today", () => {
  const slugs = (events: readonly { entry: { article: { slug: string } } }[]): string[] =>
    events.map(({ entry }) => entry.article.slug);

  test("has what happens before midnight, embargoes of 24 hours, what was missed and what is broken", async () => {
    const today = await readToday(deskWith(FILES), undefined);
    expect({
      count: today.count,
      missed: slugs(today.missed),
      due: slugs(today.due),
      embargoes: slugs(today.embargoes),
      mine: today.mine,
      broken: today.broken.map(({ file }) => file),
    }).toEqual({
      count: 11,
      missed: ["late"],
      due: ["scheduled", "due"],
      embargoes: ["lifts", "held-longer", "never-out", "wire"],
      mine: [],
      broken: ["articles/broken.yaml"],
    });
  });

  test("an embargo a second past 24 hours is tomorrow's", async () => {
    const desk = deskWith({ "a.yaml": "headline: A\nembargo: 2026-11-23T09:00:01+01:00\n" });
    expect((await readToday(desk, undefined)).embargoes).toEqual([]);
  });

  test("an expiry is nobody's work", async () => {
    const desk = deskWith({
      "a.yaml": "headline: A\nstatus: published\npublished: 2026-11-20\nexpires: 2026-11-22 17:00\n",
    });
    const { due, embargoes } = await readToday(desk, undefined);
    expect([due, embargoes]).toEqual([[], []]);
  });

  const MINE: Readonly<Record<string, string>> = {
    "old.yaml": "headline: A\nauthors: [ilse]\nupdated: 2026-11-01\n",
    "new.yaml": "headline: A\nauthors: [{name: ILSE VANDERMOOR}]\nstatus: review\ncreated: 2026-11-20\n",
    "by-mail.yaml":
      "headline: A\nauthors: [{name: I. V., email: ilse@courier.example}]\ncreated: 2026-10-01\n",
    "ready.yaml": "headline: A\nauthors: [ilse]\nstatus: ready\n",
    "theirs.yaml": "headline: A\nauthors: [Somebody]\n",
  };

  test.each([
    ["ilse", ["new", "old"]],
    ["Ilse Vandermoor", ["new", "old"]],
    ["ilse@courier.example", ["old", "by-mail"]],
    ["", []],
  ])("%s", async (me, mine) => {
    expect((await readToday(deskWith(MINE), me)).mine.map(({ article }) => article.slug)).toEqual(mine);
  });
});
