// Which status may follow which, for every status an article can have and whether readers have had it.
import { describe, expect, test } from "vitest";
import { STATUSES, type Article, type Status } from "../../src/article/article.ts";
import { moveFault, nextStatuses, wasPublic } from "../../src/article/moves.ts";
import type { Dated } from "../../src/article/state.ts";

const at = (epochMs: number): { epochMs: number; written: string } => ({ epochMs, written: String(epochMs) });
const NOW = 100;
const PAST = { published: at(50) };
const COMING = { published: at(150) };

type Row = readonly [string, Dated, readonly Status[], readonly Status[]];
const OPEN = ["draft", "review", "ready"] as const;

// What it may become, and what it may become when forced.
const ROWS: readonly Row[] = [
  ["a draft", { status: "draft" }, ["review", "ready", "published", "killed"], []],
  [
    "a draft whose plan has passed",
    { status: "draft", ...PAST },
    ["review", "ready", "published", "killed"],
    [],
  ],
  ["in review", { status: "review" }, ["draft", "ready", "published", "killed"], []],
  ["ready", { status: "ready" }, ["draft", "review", "published", "killed"], []],
  ["live", { status: "published", ...PAST }, ["withdrawn", "killed"], []],
  ["live this instant", { status: "published", published: at(NOW) }, ["withdrawn", "killed"], []],
  ["expired", { status: "published", ...PAST, expires: at(60) }, ["withdrawn", "killed"], []],
  ["scheduled", { status: "published", ...COMING }, [...OPEN, "withdrawn", "killed"], []],
  ["embargoed", { status: "published", ...PAST, embargo: "open" }, [...OPEN, "withdrawn", "killed"], []],
  ["published without an instant", { status: "published" }, [...OPEN, "withdrawn", "killed"], []],
  ["withdrawn", { status: "withdrawn", ...PAST }, ["published", "killed"], []],
  ["withdrawn before it was out", { status: "withdrawn", ...COMING }, [...OPEN, "published", "killed"], []],
  ["killed", { status: "killed", ...PAST }, [], ["published", "withdrawn"]],
  ["killed before it was out", { status: "killed" }, [], [...OPEN, "published", "withdrawn"]],
];

describe.each(ROWS)("%s", (_, article, next, forced) => {
  test.each(STATUSES)("%s", (to) => {
    const isAllowed = next.includes(to) || article.status === to;
    expect(moveFault(article, to, NOW) === undefined).toBe(isAllowed);
  });

  test("forced", () => {
    const expected = article.status === "killed" ? forced : next;
    expect(nextStatuses(article, NOW, { forced: true })).toEqual(expected);
  });
});

test("the fault says what is possible", () => {
  expect(moveFault({ status: "published", ...PAST }, "draft", NOW)).toBe(
    "a published article does not become draft: it may become withdrawn or killed",
  );
  expect(moveFault({ status: "killed" }, "draft", NOW)).toBe(
    "a killed article does not become draft: it stays so until it is brought back",
  );
  expect(moveFault({ status: "draft" }, "nonsense", NOW)).toContain("does not become nonsense");
});

describe("wasPublic", () => {
  test.each<[Pick<Article, "status" | "published" | "embargo" | "expires">, boolean]>([
    [{ status: "published", ...PAST }, true],
    [{ status: "published", ...COMING }, false],
    [{ status: "published", ...PAST, embargo: at(NOW) }, true],
    [{ status: "published", ...PAST, embargo: at(NOW + 1) }, false],
    [{ status: "published", ...PAST, expires: at(60) }, true],
    [{ status: "withdrawn", ...PAST }, true],
    [{ status: "killed", ...PAST }, true],
    [{ status: "killed" }, false],
    [{ status: "ready", ...PAST }, false],
  ])("%j: %s", (article, isPublic) => expect(wasPublic(article, NOW)).toBe(isPublic));
});
