// How Jekyll reads Markdown: Liquid before anything else, in code too, then kramdown, which escapes fewer characters
// than CommonMark and knows commands of its own (kramdown.gettalong.org/syntax.html).
import { escapeHtml } from "../base/escape-html.ts";
import type { Block, Body, Inline } from "../body/blocks.ts";
import {
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

/** kramdown with Jekyll's default settings. Curly quotes and ellipses stay the site's own choice. */
export const JEKYLL_READER: Reader = { reshape, text: escapeText, code: escapeLiquid, image: fromRoot };

// What kramdown shows with its backslash.
const ESCAPES: Readonly<Record<string, string>> = {
  "\\&": "&amp;",
  "\\<": "&lt;",
  "<": "&lt;",
  "\\`": "&#96;",
  "\\|": "&#124;",
  "\\~": "&#126;",
  "\\^": "&#94;",
  "^": "&#94;",
};

const LIQUID_TAG = /\{(?=%)/g;

// Braces, dashes and angles that turn typographic, mathematics, definitions, and underscores that are no letters' neighbours.
const MARKUP = /\{|-(?=-)|>(?=>)|\$(?=\$)|^:(?=\s|$)|(?<=\]):|(?<![a-z\\])_|(?<!\\)_(?![a-z])/gi;

function escapeText(markdown: string): string {
  return markdown
    .replace(/\\[\s\S]|<|^\^/g, (found) => ESCAPES[found] ?? found)
    .replace(LIQUID_TAG, "&#123;")
    .replace(MARKUP, "\\$&");
}

/** Liquid that prints the two characters Liquid begins with. */
function escapeLiquid(code: string): string {
  return code.replace(/\{[{%]/g, '{{ "$&" }}');
}

// kramdown has no backslash at a line's end, and blanks there are too easily lost in an editor.
const LINE_BREAK: Inline = { type: "raw-inline", html: "<br>\n" };

function reshape(body: Body): Body {
  return reshapeBody(keepLooseNotes(body), { block: reshapeBlock, inline: reshapeInline });
}

function reshapeBlock(block: Block): Block {
  if (block.type === "figure") return openFigure(block, LINE_BREAK);
  if (block.type === "code-block") return withPlainInfo(block);
  if (block.type === "heading" && block.children.length === 0) return NOTHING;
  if (block.type === "list") return { ...withRoom(block), items: block.items.map(withContent) };
  return block;
}

// kramdown shows the marks of a block right behind an item's own.
function withContent(item: readonly Block[]): readonly Block[] {
  const first = item[0]?.type;
  return first === "paragraph" || first === "list" || first === "block-quote" ? item : [NOTHING, ...item];
}

function reshapeInline(inline: Inline): Inline {
  if (inline.type === "hard-break") return LINE_BREAK;
  if (inline.type === "link" || inline.type === "image") return withPlainTitle(inline);
  if (inline.type === "code-span") return CODE_TROUBLE.test(inline.text) ? codeElement(inline.text) : inline;
  return "children" in inline ? { ...inline, children: without(inline.type, inline.children) } : inline;
}

// A bar is taken for a table's, a blank or backtick at an edge for the code's end.
const CODE_TROUBLE = /[|`]|^\s|\s$/;

function codeElement(code: string): Inline {
  const escaped = escapeHtml(code).replace(/[{|]/g, (found) => `&#${found.charCodeAt(0)};`);
  return { type: "raw-inline", html: `<code>${escaped}</code>` };
}

/** kramdown shows the marks of emphasis within emphasis. */
function without(type: Inline["type"], inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => {
    if (!("children" in inline)) return [inline];
    const children = without(type, inline.children);
    return inline.type === type ? children : [{ ...inline, children }];
  });
}
