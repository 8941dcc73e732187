// "Did you mean": which known name a mistyped one stands for, and when none does.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearest } from "../../src/base/nearest.ts";

fc.configureGlobal({ seed: 20_261_122 });

const FIELDS = [
  "headline",
  "slug",
  "summary",
  "section",
  "status",
  "tags",
  "kind",
  "kicker",
  "authors",
  "notes",
];

describe("one of an article's fields", () => {
  test.each([
    ["hedline", "headline"],
    ["headlines", "headline"],
    ["Headline", "headline"],
    ["haedline", "headline"],
    ["sumary", "summary"],
    ["sectoin", "section"],
    ["tag", "tags"],
    ["stauts", "status"],
    ["author", "authors"],
    ["kikcer", "kicker"],
    ["note", "notes"],
    ["head", "headline"],
  ])("%s is nearest to %s", (typed, name) => {
    expect(nearest(typed, FIELDS)[0]).toBe(name);
  });

  test.each(["", "xyzzy", "abcdefghijklmnop", "ü"])("%j is near none", (typed) => {
    expect(nearest(typed, FIELDS)).toEqual([]);
  });
});

test("nearest first, equally near by alphabet, at most the limit", () => {
  expect(nearest("cat", ["cats", "bat", "cat", "rat", "zzz"], 3)).toEqual(["cat", "bat", "cats"]);
  expect(nearest("cat", ["bat", "rat"], 1)).toEqual(["bat"]);
});

test("two neighbours swapped is one edit", () => {
  expect(nearest("lsit", ["list", "last"])).toEqual(["list", "last"]);
  expect(nearest("ab", ["ba"])).toEqual(["ba"]);
});

test("a name is nearest to itself", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), (name) => {
      expect(nearest(name, FIELDS)[0]).toBe(name);
    }),
  );
});

test("a name with one letter taken out, put in or changed is found", () => {
  const edit = fc.record({
    name: fc.constantFrom("headline", "published", "corrections"),
    at: fc.nat(7),
    to: fc.constantFrom("", "q", "qz"),
  });
  fc.assert(
    fc.property(edit, ({ name, at, to }) => {
      expect(
        nearest(name.slice(0, at) + to + name.slice(at + 1), ["headline", "published", "corrections"]),
      ).toContain(name);
    }),
  );
});

test("a long word against a long list stays fast", () => {
  const known = Array.from({ length: 2_000 }, (_, index) => `slug-number-${index}`);
  expect(nearest("x".repeat(10_000), known)).toEqual([]);
});
