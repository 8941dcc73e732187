// Blocks as lines of text within a width, for terminals and mail; one function per kind of block.
import { wrapText } from "../../base/wrap-text.ts";
import { displayWidth } from "../../base/display-width.ts";
import type { Block, Figure, List, PullQuote } from "../../body/blocks.ts";
import { inlineText } from "../../body/plain-text.ts";
import { imageText, spansOf } from "./lines-inline.ts";
import { tableLines } from "./lines-table.ts";
import type { Look } from "./look.ts";
import { wrapSpans } from "./spans.ts";

// Text nested so deep that less room is left is no longer indented.
const NARROWEST = 24;

/** The lines of the blocks, with a blank line between two; tight lists have none inside. */
export function blockLines(blocks: readonly Block[], look: Look, width: number): string[] {
  return joinBlocks(
    blocks.map((block) => linesOf(block, look, width)),
    "loose",
  );
}

function joinBlocks(blocks: readonly string[][], spacing: "tight" | "loose"): string[] {
  const shown = blocks.filter((lines) => lines.length > 0);
  return shown.flatMap((lines, index) => (spacing === "loose" && index > 0 ? ["", ...lines] : lines));
}

function linesOf(block: Block, look: Look, width: number): string[] {
  switch (block.type) {
    case "paragraph":
      return wrapSpans(spansOf(block.children, look), { width });
    case "heading":
      return look.heading(wrapSpans(spansOf(block.children, look), { width }), look.headingLevel(block));
    case "thematic-break":
      return [look.rule];
    case "block-quote":
      return quoted((inner) => blockLines(block.children, look, inner), look, width);
    case "pull-quote":
      return quoted((inner) => pullQuoteLines(block, look, inner), look, width);
    case "list":
      return listLines(block, look, width);
    case "code-block":
      return codeLines(block.text, look, width);
    case "raw-block":
      return codeLines(block.html, look, width);
    case "table":
      return tableLines(block, look, width);
    case "figure":
      return figureLines(block, look, width);
  }
}

function quoted(lines: (width: number) => string[], look: Look, width: number): string[] {
  if (width < NARROWEST) return lines(width);
  return lines(width - displayWidth(look.quoteBar)).map((line) => look.dim(look.quoteBar) + line);
}

function pullQuoteLines({ children, speaker }: PullQuote, look: Look, width: number): string[] {
  return [
    ...blockLines(children, look, width),
    ...wrapSpans([{ text: look.dash }, ...spansOf(speaker, look)], { width }),
  ];
}

function listLines({ ordered, start, tight, items }: List, look: Look, width: number): string[] {
  const last = `${start + items.length - 1}`.length + 2;
  const markers = items.map((_, index) => (ordered ? `${start + index}. `.padStart(last) : look.bullet));
  const blocks = items.map((item, index) =>
    itemLines(item, { marker: markers[index] ?? "", tight, look, width }),
  );
  return joinBlocks(blocks, tight ? "tight" : "loose");
}

interface ItemStyle {
  readonly marker: string;
  readonly tight: boolean;
  readonly look: Look;
  readonly width: number;
}

function itemLines(item: readonly Block[], { marker, tight, look, width }: ItemStyle): string[] {
  const narrow = width < NARROWEST;
  const indent = narrow ? 0 : displayWidth(marker);
  const blocks = item.map((block) => linesOf(block, look, width - indent));
  const lines = joinBlocks(blocks, tight ? "tight" : "loose");
  if (narrow || lines.length === 0) return [marker.trimEnd(), ...lines];
  return lines.map((line, index) => (index === 0 ? marker : " ".repeat(indent)) + line);
}

/** Code keeps its lines; what is longer than the width goes on in the next line. */
function codeLines(text: string, look: Look, width: number): string[] {
  const indent = width < NARROWEST ? "" : "    ";
  return text
    .trimEnd()
    .replaceAll("\t", "    ")
    .split("\n")
    .flatMap((line) => wrapText(look.clean(line), width - indent.length))
    .map((line) => indent + look.code(line));
}

function figureLines({ alt, caption }: Figure, look: Look, width: number): string[] {
  const image = { text: imageText(inlineText(alt), look), paint: look.dim };
  const below = caption === undefined ? [] : wrapSpans([{ text: look.clean(caption) }], { width });
  return [...wrapSpans([image], { width }), ...below];
}
