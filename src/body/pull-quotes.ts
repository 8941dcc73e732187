// Pull quotes as data: what exports and scripts get of them, wherever in the body they stand.
import type { Block, Body, PullQuote } from "./blocks.ts";
import { inlineText, plainText } from "./plain-text.ts";

/** One pull quote in plain text; `source` is its speaker. */
export interface QuotedWords {
  readonly text: string;
  readonly source: string;
}

/** Every pull quote of the body, in order. */
export function pullQuotes(body: Body): QuotedWords[] {
  return body.blocks.flatMap(quotesIn).map(({ children, speaker }) => ({
    text: unwrapped(plainText({ blocks: children, footnotes: [] })),
    source: inlineText(speaker).trim(),
  }));
}

/** Where a line of the source ended says nothing; where a paragraph ended does. */
function unwrapped(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  return paragraphs.map((paragraph) => paragraph.replace(LINE_BREAK, " ")).join("\n\n");
}

/** With the blanks around it. Tried only where blanks begin: from each of many it would look for the break anew. */
const LINE_BREAK = /(?<!\s)\s*\n\s*/g;

function quotesIn(block: Block): PullQuote[] {
  if (block.type === "pull-quote") return [block];
  if (block.type === "block-quote") return block.children.flatMap(quotesIn);
  return block.type === "list" ? block.items.flatMap((item) => item.flatMap(quotesIn)) : [];
}
