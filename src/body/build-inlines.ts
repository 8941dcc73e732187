// The inside of a paragraph, heading or cell: markdown-it's flat inline tokens to nested Inlines.
// Part of parse-body.ts; depth is bounded here, because markdown-it does not bound nested emphasis.
import type { Token } from "markdown-it";
import type { Inline } from "./blocks.ts";
import { type FootnoteBook, footnoteLabel, referTo } from "./footnote-book.ts";

interface Reading {
  readonly tokens: readonly Token[];
  readonly book: FootnoteBook;
  readonly inAlt: boolean;
  at: number;
}

// Emphasis nested deeper looks the same to a reader; its markers are shown as typed.
const DEEPEST_EMPHASIS = 30;

/** The inlines of one run of tokens, neighbouring texts joined; numbers the footnotes it refers to in `book`. */
export function buildInlines(tokens: readonly Token[], book: FootnoteBook): Inline[] {
  return inlinesUntil(undefined, { tokens, book, inAlt: false, at: 0 }, 0);
}

function inlinesUntil(close: string | undefined, reading: Reading, depth: number): Inline[] {
  const inlines: Inline[] = [];
  let flattened = 0;
  for (let token = next(reading); token !== undefined; token = next(reading)) {
    if (isEmphasisOpen(token) && depth >= DEEPEST_EMPHASIS) {
      flattened++;
      addText(token.markup, inlines);
    } else if (flattened > 0 && isEmphasisClose(token)) {
      flattened--;
      addText(token.markup, inlines);
    } else if (token.type === close) break;
    else addInline(token, { inlines, reading, depth });
  }
  return inlines;
}

function next(reading: Reading): Token | undefined {
  return reading.tokens[reading.at++];
}

function isEmphasisOpen({ type }: Token): boolean {
  return type === "em_open" || type === "strong_open" || type === "s_open";
}

function isEmphasisClose({ type }: Token): boolean {
  return type === "em_close" || type === "strong_close" || type === "s_close";
}

/** markdown-it splits text at every character that might be markup. */
function addText(text: string, inlines: Inline[]): void {
  const last = inlines.at(-1);
  if (last?.type === "text") inlines[inlines.length - 1] = { type: "text", text: last.text + text };
  else if (text !== "") inlines.push({ type: "text", text });
}

interface Place {
  readonly inlines: Inline[];
  readonly reading: Reading;
  readonly depth: number;
}

function addInline(token: Token, { inlines, reading, depth }: Place): void {
  const inside = (close: string) => inlinesUntil(close, reading, depth + 1);
  switch (token.type) {
    case "text":
    case "text_special":
      return addText(token.content, inlines);
    case "softbreak":
      return void inlines.push({ type: "soft-break" });
    case "hardbreak":
      return void inlines.push({ type: "hard-break" });
    case "em_open":
      return void inlines.push({ type: "emphasis", children: inside("em_close") });
    case "strong_open":
      return void inlines.push({ type: "strong", children: inside("strong_close") });
    case "s_open":
      return void inlines.push({ type: "strike", children: inside("s_close") });
    case "code_inline":
      return void inlines.push({ type: "code-span", text: token.content });
    case "link_open":
      return void inlines.push(linkOf(token, inside("link_close")));
    case "image":
      return void inlines.push(imageOf(token, reading, depth));
    case "html_inline":
      return void inlines.push({ type: "raw-inline", html: token.content });
    case "footnote_ref":
      return addReference(token, inlines, reading);
    default:
      addText(token.content, inlines);
  }
}

function linkOf(token: Token, children: readonly Inline[]): Inline {
  return { type: "link", href: token.attrGet("href") ?? "", ...titleOf(token), children };
}

function titleOf(token: Token): { title?: string } {
  const title = token.attrGet("title");
  return title === null || title === "" ? {} : { title };
}

function imageOf(token: Token, { book }: Reading, depth: number): Inline {
  const alt: Reading = { tokens: token.children ?? [], book, inAlt: true, at: 0 };
  const inlines = inlinesUntil(undefined, alt, depth + 1);
  return { type: "image", src: token.attrGet("src") ?? "", ...titleOf(token), alt: inlines };
}

function addReference(token: Token, inlines: Inline[], { book, inAlt }: Reading): void {
  // An alternative text is plain: a reference there could not be followed.
  if (inAlt) addText(`[^${footnoteLabel(token)}]`, inlines);
  else inlines.push(referTo(token, book));
}
