// Markdown text to the small tree of blocks.ts: the entry to this room. markdown-it parses (markdown-parser.ts);
// build-blocks.ts, build-inlines.ts and footnote-book.ts make the tree from its flat tokens.
import type { Body } from "./blocks.ts";
import { buildBlocks, buildFootnotes } from "./build-blocks.ts";
import { openFootnoteBook } from "./footnote-book.ts";
import { markdownParser } from "./markdown-parser.ts";

/** How the text is read. */
export interface ParseBodyOptions {
  /** Strict CommonMark 0.31.2: raw HTML is HTML; no tables, strikethrough, footnotes, pull quotes or figures. */
  readonly commonmark?: boolean;
}

/**
 * The body of an article as blocks and footnotes (article-format.md "The body: Markdown"). Never throws; raw HTML is
 * text; nesting deeper than 50 levels is shown as a paragraph of its source. The first call costs about 6 ms.
 */
export function parseBody(markdown: string, options: ParseBodyOptions = {}): Body {
  const newsroom = options.commonmark !== true;
  const tokens = markdownParser(newsroom ? "newsroom" : "commonmark").parse(markdown, {});
  const { book, text } = openFootnoteBook(tokens);
  const blocks = buildBlocks(text, { book, newsroom });
  return { blocks, footnotes: buildFootnotes({ book, newsroom }) };
}
