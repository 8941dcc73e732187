// Whether a row is in the same lists as before.
import { expect, test } from "vitest";
import { isListedAlike } from "../../../src/desk/site/plan/site-groups.ts";
import type { ListName, SiteRow } from "../../../src/desk/site/plan/site-row.ts";

const RAIL: ListName = { kind: "tag", step: "rail", name: "Rail" };
const SEA: ListName = { kind: "tag", step: "sea", name: "Sea" };

function rowIn(...lists: readonly ListName[]): SiteRow {
  const texts = { path: "", hash: "", file: "", language: "en", callKey: "", storyKey: "", teaserKey: "" };
  return { published: 0, updated: 0, lists, names: [], ...texts };
}

test.each<[string, boolean, readonly ListName[]]>([
  ["the same", true, [{ ...RAIL }, { ...SEA }]],
  ["another order", false, [SEA, RAIL]],
  ["another kind", false, [{ ...RAIL, kind: "section" }, SEA]],
  ["another address", false, [{ ...RAIL, step: "railway" }, SEA]],
  ["another name", false, [{ ...RAIL, name: "rail" }, SEA]],
  ["one less", false, [RAIL]],
  ["one more", false, [RAIL, SEA, { ...SEA, step: "harbour" }]],
])("%s: %s", (_, isAlike, lists) => {
  expect(isListedAlike([rowIn(RAIL, SEA), rowIn(...lists)])).toBe(isAlike);
});
