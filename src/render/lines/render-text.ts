// A story as plain text for mail, wires and accessibility: wrapped, with its links numbered at the end.
import { displayWidth } from "../../base/display-width.ts";
import type { Footnote } from "../../body/blocks.ts";
import { blockLines } from "./lines-blocks.ts";
import { imageText } from "./lines-inline.ts";
import type { Look } from "./look.ts";
import { packPhrases, wrapSpans } from "./spans.ts";
import { bylineOf, datesOf, dayOf, labelsOf, markerOf } from "../story-facts.ts";
import type { Story } from "../story.ts";
import { textLook } from "./text-look.ts";

/** Columns of a line; 72 by default, so that two replies can quote it within 78. */
export interface TextOptions {
  readonly width?: number;
}

/**
 * The story as text with `\n` line ends: safe to mail (no control or bidi-override character, no trailing blank,
 * no line that starts with "From "), no line wider than `width` but an unbreakable URL.
 */
export function renderText(story: Story, { width = 72 }: TextOptions = {}): string {
  const look = textLook(story);
  const page: TextPage = { story, look, width };
  const parts = [...headParts(page), blockLines(story.body.blocks, look, width), ...tailParts(page)];
  const lines = parts.flatMap((part) => (part.length === 0 ? [] : [...part, ""]));
  return lines.slice(0, -1).map(mailLine).join("\n") + "\n";
}

interface TextPage {
  readonly story: Story;
  readonly look: Look;
  readonly width: number;
}

/** RFC 4155 readers take a line that starts with "From " for the next message. */
function mailLine(line: string): string {
  const trimmed = line.trimEnd();
  return trimmed.startsWith("From ") ? ` ${trimmed}` : trimmed;
}

function headParts(page: TextPage): string[][] {
  const { story, look, width } = page;
  const { kicker, headline, summary, dateline } = story.article;
  const marker = markerOf(story);
  const crumbs = story.breadcrumb.map(({ name }) => name).join(" > ");
  const title = look.heading(paragraph(headline, page), 1);
  const dates = [dateline ?? "", ...datesOf(story).map(({ text }) => text)].filter((text) => text !== "");
  const phrases = dates.map((text) => [{ text: look.clean(text) }]);
  return [
    marker === undefined ? [] : paragraph(`[ ${marker.toLocaleUpperCase("en")} ]`, page),
    paragraph(crumbs, page),
    [...paragraph(kicker ?? "", page), ...title],
    paragraph(summary ?? "", page),
    [...byline(page), ...packPhrases(phrases, { text: " · " }, width)],
    leadImage(page),
  ];
}

function byline({ story, look, width }: TextPage): string[] {
  const spans = bylineOf(story).flatMap(({ before, name, href, after }) => {
    const words = [{ text: look.clean(name) }];
    const linked = href === undefined ? words : look.link(words, href);
    return [{ text: before }, ...linked, { text: look.clean(after) }];
  });
  return spans.length === 0 ? [] : wrapSpans(spans, { width });
}

function leadImage(page: TextPage): string[] {
  const { story, look } = page;
  const { image } = story.article;
  if (image === undefined) return [];
  const credit = image.credit === undefined ? "" : `(${labelsOf(story).credit} ${image.credit})`;
  const caption = [image.caption ?? "", credit].filter(Boolean).join(" ");
  return [...paragraph(imageText(image.alt ?? "", look), page), ...paragraph(caption, page)];
}

function tailParts(page: TextPage): string[][] {
  const { story, look } = page;
  const labels = labelsOf(story);
  const { source, corrections } = story.article;
  const notes = story.body.footnotes.flatMap((note) => noteLines(note, page));
  const corrected = corrections.flatMap(({ at, text }) =>
    paragraph(`${dayOf(at.epochMs, story).text}: ${text}`, page),
  );
  const related = relatedLines(page);
  const from =
    source === undefined
      ? []
      : paragraph(
          labels.source.replace("{name}", () => source),
          page,
        );
  // Last, because everything above adds to it.
  const links = Array.from(look.links, ([href, number]) => `[${number}] ${href}`);
  return [
    section(labels.footnotes, notes, page),
    section(labels.corrections, corrected, page),
    from,
    section(labels.related, related, page),
    section(labels.links, links, page),
    [
      ...paragraph(story.newsroom.name, page),
      ...(story.permalink === undefined ? [] : [look.clean(story.permalink)]),
    ],
  ].filter((part) => part.length > 0);
}

function section(heading: string, lines: string[], { look }: TextPage): string[] {
  return lines.length === 0 ? [] : [...look.heading([heading], 2), ...lines];
}

function noteLines({ number, children }: Footnote, { look, width }: TextPage): string[] {
  const mark = `${look.noteMark(number)} `;
  const indent = displayWidth(mark);
  const lines = blockLines(children, look, width - indent);
  return lines.map((line, index) => (index === 0 ? mark : " ".repeat(indent)) + line);
}

function relatedLines({ story, look, width }: TextPage): string[] {
  return story.related.flatMap(({ headline, href }) => {
    const text = [{ text: look.clean(headline) }];
    const spans = href === undefined ? text : look.link(text, href);
    return wrapSpans(spans, { width, first: look.bullet, others: "  ", indent: 2 });
  });
}

function paragraph(text: string, { look, width }: TextPage): string[] {
  return text === "" ? [] : wrapSpans([{ text: look.clean(text) }], { width });
}
