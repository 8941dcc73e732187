// A story as one article element: header, lead image, text, footnotes, corrections, source. The page puts it into
// its frame (html-page.ts); elsewhere it stands alone as the fragment.
import { escapeHtml } from "../base/escape-html.ts";
import { directionOf } from "./direction.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { type HtmlDialect, resolveImage, storyDialect } from "./html-dialect.ts";
import { htmlFootnotes } from "./html-footnotes.ts";
import { htmlHeader } from "./html-header.ts";
import { safeHref } from "./safe-url.ts";
import { dayOf, labelsOf } from "./story-facts.ts";
import type { RelatedStory, Story } from "./story.ts";

/**
 * The story as HTML to be put into a page that has its own head and style: one `article`, with related stories.
 * Complete and escaped; holds no script, no style and no id that does not begin with the slug.
 */
export function renderHtmlFragment(story: Story): string {
  const { language } = story.article;
  const related = htmlRelated(story);
  const lines = [
    `<article lang="${escapeHtml(language)}" dir="${directionOf(language)}">`,
    htmlHeader(story),
    ...htmlText(story),
    ...(related === "" ? [] : [related]),
    "</article>",
  ];
  return `${lines.join("\n")}\n`;
}

/** What follows the header: lead image, body, footnotes, corrections and source, each on lines of its own. */
function htmlText(story: Story): string[] {
  const dialect = storyDialect(story);
  const body = htmlBlocks(story.body.blocks, dialect);
  return [
    ...htmlLeadImage(story),
    ...(body === "" ? [] : [`<div class="body">\n${body}\n</div>`]),
    ...htmlNotes(story, dialect),
    ...htmlCorrections(story),
    ...htmlSource(story),
  ];
}

function htmlLeadImage(story: Story): string[] {
  const { image } = story.article;
  if (image === undefined) return [];
  const src = resolveImage(image.src, story);
  const alt = escapeHtml(image.alt ?? "");
  const picture = src === undefined ? `<p>${alt}</p>` : `<img src="${escapeHtml(src)}" alt="${alt}">`;
  const credit =
    image.credit === undefined ? "" : `<small>${labelsOf(story).credit} ${escapeHtml(image.credit)}</small>`;
  const caption = [escapeHtml(image.caption ?? ""), credit].filter(Boolean).join(" ");
  return [
    '<figure class="lead">',
    picture,
    ...(caption === "" ? [] : [`<figcaption>${caption}</figcaption>`]),
    "</figure>",
  ];
}

function htmlNotes({ article, body, ...story }: Story, dialect: HtmlDialect): string[] {
  if (body.footnotes.length === 0) return [];
  const labels = labelsOf({ article, body, ...story });
  return htmlSection("footnotes", labels.footnotes, htmlFootnotes(body.footnotes, dialect));
}

function htmlCorrections(story: Story): string[] {
  const { corrections } = story.article;
  if (corrections.length === 0) return [];
  const items = corrections.map(({ at, text }) => {
    const day = dayOf(at.epochMs, story);
    return `<li><time datetime="${day.datetime}">${escapeHtml(day.text)}</time>: ${escapeHtml(text)}</li>`;
  });
  return htmlSection("corrections", labelsOf(story).corrections, ["<ul>", ...items, "</ul>"].join("\n"));
}

function htmlSection(className: string, heading: string, content: string): string[] {
  return [`<section class="${className}">`, `<h2>${escapeHtml(heading)}</h2>`, content, "</section>"];
}

function htmlSource(story: Story): string[] {
  const { source } = story.article;
  if (source === undefined) return [];
  const href = safeHref(source);
  const name = escapeHtml(source);
  const linked = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  return [`<p class="source">${escapeHtml(labelsOf(story).source).replace("{name}", () => linked)}</p>`];
}

/** The related stories as a section with a list, or nothing. */
function htmlRelated(story: Story): string {
  if (story.related.length === 0) return "";
  const items = story.related.map((related) => `<li>${htmlRelatedLink(related)}</li>`);
  return htmlSection("related", labelsOf(story).related, ["<ul>", ...items, "</ul>"].join("\n")).join("\n");
}

function htmlRelatedLink({ headline, href }: RelatedStory): string {
  const address = href === undefined ? undefined : safeHref(href);
  const text = escapeHtml(headline);
  return address === undefined ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
}
