// Rebuilds a body with some of its blocks and inlines replaced: for readers of Markdown that lack something stet has.
import type { Block, Body, Inline } from "../body/blocks.ts";

/** What becomes of a block or inline whose children are done already. */
export interface Reshaping {
  readonly block: (block: Block) => Block;
  readonly inline: (inline: Inline) => Inline;
}

/** The body from the leaves up; the one given is left as it is. */
export function reshapeBody({ blocks, footnotes }: Body, reshaping: Reshaping): Body {
  return {
    blocks: reshapeBlocks(blocks, reshaping),
    footnotes: footnotes.map((note) => ({ ...note, children: reshapeBlocks(note.children, reshaping) })),
  };
}

function reshapeBlocks(blocks: readonly Block[], reshaping: Reshaping): Block[] {
  return blocks.map((block) => reshaping.block(withinBlock(block, reshaping)));
}

function withinBlock(block: Block, reshaping: Reshaping): Block {
  const inlines = (children: readonly Inline[]) => reshapeInlines(children, reshaping);
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, children: inlines(block.children) };
    case "block-quote":
      return { ...block, children: reshapeBlocks(block.children, reshaping) };
    case "pull-quote":
      return {
        ...block,
        children: reshapeBlocks(block.children, reshaping),
        speaker: inlines(block.speaker),
      };
    case "list":
      return { ...block, items: block.items.map((item) => reshapeBlocks(item, reshaping)) };
    case "table":
      return { ...block, head: block.head.map(inlines), rows: block.rows.map((row) => row.map(inlines)) };
    case "figure":
      return { ...block, alt: inlines(block.alt) };
    case "thematic-break":
    case "code-block":
    case "raw-block":
      return block;
  }
}

function reshapeInlines(inlines: readonly Inline[], reshaping: Reshaping): Inline[] {
  return inlines.map((inline) => reshaping.inline(withinInline(inline, reshaping)));
}

function withinInline(inline: Inline, reshaping: Reshaping): Inline {
  if ("children" in inline) return { ...inline, children: reshapeInlines(inline.children, reshaping) };
  return inline.type === "image" ? { ...inline, alt: reshapeInlines(inline.alt, reshaping) } : inline;
}
