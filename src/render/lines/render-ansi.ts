// A story for reading in the terminal: what `stet show` prints.
import { displayWidth } from "../../base/display-width.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Footnote } from "../../body/blocks.ts";
import { countWords } from "../../body/count-words.ts";
import { ansiLook, type Style } from "./ansi-look.ts";
import { blockLines } from "./lines-blocks.ts";
import { imageText } from "./lines-inline.ts";
import type { Look } from "./look.ts";
import { packPhrases, paintAll, type Span, wrapSpans } from "./spans.ts";
import { stateSymbol } from "./state-symbol.ts";
import { bylineOf, datesOf, dayOf, labelsOf, markerOf } from "../story-facts.ts";
import type { RelatedStory, Story } from "../story.ts";

/** `width` is the terminal's; lines are never wider than 80. */
export interface AnsiOptions {
  readonly width: number;
  readonly style: Style;
}

const WIDEST = 80;
const INDENT = "  ";

interface AnsiPage {
  readonly story: Story;
  readonly look: Look;
  readonly style: Style;
  readonly width: number;
}

/** The story with `\n` line ends; content holds no control, bidi or tag characters, styles are the given ones alone. */
export function renderAnsi(story: Story, { width, style }: AnsiOptions): string {
  const look = ansiLook(story, style);
  const page = { story, look, style, width: Math.min(width, WIDEST) };
  const parts = [headLines(page), leadImageLines(page), bodyLines(page), ...tailParts(page)];
  const lines = parts.flatMap((part) => (part.length === 0 ? [] : [...part, ""]));
  return (
    lines
      .slice(0, -1)
      .map((line) => line.trimEnd())
      .join("\n") + "\n"
  );
}

function bodyLines({ story, look, width }: AnsiPage): string[] {
  return blockLines(story.body.blocks, look, width - INDENT.length).map(indented);
}

function indented(line: string): string {
  return line === "" ? "" : INDENT + line;
}

function headLines(page: AnsiPage): string[] {
  const { story, look, style, width } = page;
  const { kicker, headline, summary } = story.article;
  const separator = style.unicode ? " › " : " > ";
  const crumbs = story.breadcrumb.map(({ name }) => name).join(separator);
  return [
    ...lines(crumbs, page, style.dim),
    ...lines(kicker, page, style.cyan),
    ...lines(headline, page, style.bold),
    ...metaLines(page),
    ...(summary === undefined ? [] : ["", ...wrapSpans([clean(summary, look, style.italic)], { width })]),
  ];
}

function clean(text: string, look: Look, paint?: (text: string) => string): Span {
  return paint === undefined ? { text: look.clean(text) } : { text: look.clean(text), paint };
}

function lines(
  text: string | undefined,
  { look, width }: AnsiPage,
  paint?: (text: string) => string,
): string[] {
  return text === undefined || text === "" ? [] : wrapSpans([clean(text, look, paint)], { width });
}

/** "By Jane Doe · BRUSSELS · Published … · ◐ In review · 612 words" */
function metaLines(page: AnsiPage): string[] {
  const { story, look, style, width } = page;
  const dim = style.dim;
  const { dateline } = story.article;
  const marker = markerOf(story);
  const words = labelsOf(story).words.replace("{count}", String(countWords(story.body)));
  const parts: Span[][] = [
    bylineSpans(page),
    dateline === undefined ? [] : [clean(dateline, look, dim)],
    ...datesOf(story).map(({ text }) => [clean(text, look, dim)]),
    marker === undefined
      ? []
      : [clean(`${stateSymbol(story.state, style.unicode)} ${marker}`, look, style.yellow)],
    [clean(words, look, dim)],
  ];
  const separator: Span = { text: style.unicode ? " · " : " - ", paint: dim };
  return packPhrases(
    parts.filter((part) => part.length > 0),
    separator,
    width,
  );
}

function bylineSpans({ story, look, style }: AnsiPage): Span[] {
  return bylineOf(story).flatMap(({ before, name, href, after }) => {
    const words = [clean(name, look)];
    const linked = href === undefined ? words : look.link(words, href);
    return paintAll([{ text: before }, ...linked, clean(after, look)], style.dim);
  });
}

function leadImageLines(page: AnsiPage): string[] {
  const { story, look, style } = page;
  const { image } = story.article;
  if (image === undefined) return [];
  const credit = image.credit === undefined ? "" : `(${labelsOf(story).credit} ${image.credit})`;
  const text = [imageText(image.alt ?? "", look), image.caption ?? "", credit].filter(Boolean).join(" ");
  return wrapSpans([clean(text, look, style.dim)], { width: page.width - INDENT.length }).map(indented);
}

function tailParts(page: AnsiPage): string[][] {
  const { story, look, style } = page;
  const labels = labelsOf(story);
  const { source, corrections } = story.article;
  const notes = story.body.footnotes.flatMap((note) => noteLines(note, page));
  const corrected = corrections.flatMap(({ at, text }) =>
    wrapSpans([clean(`${dayOf(at.epochMs, story).text}: `, look, style.bold), clean(text, look)], {
      width: page.width - INDENT.length,
    }),
  );
  return [
    section(labels.footnotes, notes, style),
    section(labels.corrections, corrected, style),
    lines(source === undefined ? undefined : labels.source.replace("{name}", () => source), page, style.dim),
    relatedLines(page),
    section(labels.links, linkLines(look), style),
    lines(story.permalink, page, style.dim),
  ];
}

function section(heading: string, content: string[], style: Style): string[] {
  return content.length === 0 ? [] : [style.bold(heading), ...content.map(indented)];
}

function noteLines({ number, children }: Footnote, { look, width }: AnsiPage): string[] {
  const mark = `${look.noteMark(number)} `;
  const indent = displayWidth(mark);
  const content = blockLines(children, look, width - INDENT.length - indent);
  return content.map((line, index) => (index === 0 ? mark : " ".repeat(indent)) + line);
}

/** "Related: A", and further ones under it. */
function relatedLines(page: AnsiPage): string[] {
  const label = `${labelsOf(page.story).related}: `;
  const indent = displayWidth(label);
  return page.story.related.flatMap((related, index) =>
    wrapSpans(relatedSpans(related, page), {
      width: page.width,
      first: index === 0 ? page.style.bold(label) : " ".repeat(indent),
      others: " ".repeat(indent),
      indent,
    }),
  );
}

function relatedSpans({ headline, href }: RelatedStory, { look }: AnsiPage): Span[] {
  const text = [clean(headline, look)];
  return href === undefined ? text : look.link(text, href);
}

function linkLines(look: Look): string[] {
  return Array.from(look.links, ([href, number]) => `[${number}] ${visibleText(href)}`);
}
