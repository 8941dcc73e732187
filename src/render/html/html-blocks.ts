// Blocks as HTML, byte for byte as the CommonMark specification writes it where it says; one function per kind of block.
import { escapeHtml } from "../../base/escape-html.ts";
import type { Block, CodeBlock, Figure, Heading, List, PullQuote } from "../../body/blocks.ts";
import { inlineText } from "../../body/plain-text.ts";
import type { HtmlDialect } from "./html-dialect.ts";
import { htmlInlines, sizeAttributes } from "./html-inline.ts";
import { htmlTable } from "./html-table.ts";

/** The HTML of a run of blocks, one block to a line; no newline at the end. */
export function htmlBlocks(blocks: readonly Block[], dialect: HtmlDialect): string {
  return blocks.map((block) => htmlBlock(block, dialect)).join("\n");
}

function htmlBlock(block: Block, dialect: HtmlDialect): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${htmlInlines(block.children, dialect)}</p>`;
    case "heading":
      return htmlHeading(block, dialect);
    case "thematic-break":
      return `<hr${dialect.voidEnd}`;
    case "block-quote":
      return htmlQuote(block.children, dialect);
    case "pull-quote":
      return htmlPullQuote(block, dialect);
    case "list":
      return htmlList(block, dialect);
    case "code-block":
      return htmlCode(block);
    case "raw-block":
      return block.html.replace(/\n$/, "");
    case "table":
      return htmlTable(block, dialect);
    case "figure":
      return htmlFigure(block, dialect);
  }
}

function htmlHeading(heading: Heading, dialect: HtmlDialect): string {
  const level = dialect.level(heading);
  return `<h${level}>${htmlInlines(heading.children, dialect)}</h${level}>`;
}

function htmlQuote(children: readonly Block[], dialect: HtmlDialect): string {
  if (children.length === 0) return "<blockquote>\n</blockquote>";
  return `<blockquote>\n${htmlBlocks(children, dialect)}\n</blockquote>`;
}

function htmlPullQuote({ children, speaker }: PullQuote, dialect: HtmlDialect): string {
  const caption = `<figcaption>— ${htmlInlines(speaker, dialect)}</figcaption>`;
  return `<figure class="pull-quote">\n${htmlQuote(children, dialect)}\n${caption}\n</figure>`;
}

function htmlList({ ordered, start, tight, items }: List, dialect: HtmlDialect): string {
  const tag = ordered ? "ol" : "ul";
  const from = ordered && start !== 1 ? ` start="${start}"` : "";
  const lines = items.map((item) => (tight ? htmlTightItem(item, dialect) : htmlLooseItem(item, dialect)));
  return [`<${tag}${from}>`, ...lines, `</${tag}>`].join("\n");
}

function htmlLooseItem(item: readonly Block[], dialect: HtmlDialect): string {
  return item.length === 0 ? "<li></li>" : `<li>\n${htmlBlocks(item, dialect)}\n</li>`;
}

/** The paragraphs of a tight item stand bare: the text starts and ends on the tags' lines. */
function htmlTightItem(item: readonly Block[], dialect: HtmlDialect): string {
  if (item.length === 0) return "<li></li>";
  const parts = item.map((block) =>
    block.type === "paragraph" ? htmlInlines(block.children, dialect) : htmlBlock(block, dialect),
  );
  const before = item[0]?.type === "paragraph" ? "" : "\n";
  const after = item.at(-1)?.type === "paragraph" ? "" : "\n";
  return `<li>${before}${parts.join("\n")}${after}</li>`;
}

function htmlCode({ info, text }: CodeBlock): string {
  const language = info.split(/\s/)[0] ?? "";
  const attribute = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
  return `<pre><code${attribute}>${escapeHtml(text)}</code></pre>`;
}

function htmlFigure({ src, alt, caption }: Figure, dialect: HtmlDialect): string {
  const address = dialect.src(src);
  const text = escapeHtml(inlineText(alt));
  const image =
    address === undefined
      ? `<p>${text}</p>`
      : `<img src="${escapeHtml(address)}" alt="${text}"${sizeAttributes(src, dialect)}${dialect.voidEnd}`;
  const below = caption === undefined ? [] : [`<figcaption>${escapeHtml(caption)}</figcaption>`];
  return ["<figure>", image, ...below, "</figure>"].join("\n");
}
