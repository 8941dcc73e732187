// Dates that contradict each other or have not come yet; the desk's clock says 22 November 2026, 09:00 in Brussels.
import { describe, expect, test } from "vitest";
import { checkedBody } from "./check-files.ts";

const ID = "id: 01a1a942-ab7c-7524-b4c2-e38b2af3f3ba";

function dated(...head: readonly string[]): Promise<string[]> {
  return checkedBody("Text.", [ID, "status: published", ...head]);
}

describe("contradictions", () => {
  test.each([
    [
      ["published: 2026-11-01", "expires: 2026-11-01"],
      "5:10 error impossible-date: it expires before it is published: no reader would ever see it",
    ],
    [
      ["published: 2026-11-01", "updated: 2026-10-31"],
      "5:10 warning impossible-date: it was updated before it was published",
    ],
    [
      ["published: 2026-11-01", "corrections: [{at: 2026-10-31, text: x}]"],
      "5:20 warning impossible-date: it was corrected before it was published",
    ],
    [
      ["published: 2026-11-01", "embargo: 2026-11-02"],
      "5:10 warning impossible-date: the embargo ends later than published says it went live",
    ],
  ])("%j", async (head, finding) => {
    expect(await dated(...head)).toEqual([`a.yaml:${finding}`]);
  });

  test("an end before the embargo's", async () => {
    expect(await dated("published: 2026-11-01", "embargo: 2026-11-03", "expires: 2026-11-02")).toEqual([
      "a.yaml:5:10 warning impossible-date: the embargo ends later than published says it went live",
      "a.yaml:6:10 error impossible-date: it expires before its embargo ends: no reader would ever see it",
    ]);
  });

  test.each([
    [["published: 2026-11-01", "updated: 2026-11-01", "expires: 2026-11-02", "embargo: 2026-11-01"]],
    [["published: 2026-11-01", "embargo: open"]],
    [["published: 2026-12-01", "updated: 2026-11-21"]],
  ])("none in %j", async (head) => {
    expect(await dated(...head)).toEqual([]);
  });
});

describe("dates to come", () => {
  test.each([
    [
      ["published: 2026-11-01", "updated: 2026-11-24"],
      "5:10 warning future-date: updated lies in the future",
    ],
    [
      ["published: 2026-11-01", "created: 2026-11-24"],
      "5:10 warning future-date: created lies in the future",
    ],
    [
      ["published: 2026-11-01", "corrections: [{at: 2026-11-24, text: x}]"],
      "5:20 warning future-date: this correction lies in the future",
    ],
    [["published: 2027-11-30"], "4:12 warning future-date: it is to be published more than a year from now"],
  ])("%j", async (head, finding) => {
    expect(await dated(...head)).toEqual([`a.yaml:${finding}`]);
  });

  test.each([
    [["published: 2027-11-20"]],
    [["published: 2026-11-01", "updated: 2026-11-23T08:00:00+01:00"]],
    [["published: 2026-12-01", "updated: 2026-12-01"]],
  ])("none in %j", async (head) => {
    expect(await dated(...head)).toEqual([]);
  });
});
