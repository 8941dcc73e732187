// The heading levels of a body on a page: the headline is the one h1, so subheads start at 2 and never skip a level.
import type { Block, Body, Heading } from "../body/blocks.ts";

/** Where a heading stands in the page's outline, 2 to 6. */
export type Outline = ReadonlyMap<Heading, number>;

/**
 * The level of every heading, in reading order: one deeper than the nearest earlier heading typed at a higher level.
 * `#` `##` become 2 and 3, and so do `##` `####`.
 */
export function outlineOf(body: Body): Outline {
  const outline = new Map<Heading, number>();
  const above: number[] = [];
  const add = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === "heading") {
        while ((above.at(-1) ?? 0) >= block.level) above.pop();
        above.push(block.level);
        outline.set(block, Math.min(above.length + 1, 6));
      } else if (block.type === "list") for (const item of block.items) add(item);
      else if (block.type === "block-quote" || block.type === "pull-quote") add(block.children);
    }
  };
  add(body.blocks);
  for (const { children } of body.footnotes) add(children);
  return outline;
}
