import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleLinks, articleSlug, imagesOf } from "../../src/body/body-links.ts";
import { countWords, countWordsOf } from "../../src/body/count-words.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { plainText } from "../../src/body/plain-text.ts";
import { anyCharacter } from "../support/any-character.ts";

test.each([
  ["# A\n\nb *c* `d`\n[e](f)", "A\n\nb c d\ne"],
  ["- a\n  - b\n- c", "a\n\nb\n\nc"],
  ["> a\n>\n> — b", "a\n\n— b"],
  ["|a|b|\n|-|-|\n|c|d|", "a b\n\nc d"],
  ["![a](b 'c')", "a\n\nc"],
  ["```\nx\n```\n\n***", "x"],
  ["a[^1]\n\n[^1]: b", "a\n\nb"],
])("plainText of %j", (markdown, expected) => {
  expect(plainText(parseBody(markdown))).toBe(expected);
});

describe("countWords", () => {
  test.each([
    ["", 0],
    ["One two, three.", 3],
    ["don’t e-mail 3.5 %", 3],
    ["war — and—peace", 3],
    ["東京都は", 4],
    ["EU首脳 meets", 4],
    ["สวัสดีครับ", 2],
    ["نعم لا", 2],
    ["*** --- …", 0],
  ])("%j has %i words", (text, words) => {
    expect(countWordsOf(text)).toBe(words);
  });
  test("any text has as many as the definition says", () => {
    const han = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/gu;
    const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/g;
    const defined = (text: string): number =>
      (text.match(han)?.length ?? 0) +
      Math.ceil((text.match(unspaced)?.length ?? 0) / 5) +
      (text
        .replace(han, " ")
        .replace(unspaced, " ")
        .match(/[\p{L}\p{N}][^\s—–]*/gu)?.length ?? 0);
    const character = fc.oneof(
      fc.constantFrom(...Array.from("aZ9é’-. \n—–東かงကក٣𠀀𝒜😀\u0301\uD840 \uDC00\u00A0")),
      fc.string({ unit: anyCharacter, maxLength: 1 }),
    );
    const text = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(""));
    fc.assert(
      fc.property(text, (each) => {
        expect(countWordsOf(each)).toBe(defined(each));
      }),
      { numRuns: 500 },
    );
  });
  test("counts footnotes and captions, not addresses", () => {
    expect(countWords(parseBody("[a](https://b.test)[^1]\n\n![c](d 'e f')\n\n[^1]: g"))).toBe(5);
  });
});

describe("links", () => {
  const body = parseBody(
    "[a](article:one) *[b](article:%C3%A9t%C3%A9)* [c](article:one) [d](https://x.test)\n\n" +
      "> - [e](article:two)\n\n|[f](article:three)|\n|-|\n\n![g](h.png) x[^1] ![i](j.png)\n\n![g](h.png)\n\n[^1]: [k](article:four)",
  );
  test("to articles, each slug once, decoded, wherever they stand", () => {
    expect(articleLinks(body)).toEqual(["one", "été", "two", "three", "four"]);
  });
  test("to images, figures first", () => {
    expect(imagesOf(body)).toEqual(["h.png", "j.png"]);
  });
  test.each([
    ["article:a#b", "a"],
    ["ARTICLE:a", "a"],
    ["article:%", "%"],
    ["article:", undefined],
    ["https://article:x", undefined],
  ])("articleSlug of %j is %j", (href, slug) => {
    expect(articleSlug(href)).toBe(slug);
  });
});
