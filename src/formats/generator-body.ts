// What Hugo's and Jekyll's Markdown have in common against stet's: no figures, and commands of theirs inside the text.
import type {
  Block,
  Body,
  CodeBlock,
  Figure,
  Inline,
  InlineImage,
  Link,
  List,
  Text,
} from "../body/blocks.ts";
import { isPathInside } from "../render/resolve-address.ts";

/** A figure as its image with the caption, which neither generator would show, in italics after `lineBreak`. */
export function openFigure({ src, alt, caption }: Figure, lineBreak: Inline): Block {
  const image: Inline = { type: "image", src, alt };
  if (caption === undefined) return { type: "paragraph", children: [image] };
  const below: Inline = { type: "emphasis", children: [{ type: "text", text: caption }] };
  return { type: "paragraph", children: [image, lineBreak, below] };
}

/** Notes nothing refers to, which generators drop, as paragraphs under the text, where stet shows them. */
export function keepLooseNotes({ blocks, footnotes }: Body): Body {
  const loose = footnotes.filter(({ references }) => references === 0).flatMap(({ children }) => children);
  return { blocks: [...blocks, ...loose], footnotes: footnotes.filter(({ references }) => references > 0) };
}

/** A blank that is there: the marks of an item or heading without text would be shown, or swallow what follows. */
export const NOTHING: Block = { type: "paragraph", children: [{ type: "raw-inline", html: "&nbsp;" }] };

/** Blank lines between an item's blocks, but for a line with a list under it: neither generator tells the rest apart without. */
export function withRoom(list: List): List {
  return { ...list, tight: list.tight && list.items.every(isShort) };
}

function isShort([first, second, ...others]: readonly Block[]): boolean {
  const isLine = first === undefined || first.type === "paragraph";
  return isLine && (second === undefined || second.type === "list") && others.length === 0;
}

const PLAIN_TITLE = /^[\p{L}\p{M}\p{N} .,;?!'’“”–—-]+$/u;

/** A tooltip stays only where no generator could take a part of it for markup. */
export function withPlainTitle(target: Link | InlineImage): Inline {
  const { title, ...untitled } = target;
  return title === undefined || PLAIN_TITLE.test(title) ? target : untitled;
}

/** The language alone: what follows it in the info string is read as options. */
export function withPlainInfo(block: CodeBlock): CodeBlock {
  return { ...block, info: /^[\w+#.-]*/.exec(block.info)?.[0] ?? "" };
}

/** Code as text, line by line, for code that a generator's own syntax cannot hold. */
export function codeAsText({ text }: CodeBlock): Block {
  const lines = text.replace(/\n+$/, "").split("\n");
  const children = lines.flatMap((line, index): Inline[] => {
    const words: Text = {
      type: "text",
      text: line.replace(/^ +| {2,}/g, (blanks) => "\u00A0".repeat(blanks.length)),
    };
    return index === 0 ? [words] : [{ type: "hard-break" }, words];
  });
  return { type: "paragraph", children };
}

/** An image inside the newsroom, seen from the root of the site. */
export function fromRoot(src: string): string {
  return isPathInside(src) ? `/${src}` : src;
}
