// What a body points at: articles of the newsroom (`article:slug`) and images, for checks, related stories and publishing.
import type { Block, Body, Inline } from "./blocks.ts";

/** The slug of an `article:` link's href, decoded, or undefined for any other link. */
export function articleSlug(href: string): string | undefined {
  const match = /^article:([^?#]+)/i.exec(href);
  return match?.[1] === undefined ? undefined : decoded(match[1]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The slugs the body links to with `[text](article:slug)`, each once, in order. */
export function articleLinks(body: Body): string[] {
  const slugs = new Set<string>();
  for (const inline of inlinesOf(body)) {
    const slug = inline.type === "link" ? articleSlug(inline.href) : undefined;
    if (slug !== undefined) slugs.add(slug);
  }
  return [...slugs];
}

/** The addresses of the body's images as normalised from the Markdown, each once, in order. */
export function imagesOf(body: Body): string[] {
  const sources = new Set<string>();
  for (const block of allBlocks(body)) if (block.type === "figure") sources.add(block.src);
  for (const inline of inlinesOf(body)) if (inline.type === "image") sources.add(inline.src);
  return [...sources];
}

function* inlinesOf(body: Body): Generator<Inline> {
  for (const block of allBlocks(body)) yield* allInlines(ownInlines(block));
}

function* allBlocks(body: Body): Generator<Block> {
  yield* withDescendants(body.blocks);
  for (const { children } of body.footnotes) yield* withDescendants(children);
}

function* withDescendants(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === "list") yield* withDescendants(block.items.flat());
    else if (block.type === "block-quote" || block.type === "pull-quote")
      yield* withDescendants(block.children);
  }
}

function ownInlines(block: Block): readonly Inline[] {
  if (block.type === "paragraph" || block.type === "heading") return block.children;
  if (block.type === "pull-quote") return block.speaker;
  if (block.type === "figure") return block.alt;
  return block.type === "table" ? [block.head, ...block.rows].flat(2) : [];
}

function* allInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ("children" in inline) yield* allInlines(inline.children);
    else if (inline.type === "image") yield* allInlines(inline.alt);
  }
}
