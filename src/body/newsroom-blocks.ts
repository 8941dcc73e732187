// The two shapes that newsroom copy gives plain Markdown: a paragraph that is only an image is a figure, a block
// quote that ends with a dash and a name is a pull quote (article-format.md "The body: Markdown").
import type { Block, Figure, Inline, PullQuote } from "./blocks.ts";

/** The figure a paragraph of these inlines is, if it is only an image; the image's title is the caption. */
export function asFigure(inlines: readonly Inline[]): Figure | undefined {
  const [image, ...others] = inlines;
  if (image?.type !== "image" || others.length > 0) return undefined;
  const { src, alt, title } = image;
  return title === undefined ? { type: "figure", src, alt } : { type: "figure", src, alt, caption: title };
}

/** What stands before the name of a speaker. */
export const DASH: RegExp = /^(?:—|―|--(?!-))\s*/;

/** The pull quote a block quote of these blocks is: something quoted, then a paragraph of a dash and a speaker. */
export function asPullQuote(blocks: readonly Block[]): PullQuote | undefined {
  const last = blocks.at(-1);
  if (blocks.length < 2 || last?.type !== "paragraph") return undefined;
  const speaker = withoutDash(last.children);
  if (speaker === undefined || speaker.length === 0) return undefined;
  return { type: "pull-quote", children: blocks.slice(0, -1), speaker };
}

function withoutDash([first, ...others]: readonly Inline[]): Inline[] | undefined {
  if (first?.type !== "text" || !DASH.test(first.text)) return undefined;
  const text = first.text.replace(DASH, "");
  if (text !== "") return [{ type: "text", text }, ...others];
  const start = others.findIndex(({ type }) => type !== "soft-break" && type !== "hard-break");
  return start < 0 ? [] : others.slice(start);
}
