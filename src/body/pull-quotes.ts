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
  return paragraphs.map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ")).join("\n\n");
}

function quotesIn(block: Block): PullQuote[] {
  if (block.type === "pull-quote") return [block];
  if (block.type === "block-quote") return block.children.flatMap(quotesIn);
  return block.type === "list" ? block.items.flatMap((item) => item.flatMap(quotesIn)) : [];
}
