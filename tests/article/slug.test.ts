// Slugs: what one may hold, what a headline gives, when two are the same (article-format.md "Slugs").
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, slugFault, slugFrom, slugKey } from "../../src/article/slug.ts";
import { anyCharacter } from "../support/any-character.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("slugFrom", () => {
  test.each([
    ["Commission fines chipmaker", "commission-fines-chipmaker"],
    ["Brexit: what now?", "brexit-what-now"],
    ["  A -- B __ C  ", "a-b-c"],
    ["It's the editor’s choice", "its-the-editors-choice"],
    ["Élection à Saint-Étienne", "élection-à-saint-étienne"],
    ["E\u0301lection", "élection"],
    ["Straße nach Überlingen", "straße-nach-überlingen"],
    ["ΟΔΟΣ ΟΝΕΙΡΩΝ", "οδος-ονειρων"],
    ["İstanbul'da yağmur", "i̇stanbulda-yağmur"],
    ["Выборы: второй тур", "выборы-второй-тур"],
    ["انتخابات ۱۴۰۳", "انتخابات-۱۴۰۳"],
    ["ニュース速報！台風12号", "ニュース速報-台風12号"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["한국어 기사", "한국어-기사"],
    ["Oʼzbekiston gʻalabasi", "ozbekiston-gʻalabasi"],
    ["50% off", "50-off"],
    ["../../etc/passwd", "etc-passwd"],
    ['a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"],
    ["CON", "con-1"],
    ["Nul.", "nul-1"],
    ["COM¹", "com¹-1"],
    ["Console", "console"],
    ["a\u202Eb\u0000c", "a-b-c"],
    ["👍", ""],
    ["!!!", ""],
    ["", ""],
    ["\u0301", ""],
  ])("%j gives %j", (headline, slug) => {
    expect(slugFrom(headline)).toBe(slug);
  });

  test("is cut between words at 80 characters", () => {
    const slug = slugFrom("word ".repeat(30));
    expect(slug).toBe(Array(16).fill("word").join("-"));
  });

  test("a first word over 80 characters is cut, never inside a character", () => {
    expect(slugFrom("記".repeat(200))).toBe("記".repeat(80));
    expect(slugFrom(`a${"𠮷".repeat(60)}`)).toBe(`a${"𠮷".repeat(39)}`);
  });

  test("whatever the headline, the slug is empty or faultless", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter, maxLength: 300 }),
          fc.string({ unit: "grapheme", maxLength: 300 }),
        ),
        (headline) => {
          const slug = slugFrom(headline);
          if (slug !== "") expect([headline, slugFault(slug)]).toEqual([headline, undefined]);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe("slugFault", () => {
  test.each([
    "a",
    "7",
    "budget-deal",
    "a--b",
    "élection",
    "ニュース",
    "हिन्दी",
    "a".repeat(120),
    "com10",
    "lpt",
    "conx",
    "記".repeat(83),
  ])("%s is a slug", (slug) => {
    expect(slugFault(slug)).toBeUndefined();
  });

  const LETTERS = "a slug holds letters, numbers and hyphens between them, nothing else";
  test.each([
    ["", "a slug may not be empty"],
    ["a".repeat(121), "a slug has at most 120 characters"],
    ["記".repeat(84), "a slug has at most 250 bytes, to fit a file name"],
    ["-a", LETTERS],
    ["a-", LETTERS],
    ["a b", LETTERS],
    ["a/b", LETTERS],
    ["a.b", LETTERS],
    ["..", LETTERS],
    ["a_b", LETTERS],
    ["a\u202Eb", LETTERS],
    ["a\u0000", LETTERS],
    ["a\n", LETTERS],
    ["\u0301a", LETTERS],
    ["a\uD800", LETTERS],
    ["e\u0301lan", "a slug is written in Unicode NFC"],
    ["Budget", "a slug is written in lower case"],
    ["ÉLAN", "a slug is written in lower case"],
    ["con", '"con" is a device name on Windows'],
    ["lpt9", '"lpt9" is a device name on Windows'],
    ["com²", '"com²" is a device name on Windows'],
  ])("%j: %s", (slug, fault) => {
    expect(slugFault(slug)).toBe(fault);
  });
});

describe("slugKey", () => {
  test.each([
    ["Budget", "budget"],
    ["e\u0301lan", "élan"],
    ["ÉLAN", "élan"],
    ["οδος", "οδοσ"],
    ["STRASSE", "straße"],
    ["\u212Aelvin", "kelvin"],
  ])("%j and %j are one slug", (a, b) => {
    expect(slugKey(a)).toBe(slugKey(b));
  });

  test.each([
    ["kız", "kiz"],
    ["elan", "élan"],
    ["a-b", "ab"],
  ])("%j and %j are two", (a, b) => {
    expect(slugKey(a)).not.toBe(slugKey(b));
  });

  test("a key is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (slug) => {
        expect(slugKey(slugKey(slug))).toBe(slugKey(slug));
      }),
      { numRuns: 2_000 },
    );
  });
});

test("freeSlug takes the first number that is free", () => {
  const taken = new Set(["a", "a-2", "a-3"]);
  expect(freeSlug("a", (slug) => taken.has(slug))).toBe("a-4");
  expect(freeSlug("b", (slug) => taken.has(slug))).toBe("b");
});
