import { describe, expect, test } from "vitest";
import { goesLiveByDate, liveFrom } from "../../src/formats/live-from.ts";
import { article, entry, instant } from "./sample-entry.ts";

const EARLY = instant("2026-11-01T00:00:00Z");
const LATE = instant("2027-01-01T00:00:00Z");

describe("liveFrom", () => {
  test("is when it was published", () => {
    expect(liveFrom(article({ published: EARLY }))).toBe(EARLY);
  });
  test("is the end of a later embargo", () => {
    expect(liveFrom(article({ published: EARLY, embargo: LATE }))).toBe(LATE);
  });
  test("is not the end of an earlier embargo", () => {
    expect(liveFrom(article({ published: LATE, embargo: EARLY }))).toBe(LATE);
  });
});

describe("goesLiveByDate", () => {
  const { published: _, ...neverPublished } = article();
  test.each([
    ["live", entry(), true],
    ["scheduled", entry({ published: LATE }), true],
    ["embargoed until a date", entry({ embargo: LATE }), true],
    ["embargoed until lifted", entry({ embargo: "open" }), false],
    ["published at no known time", entry({}, { article: neverPublished, state: "embargoed" }), false],
    ["expired", entry({ expires: EARLY }), false],
    ["draft", entry({ status: "draft" }), false],
    ["review", entry({ status: "review" }), false],
    ["ready", entry({ status: "ready" }), false],
    ["withdrawn", entry({ status: "withdrawn" }), false],
    ["killed", entry({ status: "killed" }), false],
  ])("%s", (_name, each, expected) => {
    expect(goesLiveByDate(each)).toBe(expected);
  });
});
