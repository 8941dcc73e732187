// How Hugo reads Markdown: shortcodes and the summary mark before anything else, in code too, then goldmark with
// attributes, definition lists and typography (gohugo.io/configuration/markup).
import type { Block, Body, Inline } from "../body/blocks.ts";
import {
  codeAsText,
  fromRoot,
  keepLooseNotes,
  NOTHING,
  openFigure,
  withPlainInfo,
  withPlainTitle,
  withRoom,
} from "./generator-body.ts";
import type { Reader } from "./print-body.ts";
import { reshapeBody } from "./reshape-body.ts";

/** Goldmark with Hugo's default settings. Curly quotes and ellipses stay the site's own choice. */
export const HUGO_READER: Reader = { reshape, text: escapeText, code: escapeCode, image: fromRoot };

// Goldmark does not take these escapes in a table, or at the end of a line.
const ESCAPES: Readonly<Record<string, string>> = { "\\|": "&#124;" };

function escapeText(markdown: string): string {
  return markdown
    .replace(/\\[\s\S]/g, (found) => ESCAPES[found] ?? found)
    .replace(/\\\\$/, "&#92;")
    .replace(/\{|-(?=-)|>(?=>)|<(?=<)|^:(?=\s|$)|^\^/g, "\\$&");
}

// A shortcode in code is shown by making it a comment; Hugo ends a comment at the first `*/`.
const SHORTCODE = /\{\{([<%])((?:(?!\{\{[<%]|\/\*|\*\/|[>%]\}\}).)*)([>%])\}\}/gs;

/** For code that is not beyond escape, where every shortcode ends as it began. */
function escapeCode(code: string): string {
  return code.replace(SHORTCODE, "{{$1/*$2*/$3}}");
}

function isPair(opens: string, closes: string): boolean {
  return (opens === "<") === (closes === ">");
}

/** True for code that Hugo would read as the beginning of a shortcode that never ends, or as the end of the summary. */
function isBeyondEscape(code: string): boolean {
  const rest = code.replace(SHORTCODE, (found, opens: string, _inside, closes: string) =>
    isPair(opens, closes) ? "" : found,
  );
  return /\{\{[<%]|<!--more-->/.test(rest);
}

function reshape(body: Body): Body {
  return reshapeBody(keepLooseNotes(body), { block: reshapeBlock, inline: reshapeInline });
}

function reshapeBlock(block: Block): Block {
  if (block.type === "figure") return openFigure(block, { type: "hard-break" });
  if (block.type === "code-block")
    return isBeyondEscape(block.text) ? codeAsText(block) : withPlainInfo(block);
  if (block.type !== "list") return block;
  return { ...withRoom(block), items: block.items.map((item) => (item.length === 0 ? [NOTHING] : item)) };
}

function reshapeInline(inline: Inline): Inline {
  if (inline.type === "link" || inline.type === "image") return withPlainTitle(inline);
  return inline.type === "code-span" && isBeyondEscape(inline.text)
    ? { type: "text", text: inline.text }
    : inline;
}
