// Hugo export: one Markdown document an article, for a folder under content/ (gohugo.io/content-management/front-matter).
import { namingFields, storyFields } from "./common-fields.ts";
import type { ExportEntry, ExportOptions, FileFormat } from "./export-format.ts";
import { printFrontMatter } from "./front-matter.ts";
import { fromRoot } from "./generator-body.ts";
import { HUGO_READER } from "./hugo-reader.ts";
import { goesLiveByDate, liveFrom } from "./live-from.ts";
import { printBody } from "./print-body.ts";
import { zonedText } from "./zoned-text.ts";

/**
 * Front matter, a blank line, the body. Embargo and expiry become `publishDate` and `expiryDate`, what no date can hold
 * back becomes `draft`; former slugs become aliases beside the page.
 */
export const HUGO: FileFormat = {
  layout: "files",
  name: "hugo",
  extension: "md",
  mimeType: "text/markdown",
  fileName: ({ article }) => fileNameOf(article.slug),
  document: (entry, options) =>
    `${frontMatter(entry, options)}\n${printBody(entry.article, HUGO_READER, options)}`,
};

/** `index.md` would make the whole folder one page; no slug ends in an underscore. */
function fileNameOf(slug: string): string {
  return slug === "index" ? "index_.md" : `${slug}.md`;
}

function frontMatter(entry: ExportEntry, { timezone }: ExportOptions): string {
  const { article } = entry;
  return printFrontMatter({
    ...namingFields(article),
    date: zonedText(article.published ?? article.created, timezone),
    publishDate: zonedText(liveFrom(article), timezone),
    lastmod: zonedText(article.updated, timezone),
    expiryDate: zonedText(article.expires, timezone),
    draft: !goesLiveByDate(entry),
    aliases: article.formerSlugs,
    translationKey: entry.translationKey,
    ...storyFields(article),
    corrections: article.corrections.map(({ at, text }) => ({ date: zonedText(at, timezone), text })),
    images: article.image && [fromRoot(article.image.src)],
  });
}
