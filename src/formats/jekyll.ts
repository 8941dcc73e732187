// Jekyll export: one Markdown document an article, for _posts (jekyllrb.com/docs/front-matter). Keys of the plugins
// jekyll-seo-tag, jekyll-redirect-from and jekyll-sitemap where Jekyll has none of its own.
import type { Article } from "../article/article.ts";
import { dayAt, writeDay } from "../base/calendar-day.ts";
import { namingFields, storyFields } from "./common-fields.ts";
import type { ExportEntry, ExportOptions, FileFormat } from "./export-format.ts";
import { printFrontMatter, type FrontMatter } from "./front-matter.ts";
import { fromRoot } from "./generator-body.ts";
import { JEKYLL_READER } from "./jekyll-reader.ts";
import { goesLiveByDate, liveFrom } from "./live-from.ts";
import { printBody } from "./print-body.ts";
import { zonedText } from "./zoned-text.ts";

/**
 * Front matter, a blank line, the body. Jekyll knows one date, the one an article is live from; what it cannot hold
 * back is `published: false`. It has no expiry: what expires after the export must be exported again.
 */
export const JEKYLL: FileFormat = {
  layout: "files",
  name: "jekyll",
  extension: "md",
  mimeType: "text/markdown",
  fileName: ({ article }, options) => `${dayPrefix(article, options)}${article.slug}.md`,
  document: (entry, options) =>
    `${frontMatter(entry, options)}\n${printBody(entry.article, JEKYLL_READER, options)}`,
};

/** The day in the newsroom's zone. Jekyll passes over posts without one, and no article without a date is live. */
function dayPrefix(article: Article, { timezone }: ExportOptions): string {
  const instant = liveFrom(article) ?? article.created;
  return instant === undefined ? "" : `${writeDay(dayAt(instant.epochMs, timezone))}-`;
}

function frontMatter(entry: ExportEntry, { timezone }: ExportOptions): string {
  const { article } = entry;
  return printFrontMatter({
    layout: "post",
    ...namingFields(article),
    date: zonedText(liveFrom(article) ?? article.created, timezone),
    last_modified_at: zonedText(article.updated, timezone),
    published: goesLiveByDate(entry),
    redirect_from: formerPaths(entry),
    translation_key: entry.translationKey,
    ...storyFields(article),
    corrections: article.corrections.map(({ at, text }) => ({ date: zonedText(at, timezone), text })),
    image: imageField(article),
  });
}

/** Where the page was under its former slugs; unknown where the page's own address is. */
function formerPaths({ article, permalink }: ExportEntry): string[] {
  if (permalink === undefined || !URL.canParse(permalink)) return [];
  const { pathname } = new URL(permalink);
  const at = pathname.lastIndexOf(encodeURI(article.slug));
  if (at === -1) return [];
  const end = at + encodeURI(article.slug).length;
  return article.formerSlugs.map((former) => pathname.slice(0, at) + encodeURI(former) + pathname.slice(end));
}

function imageField({ image }: Article): FrontMatter | undefined {
  return image && { path: fromRoot(image.src), alt: image.alt, caption: image.caption, credit: image.credit };
}
