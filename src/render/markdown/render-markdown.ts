// A whole story as one Markdown document that reads well as it is: `stet render --to markdown`.
import { dropIllegalCharacters } from "../../base/escape-html.ts";
import { joinLines } from "../../base/join-lines.ts";
import type { Body, Heading } from "../../body/blocks.ts";
import { PLAIN_DIALECT, type MarkdownDialect } from "./markdown-dialect.ts";
import { destination, escapeLines, escapeText } from "./markdown-escape.ts";
import { outlineOf } from "../outline.ts";
import { printMarkdown } from "./print-markdown.ts";
import { absoluteHref, resolveImage } from "../resolve-address.ts";
import { bylineOf, datesOf, dayOf, labelsOf, markerOf } from "../story-facts.ts";
import type { Story } from "../story.ts";

/** The story as CommonMark with tables, strikethrough and footnotes; the headline is the one level-1 heading. */
export function renderMarkdown(story: Story): string {
  const { kicker, headline, summary } = story.article;
  const marker = markerOf(story);
  const parts = [
    marker === undefined ? "" : `**${line(marker)}**`,
    story.breadcrumb.map(({ name, href }) => linked(name, href, story)).join(" › "),
    kicker === undefined ? "" : line(kicker),
    `# ${line(headline).replace(/#$/, "\\#")}`,
    summary === undefined ? "" : `**${line(summary)}**`,
    bylineMarkdown(story),
    datesMarkdown(story),
    leadImage(story),
    printMarkdown(withoutNotes(story.body), storyMarkdown(story)).trimEnd(),
    corrections(story),
    source(story),
    related(story),
    printMarkdown({ blocks: [], footnotes: story.body.footnotes }, storyMarkdown(story)).trimEnd(),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Links resolved and vetted as on the page, headings one deeper than the headline. */
function storyMarkdown(story: Story): MarkdownDialect {
  const outline = outlineOf(story.body);
  return {
    ...PLAIN_DIALECT,
    text: dropIllegalCharacters,
    link: (href) => absoluteHref(href, story),
    image: (src) => resolveImage(src, story),
    level: (heading: Heading) => outline.get(heading) ?? 2,
  };
}

function withoutNotes({ blocks }: Body): Body {
  return { blocks, footnotes: [] };
}

/** Plain text as one line that begins no block. */
function line(text: string): string {
  return escapeLines(escapeText(joinLines(text)));
}

function linked(text: string, href: string | undefined, story: Story): string {
  const address = href === undefined ? undefined : absoluteHref(href, story);
  return address === undefined ? line(text) : `[${line(text)}](${destination(address)})`;
}

function bylineMarkdown(story: Story): string {
  const parts = bylineOf(story).map(
    ({ before, name, href, after }) => before + linked(name, href, story) + escapeText(after),
  );
  return parts.join("").trim();
}

function datesMarkdown(story: Story): string {
  const { dateline } = story.article;
  const dates = datesOf(story).map(({ text }) => text);
  return [dateline === undefined ? "" : line(dateline), ...dates].filter((part) => part !== "").join(" · ");
}

function leadImage(story: Story): string {
  const { image } = story.article;
  if (image === undefined) return "";
  const src = resolveImage(image.src, story);
  const alt = line(image.alt ?? "");
  const credit = image.credit === undefined ? "" : `(${labelsOf(story).credit} ${line(image.credit)})`;
  const caption = [line(image.caption ?? ""), credit].filter((part) => part !== "").join(" ");
  const picture = src === undefined ? alt : `![${alt}](${destination(src)})`;
  return [picture, caption].filter((part) => part !== "").join("\n\n");
}

function section(heading: string, items: readonly string[]): string {
  return items.length === 0
    ? ""
    : [`## ${heading}`, items.map((item) => `- ${item}`).join("\n")].join("\n\n");
}

function corrections(story: Story): string {
  const items = story.article.corrections.map(
    ({ at, text }) => `${dayOf(at.epochMs, story).text}: ${line(text)}`,
  );
  return section(labelsOf(story).corrections, items);
}

function related(story: Story): string {
  const items = story.related.map(({ headline, href }) => linked(headline, href, story));
  return section(labelsOf(story).related, items);
}

function source(story: Story): string {
  const { source: address } = story.article;
  if (address === undefined) return "";
  return labelsOf(story).source.replace("{name}", () => linked(address, address, story));
}
