import * as fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { dropIllegalCharacters, escapeAttribute, escapeHtml } from "../../src/base/escape-html.ts";
import { anyCharacter } from "../support/any-character.ts";

test.each([
  [`<a href="b">'&`, `&lt;a href=&quot;b&quot;&gt;'&amp;`],
  ["]]>", "]]&gt;"],
  ["&amp;", "&amp;amp;"],
  ["a\nb\tc", "a\nb\tc"],
])("escapeHtml %j", (text, expected) => {
  expect(escapeHtml(text)).toBe(expected);
});

test.each([
  [`"'`, "&quot;&#39;"],
  ["a\nb\tc\rd", "a&#10;b&#9;c&#13;d"],
])("escapeAttribute %j", (text, expected) => {
  expect(escapeAttribute(text)).toBe(expected);
});

describe("illegal characters", () => {
  test.each([
    "\u0000",
    "\u0002",
    "\u000B",
    "\u001B",
    "\u007F",
    "\u0092",
    "\u202E",
    "\uD800",
    "\uDC00",
    "\uFDD0",
    "\uFFFE",
    "\uFFFF",
    "\u{1FFFF}",
    "\u{10FFFE}",
  ])("%j is dropped", (character) => {
    expect(dropIllegalCharacters(`a${character}b`)).toBe("ab");
  });
  test.each(["\t", "\n", "é", "\u200C", "\u200F", "\u2067", "😀", "\uFFFD", "\u{10FFFD}"])(
    "%j stays",
    (character) => {
      expect(dropIllegalCharacters(`a${character}b`)).toBe(`a${character}b`);
    },
  );
});

test("an HTML parser reads escaped text back as the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const node = parseFragment(`<p title="${escapeAttribute(text)}">${escapeHtml(text)}</p>`).childNodes[0];
      const legal = dropIllegalCharacters(text);
      const read = node !== undefined && "childNodes" in node ? node.childNodes[0] : undefined;
      expect(read !== undefined && "value" in read ? read.value : "").toBe(legal);
    }),
  );
});
