// A story as HTML for other people's readers: the same blocks as the page, but every address absolute, and no script,
// style, id or link within the page, which feed readers strip or break.
import { escapeHtml } from "../base/escape-html.ts";
import type { Block, Body, Inline, Table } from "../body/blocks.ts";
import { directionOf } from "../render/direction.ts";
import { htmlBlocks } from "../render/html/html-blocks.ts";
import { storyDialect, type HtmlDialect } from "../render/html/html-dialect.ts";
import { htmlInlines } from "../render/html/html-inline.ts";
import { dayOf, labelsOf } from "../render/story-facts.ts";
import type { Story } from "../render/story.ts";
import { reshapeBody } from "./reshape-body.ts";

/**
 * Lead image, text, footnotes, corrections, source and related stories. Header and byline are fields of the entry.
 * Needs `newsroom.url`: an address that cannot be made absolute is shown as its text.
 */
export function feedHtml(story: Story): string {
  const dialect = feedDialect(story);
  const body = reshapeBody(story.body, {
    block: (block) => (block.type === "table" ? plainTable(block, dialect) : block),
    inline: plainReference,
  });
  const labels = labelsOf(story);
  const parts = [
    leadImage(story, dialect),
    htmlBlocks(body.blocks, dialect),
    underHeading(labels.footnotes, footnoteList(body, dialect)),
    underHeading(labels.corrections, corrections(story)),
    sourceLine(story, dialect),
    underHeading(labels.related, related(story, dialect)),
  ];
  return inDirection(parts.filter((part) => part !== "").join("\n"), story.article.language);
}

function feedDialect(story: Story): HtmlDialect {
  const onPage = storyDialect(story);
  const base = story.permalink ?? story.newsroom.url ?? "";
  return {
    ...onPage,
    href: (href) => absoluteUrl(onPage.href(href), base),
    src: (src) => absoluteUrl(onPage.src(src), base),
  };
}

/** `address` seen from `base`, in ASCII; undefined where there is none. */
export function absoluteUrl(address: string | undefined, base: string): string | undefined {
  return address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

function inDirection(html: string, language: string): string {
  if (html === "" || directionOf(language) === "ltr") return html;
  return `<div lang="${escapeHtml(language)}" dir="rtl">\n${html}\n</div>`;
}

/** A reference leads nowhere in a reader: the number alone. */
function plainReference(inline: Inline): Inline {
  return inline.type === "footnote-reference"
    ? { type: "raw-inline", html: `<sup>${inline.number}</sup>` }
    : inline;
}

function footnoteList({ footnotes }: Body, dialect: HtmlDialect): string {
  if (footnotes.length === 0) return "";
  const items = footnotes.map(({ children }) => children);
  return htmlBlocks([{ type: "list", ordered: true, start: 1, tight: false, items }], dialect);
}

/** Without the page's scrolling box, and aligned where a reader has no style sheet. */
function plainTable({ align, head, rows }: Table, dialect: HtmlDialect): Block {
  const row = (cells: Table["head"], tag: "th" | "td"): string => {
    const columns = cells.map((cell, column) => {
      const side = align[column] ?? "none";
      const aligned = side === "none" ? "" : ` align="${side}"`;
      return `<${tag}${aligned}>${htmlInlines(cell, dialect)}</${tag}>`;
    });
    return `<tr>${columns.join("")}</tr>`;
  };
  const body = rows.length === 0 ? [] : ["<tbody>", ...rows.map((cells) => row(cells, "td")), "</tbody>"];
  const lines = ["<table>", "<thead>", row(head, "th"), "</thead>", ...body, "</table>"];
  return { type: "raw-block", html: lines.join("\n") };
}

function leadImage(story: Story, dialect: HtmlDialect): string {
  const { image } = story.article;
  const src = image === undefined ? undefined : dialect.src(image.src);
  if (image === undefined || src === undefined) return "";
  const credit = image.credit === undefined ? "" : `${labelsOf(story).credit} ${image.credit}`;
  const caption = escapeHtml([image.caption ?? "", credit].filter((text) => text !== "").join(" "));
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(image.alt ?? "")}">`;
  return `<figure>\n${picture}\n${caption === "" ? "" : `<figcaption>${caption}</figcaption>\n`}</figure>`;
}

function corrections(story: Story): string {
  const items = story.article.corrections.map(({ at, text }) => {
    const day = dayOf(at.epochMs, story);
    return `<time datetime="${day.datetime}">${escapeHtml(day.text)}</time>: ${escapeHtml(text)}`;
  });
  return listOf(items);
}

function related(story: Story, dialect: HtmlDialect): string {
  const items = story.related.map(({ headline, href }) => {
    const address = href === undefined ? undefined : dialect.href(href);
    const text = escapeHtml(headline);
    return address === undefined ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
  });
  return listOf(items);
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;
}

function underHeading(heading: string, content: string): string {
  return content === "" ? "" : `<h2>${escapeHtml(heading)}</h2>\n${content}`;
}

function sourceLine(story: Story, dialect: HtmlDialect): string {
  const { source } = story.article;
  if (source === undefined) return "";
  const href = dialect.href(source);
  const name = escapeHtml(source);
  const linked = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  return `<p>${escapeHtml(labelsOf(story).source).replace("{name}", () => linked)}</p>`;
}
