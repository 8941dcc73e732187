// Markdown export: one document an article with YAML front matter, for editors, notebooks, git and other generators.
import { namingFields, storyFields } from "./common-fields.ts";
import type { ExportEntry, ExportOptions, FileFormat } from "./export-format.ts";
import { printFrontMatter } from "./front-matter.ts";
import { goesLiveByDate, liveFrom } from "./live-from.ts";
import { printBody, type Reader } from "./print-body.ts";
import { zonedText } from "./zoned-text.ts";

/** CommonMark with tables, strikethrough and footnotes: stet reads back what it printed. */
const PLAIN_READER: Reader = {
  reshape: (body) => body,
  text: (markdown) => markdown,
  code: (code) => code,
  image: (src) => src,
};

/** Front matter, a blank line, the body. `draft` is true for everything but what is live or waits for its date alone. */
export const MARKDOWN: FileFormat = {
  layout: "files",
  name: "markdown",
  extension: "md",
  mimeType: "text/markdown",
  fileName: ({ article }) => `${article.slug}.md`,
  document: (entry, options) =>
    `${frontMatter(entry, options)}\n${printBody(entry.article, PLAIN_READER, options)}`,
};

function frontMatter(entry: ExportEntry, { timezone }: ExportOptions): string {
  const { article } = entry;
  return printFrontMatter({
    ...namingFields(article),
    date: zonedText(liveFrom(article) ?? article.created, timezone),
    lastmod: zonedText(article.updated, timezone),
    draft: !goesLiveByDate(entry),
    translation_key: entry.translationKey,
    ...storyFields(article),
    corrections: article.corrections.map(({ at, text }) => ({ date: zonedText(at, timezone), text })),
    image: article.image && { ...article.image },
  });
}
