// markdown-it's flat block tokens to the tree of blocks.ts: the middle of parse-body.ts.
// Recursion is safe: markdown-parser.ts bounds how deep blocks nest.
import type { Token } from "markdown-it";
import type { Alignment, Block, Footnote, Inline, List, Table } from "./blocks.ts";
import { buildInlines } from "./build-inlines.ts";
import { addUncited, type FootnoteBook } from "./footnote-book.ts";
import { decodeMarkdownText } from "./markdown-parser.ts";
import { asFigure, asPullQuote } from "./newsroom-blocks.ts";

/** What the tree is built with; `newsroom` recognises figures and pull quotes. */
export interface BuildContext {
  readonly book: FootnoteBook;
  readonly newsroom: boolean;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly context: BuildContext;
  at: number;
}

/** The blocks of a run of block tokens. */
export function buildBlocks(tokens: readonly Token[], context: BuildContext): Block[] {
  return blocksUntil(undefined, { tokens, context, at: 0 });
}

/** The text of every note in the book, by number; notes may refer to further notes, which then follow. */
export function buildFootnotes(context: BuildContext): Footnote[] {
  const { book } = context;
  const texts: Block[][] = [];
  const buildNew = () => {
    // A note's text may refer to further notes, so the array grows meanwhile.
    for (let note = book.notes[texts.length]; note !== undefined; note = book.notes[texts.length]) {
      texts.push(buildBlocks(note.tokens, context));
    }
  };
  buildNew();
  for (const definition of book.definitions) if (addUncited(definition, book)) buildNew();
  return book.notes.map(({ number, references }, index) => ({
    number,
    references,
    children: texts[index] ?? [],
  }));
}

function blocksUntil(close: string | undefined, reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (let token = next(reading); token !== undefined && token.type !== close; token = next(reading)) {
    const block = blockOf(token, reading);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function next(reading: Reading): Token | undefined {
  return reading.tokens[reading.at++];
}

function blockOf(token: Token, reading: Reading): Block | undefined {
  switch (token.type) {
    case "paragraph_open":
      return paragraphOf(reading);
    case "heading_open":
      return {
        type: "heading",
        level: Number(token.tag.slice(1)),
        children: inlinesUntil("heading_close", reading),
      };
    case "blockquote_open":
      return quoteOf(reading);
    case "bullet_list_open":
    case "ordered_list_open":
      return listOf(token, reading);
    case "code_block":
      return { type: "code-block", info: "", text: wholeLines(token.content) };
    case "fence":
      return {
        type: "code-block",
        info: decodeMarkdownText(token.info).trim(),
        text: wholeLines(token.content),
      };
    case "hr":
      return { type: "thematic-break" };
    case "html_block":
      return { type: "raw-block", html: token.content };
    case "table_open":
      return tableOf(reading);
    default:
      return undefined;
  }
}

/** A fence that the end of the text closes leaves its last line without an end. */
function wholeLines(code: string): string {
  return code === "" || code.endsWith("\n") ? code : `${code}\n`;
}

function inlinesUntil(close: string, reading: Reading): Inline[] {
  let inlines: Inline[] = [];
  for (let token = next(reading); token !== undefined && token.type !== close; token = next(reading)) {
    if (token.type === "inline") inlines = buildInlines(token.children ?? [], reading.context.book);
  }
  return inlines;
}

function paragraphOf(reading: Reading): Block {
  const children = inlinesUntil("paragraph_close", reading);
  return (reading.context.newsroom ? asFigure(children) : undefined) ?? { type: "paragraph", children };
}

function quoteOf(reading: Reading): Block {
  const children = blocksUntil("blockquote_close", reading);
  return (reading.context.newsroom ? asPullQuote(children) : undefined) ?? { type: "block-quote", children };
}

function listOf(open: Token, reading: Reading): List {
  const ordered = open.type === "ordered_list_open";
  const start = reading.at;
  const items: Block[][] = [];
  for (let token = next(reading); token?.type === "list_item_open"; token = next(reading)) {
    items.push(blocksUntil("list_item_close", reading));
  }
  const tight = isTight(open.level + 2, reading.tokens.slice(start, reading.at));
  return { type: "list", ordered, start: Number(open.attrGet("start") ?? 1), tight, items };
}

/** markdown-it hides the paragraphs of a tight list; a list without any is tight. */
function isTight(level: number, tokens: readonly Token[]): boolean {
  return !tokens.some((token) => token.type === "paragraph_open" && token.level === level && !token.hidden);
}

function tableOf(reading: Reading): Table {
  const align: Alignment[] = [];
  const rows: Inline[][][] = [];
  for (
    let token = next(reading);
    token !== undefined && token.type !== "table_close";
    token = next(reading)
  ) {
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "th_open") {
      align.push(alignmentOf(token));
      rows.at(-1)?.push(inlinesUntil("th_close", reading));
    } else if (token.type === "td_open") rows.at(-1)?.push(inlinesUntil("td_close", reading));
  }
  const [head = [], ...body] = rows;
  return { type: "table", align, head, rows: body };
}

function alignmentOf(token: Token): Alignment {
  const style = token.attrGet("style") ?? "";
  const found = (["left", "center", "right"] as const).find((side) => style.endsWith(side));
  return found ?? "none";
}
