import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { parseXml } from "@rgrove/parse-xml";
import { element, textElement, xmlDocument, xmlText } from "../../src/formats/xml.ts";
import { dropIllegalCharacters } from "../../src/base/escape-html.ts";
import { anyText } from "./sample-entry.ts";

describe("xmlText", () => {
  test.each([
    ["a & b < c > d", "a &amp; b &lt; c &gt; d"],
    ["]]>", "]]&gt;"],
    ["&amp; &nbsp; &#8217;", "&amp;amp; &amp;nbsp; &amp;#8217;"],
    ["tab\tline\nreturn\r", "tab\tline\nreturn&#13;"],
    ["\u0000a\u0002b\u000Bc\u0092d\uFFFEe\uD800f", "abcdef"],
    ["😀", "😀"],
  ])("%j", (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });
});

describe("element", () => {
  test("without content it closes itself", () => {
    expect(element("link", { rel: "self", href: undefined })).toBe('<link rel="self"/>');
  });
  test("children stand on lines of their own, empty ones are left out", () => {
    expect(element("a", {}, ["<b/>", "", "<c/>"])).toBe("<a>\n<b/>\n<c/>\n</a>");
  });
  test("attributes keep line breaks, tabs and quotes", () => {
    expect(element("a", { b: "1\n2\t\"3'\r<&" })).toBe('<a b="1&#10;2&#9;&quot;3&#39;&#13;&lt;&amp;"/>');
  });
  test("no text is no element", () => {
    expect([textElement("a", ""), textElement("a", undefined)]).toEqual(["", ""]);
  });
});

test("any text in an element and an attribute reads back, but for what XML forbids", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const kept = text.split("\r").map(dropIllegalCharacters).join("\r");
      const { root } = parseXml(xmlDocument(element("a", { b: text }, xmlText(text))));
      expect(root?.text).toBe(kept);
      expect(root?.attributes["b"]).toBe(kept);
    }),
  );
});
