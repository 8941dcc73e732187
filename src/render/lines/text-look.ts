// The look of plain text that can be mailed: no styles, links as numbers, nothing a mail program would trip over.
import { dropIllegalCharacters } from "../../base/escape-html.ts";
import { widestOf } from "../../base/display-width.ts";
import { type LinkList, markLink } from "./link-list.ts";
import type { Look } from "./look.ts";
import { outlineOf } from "../outline.ts";
import { absoluteHref } from "../resolve-address.ts";
import { labelsOf } from "../story-facts.ts";
import type { Story } from "../story.ts";

/** Marks under the lines of a heading, by level. */
const UNDERLINES = ["=", "=", "-"];

/** The look for one story; its link list fills as the story is laid out. */
export function textLook(story: Story): Look {
  const links: LinkList = new Map();
  const outline = outlineOf(story.body);
  const plain = (text: string) => text;
  return {
    clean: plainCharacters,
    emphasis: plain,
    strong: plain,
    // Struck text that looked like any other would say the opposite.
    strike: (spans) => [{ text: "~~" }, ...spans, { text: "~~" }],
    code: plain,
    dim: plain,
    link: (spans, href) => {
      const address = absoluteHref(href, story);
      return address === undefined ? spans : markLink(spans, plainCharacters(address), links);
    },
    links,
    noteMark: superscript,
    heading: (lines, level) => [...lines, (UNDERLINES[level] ?? "~").repeat(Math.max(3, widestOf(lines)))],
    headingLevel: (heading) => outline.get(heading) ?? 2,
    quoteBar: "> ",
    dash: "— ",
    bullet: "- ",
    rule: "* * *",
    tableRule: "-",
    imageLabel: labelsOf(story).image,
  };
}

/** Blanks of any kind as one space each, without control, bidi and tag characters. */
function plainCharacters(text: string): string {
  const spaced = text.replace(/[\t\n\r\u2028\u2029]+/g, " ");
  return dropIllegalCharacters(spaced).replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
}

/** `¹²`: a footnote's mark, which cannot be taken for a link's number. */
export function superscript(number: number): string {
  return Array.from(String(number), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
