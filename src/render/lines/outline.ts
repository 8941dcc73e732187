// The heading levels of a body on a page: the headline is the one h1, so subheads start at 2 and never skip a level.
import type { Block, Body, Heading } from "../../body/blocks.ts";

/** Where a heading stands in the page's outline, 2 to 6. */
export type Outline = ReadonlyMap<Heading, number>;

/**
 * The level of every heading, in reading order: one deeper than the nearest earlier heading typed at a higher level.
 * `#` `##` become 2 and 3, and so do `##` `####`.
 */
export function outlineOf(body: Body): Outline {
  const outline = new Map<Heading, number>();
  const above: number[] = [];
  for (const heading of headingsOf(body)) {
    while ((above.at(-1) ?? 0) >= heading.level) above.pop();
    above.push(heading.level);
    outline.set(heading, Math.min(above.length + 1, 6));
  }
  return outline;
}

function* headingsOf(body: Body): Generator<Heading> {
  yield* headingsIn(body.blocks);
  for (const { children } of body.footnotes) yield* headingsIn(children);
}

function* headingsIn(blocks: readonly Block[]): Generator<Heading> {
  for (const block of blocks) {
    if (block.type === "heading") yield block;
    else if (block.type === "list") yield* headingsIn(block.items.flat());
    else if (block.type === "block-quote" || block.type === "pull-quote") yield* headingsIn(block.children);
  }
}
