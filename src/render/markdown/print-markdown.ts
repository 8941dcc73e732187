// Blocks back to Markdown: what is parsed again from the printed text is the same tree. The Markdown renderer and the
// exports for Hugo and Jekyll print with it, each in its dialect.
import type {
  Block,
  Body,
  CodeBlock,
  Figure,
  Footnote,
  Heading,
  List,
  Paragraph,
  PullQuote,
} from "../../body/blocks.ts";
import type { MarkdownDialect } from "./markdown-dialect.ts";
import { escapeLines } from "./markdown-escape.ts";
import { longestRun, markdownInlines } from "./markdown-inline.ts";
import { tableMarkdown } from "./markdown-table.ts";

/** The body as Markdown with a final newline, footnotes at the end; an empty body is an empty string. Raw HTML stays raw. */
export function printMarkdown(body: Body, dialect: MarkdownDialect): string {
  const notes = body.footnotes.map((note) => footnoteLines(note, dialect));
  const parts = [blockLines(body.blocks, dialect), ...notes].filter((lines) => lines.length > 0);
  return parts.length === 0 ? "" : `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function blockLines(blocks: readonly Block[], dialect: MarkdownDialect, tight = false): string[] {
  let second = false;
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    // Two lists of a kind in a row are told apart by their markers only.
    second = !second && isSameKindOfList(blocks[index - 1], block);
    const lines = block.type === "list" ? listLines(block, second, dialect) : linesOf(block, dialect);
    if (next === undefined) return lines;
    if (tight) return isLazy(block, next) ? [...lines, ">"] : lines;
    return [...lines, ""];
  });
}

function isSameKindOfList(one: Block | undefined, other: Block): boolean {
  return one?.type === "list" && other.type === "list" && one.ordered === other.ordered;
}

/** Without a line between, the next block would go on in the quote's last paragraph (CommonMark 5.1, laziness). */
function isLazy(block: Block, next: Block): boolean {
  const quotes = block.type === "block-quote" || block.type === "pull-quote";
  return quotes && (next.type === "paragraph" || next.type === "table");
}

function linesOf(block: Exclude<Block, List>, dialect: MarkdownDialect): string[] {
  switch (block.type) {
    case "paragraph":
      return paragraphLines(block, dialect);
    case "heading":
      return headingLines(block, dialect);
    case "thematic-break":
      return ["***"];
    case "block-quote":
      return quoted(blockLines(block.children, dialect));
    case "pull-quote":
      return quoted(pullQuoteLines(block, dialect));
    case "code-block":
      return codeLines(block, dialect);
    case "raw-block":
      return block.html.replace(/\n$/, "").split("\n");
    case "table":
      return tableMarkdown(block, dialect);
    case "figure":
      return figureLines(block, dialect);
  }
}

function paragraphLines({ children }: Pick<Paragraph, "children">, dialect: MarkdownDialect): string[] {
  return escapeLines(markdownInlines(children, dialect)).split("\n");
}

/** A heading of several lines can only be underlined, and only two levels can. */
function headingLines(heading: Heading, dialect: MarkdownDialect): string[] {
  const level = dialect.level(heading);
  const lines = paragraphLines(heading, dialect);
  if (lines.length > 1 && level <= 2) return [...lines, level === 1 ? "===" : "---"];
  const text = lines.join(" ").replace(/#(?=#*$)/g, "\\#");
  return [`${"#".repeat(level)} ${text}`.trimEnd()];
}

function quoted(lines: readonly string[]): string[] {
  return lines.length === 0 ? [">"] : lines.map((line) => (line === "" ? ">" : `> ${line}`));
}

function pullQuoteLines({ children, speaker }: PullQuote, dialect: MarkdownDialect): string[] {
  const attribution: Block = { type: "paragraph", children: [{ type: "text", text: "— " }, ...speaker] };
  return blockLines([...children, attribution], dialect);
}

function listLines(list: List, second: boolean, dialect: MarkdownDialect): string[] {
  const items = list.items.map((item) => blockLines(item, dialect, list.tight));
  // `- - -` would be a thematic break.
  const bullet = items.some(([first = ""]) => /^-(?: -)+$/.test(first)) ? "*" : second ? "+" : "-";
  return items.flatMap((lines, index) => {
    const marker = list.ordered ? `${list.start + index}${second ? ")" : "."}` : bullet;
    const indent = " ".repeat(marker.length + 1);
    const printed = lines.map((line, at) =>
      at === 0 ? `${marker} ${line}`.trimEnd() : line && indent + line,
    );
    const ends = index === items.length - 1 || list.tight;
    return [...(printed.length === 0 ? [marker] : printed), ...(ends ? [] : [""])];
  });
}

function codeLines({ info, text }: CodeBlock, dialect: MarkdownDialect): string[] {
  const code = dialect.code(text);
  const character = info.includes("`") ? "~" : "`";
  const fence = character.repeat(Math.max(3, longestRun(code, character) + 1));
  const label = dialect.text(info.replace(/[\\]|&(?=#?[a-z0-9]+;)/gi, "\\$&").replaceAll("\n", "&#10;"));
  const lines = code === "" ? [] : code.replace(/\n$/, "").split("\n");
  return [fence + label, ...lines, fence];
}

function figureLines({ src, alt, caption }: Figure, dialect: MarkdownDialect): string[] {
  const image = caption === undefined ? { src, alt } : { src, alt, title: caption };
  return paragraphLines({ children: [{ type: "image", ...image }] }, dialect);
}

function footnoteLines({ number, children }: Footnote, dialect: MarkdownDialect): string[] {
  const [first = "", ...others] = blockLines(children, dialect);
  const label = `[^${number}]:`;
  if (children[0]?.type === "paragraph")
    return [`${label} ${first}`, ...others.map((line) => line && `    ${line}`)];
  return [label, ...[first, ...others].map((line) => line && `    ${line}`)];
}
