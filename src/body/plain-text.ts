// What a body says without its markup: for word counts, search, snippets and alternative texts.
import type { Block, Body, Inline } from "./blocks.ts";

/** All text of the body in reading order, blocks separated by a blank line, footnotes last; captions and alt texts included. */
export function plainText(body: Body): string {
  const notes = body.footnotes.flatMap(({ children }) => children.flatMap(textsOf));
  return [...body.blocks.flatMap(textsOf), ...notes].filter((text) => text !== "").join("\n\n");
}

/** The text of inlines on as many lines as they were typed; an image is its alternative text, a reference nothing. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join("");
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code-span":
      return inline.text;
    case "soft-break":
    case "hard-break":
      return "\n";
    case "image":
      return inlineText(inline.alt);
    case "emphasis":
    case "strong":
    case "strike":
    case "link":
      return inlineText(inline.children);
    case "raw-inline":
    case "footnote-reference":
      return "";
  }
}

function textsOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [inlineText(block.children)];
    case "block-quote":
      return block.children.flatMap(textsOf);
    case "pull-quote":
      return [...block.children.flatMap(textsOf), `— ${inlineText(block.speaker)}`];
    case "list":
      return block.items.flatMap((item) => item.flatMap(textsOf));
    case "code-block":
      return [block.text.replace(/\n$/, "")];
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(" "));
    case "figure":
      return [inlineText(block.alt), block.caption ?? ""];
    case "thematic-break":
    case "raw-block":
      return [];
  }
}
