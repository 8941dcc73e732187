// The look of a story in the terminal: the styles come from outside (chalk lives in cli), the choices are made here.
import { visibleText } from "../../base/visible-text.ts";
import { type LinkList, markLink } from "./link-list.ts";
import type { Look } from "./look.ts";
import { outlineOf } from "../outline.ts";
import { absoluteHref } from "../resolve-address.ts";
import { paintAll, type Paint } from "./spans.ts";
import { labelsOf } from "../story-facts.ts";
import type { Story } from "../story.ts";
import { superscript } from "./text-look.ts";

/** What a terminal can do, as functions around a text; with colour off they return it as it is. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly italic: Paint;
  readonly underline: Paint;
  readonly strikethrough: Paint;
  readonly cyan: Paint;
  readonly yellow: Paint;
  /** An OSC 8 hyperlink; asked for only where `hyperlinks` is true, else addresses are listed at the end. */
  readonly link: (text: string, url: string) => string;
  readonly hyperlinks: boolean;
  /** False: only ASCII is drawn around the content. */
  readonly unicode: boolean;
}

/** No colours, no links, Unicode signs: for tests, pipes and `--color never`. */
export const PLAIN_STYLE: Style = {
  bold: (text) => text,
  dim: (text) => text,
  italic: (text) => text,
  underline: (text) => text,
  strikethrough: (text) => text,
  cyan: (text) => text,
  yellow: (text) => text,
  link: (text) => text,
  hyperlinks: false,
  unicode: true,
};

/** The look for one story; its link list fills as the story is laid out, and stays empty with hyperlinks. */
export function ansiLook(story: Story, style: Style): Look {
  const links: LinkList = new Map();
  const outline = outlineOf(story.body);
  return {
    clean: terminalText,
    emphasis: style.italic,
    strong: style.bold,
    strike: (spans) => [{ text: "~" }, ...paintAll(spans, style.strikethrough), { text: "~" }],
    code: style.cyan,
    dim: style.dim,
    link: (spans, href) => {
      const address = absoluteHref(href, story);
      if (address === undefined) return spans;
      const url = visibleText(address);
      const underlined = paintAll(spans, style.underline);
      if (!style.hyperlinks) return markLink(underlined, url, links);
      return paintAll(underlined, (text) => style.link(text, url));
    },
    links,
    noteMark: style.unicode ? superscript : (number) => `[^${number}]`,
    heading: (lines) => lines.map(style.bold),
    headingLevel: (heading) => outline.get(heading) ?? 2,
    quoteBar: style.unicode ? "┃ " : "| ",
    dash: style.unicode ? "— " : "-- ",
    bullet: style.unicode ? "• " : "- ",
    rule: "* * *",
    tableRule: style.unicode ? "─" : "-",
    imageLabel: labelsOf(story).image,
  };
}

function terminalText(text: string): string {
  return visibleText(text.replace(/[\t\n\r]+/g, " "));
}
