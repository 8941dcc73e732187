// Inlines as Markdown that reads back as the same inlines. Lines are joined by `\n`; print-markdown.ts makes blocks of them.
import type { Inline, InlineImage, Link } from "../../body/blocks.ts";
import { inlineText } from "../../body/plain-text.ts";
import type { MarkdownDialect } from "./markdown-dialect.ts";
import { chooseDelimiters } from "./markdown-emphasis.ts";
import { destination, escapeText, quoteTitle, reference } from "./markdown-escape.ts";
import { type Marked, type Pair, type Piece, piecesOf } from "./markdown-pieces.ts";

/** The Markdown of a run of inlines; what a line's start might mean is still to be escaped (escapeLines). */
export function markdownInlines(inlines: readonly Inline[], dialect: MarkdownDialect): string {
  const pieces = piecesOf(inlines, (inline) => mark(inline, dialect));
  chooseDelimiters(pieces);
  return pieces.map((piece, at) => printPiece(piece, pieces[at - 1], dialect)).join("");
}

function printPiece(piece: Piece, before: Piece | undefined, dialect: MarkdownDialect): string {
  if (piece.kind === "mark") return piece.markdown;
  if (piece.kind === "delimiter") return delimiterOf(piece.pair);
  const characters = Array.from(piece.text);
  const first = piece.first ? reference(characters.shift() ?? "") : "";
  const last = piece.last && characters.length > 0 ? reference(characters.pop() ?? "") : "";
  const text = dialect.text(escapeText(characters.join("")));
  // `[^1](x)` would be a link and `[^1]: x` a definition.
  const afterNote = before?.kind === "mark" && before.markdown.startsWith("[^") && /^[(:]/.test(text);
  return first + (afterNote ? `\\${text}` : text) + last;
}

function delimiterOf({ type, character }: Pair): string {
  return type === "emphasis" ? character : character.repeat(2);
}

function mark(inline: Marked, dialect: MarkdownDialect): string {
  switch (inline.type) {
    case "soft-break":
      return "\n";
    case "hard-break":
      return "\\\n";
    case "code-span":
      return codeSpan(dialect.code(inline.text));
    case "link":
      return link(inline, dialect);
    case "image":
      return image(inline, dialect);
    case "raw-inline":
      return inline.html;
    case "footnote-reference":
      return `[^${inline.number}]`;
  }
}

function codeSpan(code: string): string {
  const fence = "`".repeat(shortestUnused(code));
  // markdown-it takes one blank off either end even of blanks alone, which CommonMark would leave; nobody sees it.
  const padded = /^`|`$|^ .+ $/s.test(code) ? ` ${code} ` : code;
  return fence + padded + fence;
}

/** Any number of backticks that does not occur as a run closes a code span; one is the usual. */
function shortestUnused(code: string): number {
  const used = new Set(Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  let length = 1;
  while (used.has(length)) length++;
  return length;
}

/** How often `character` stands in a row at most. */
export function longestRun(text: string, character: "`" | "~"): number {
  let longest = 0;
  for (const [run] of text.matchAll(character === "`" ? /`+/g : /~+/g))
    longest = Math.max(longest, run.length);
  return longest;
}

// An address that is its own text reads best in angle brackets (CommonMark 6.5).
const AUTOLINK = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>\\|&`]*$/i;
const MAIL_ADDRESS = /^[\w.!#$%'*+/=?^{}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

function link({ href, title, children }: Link, dialect: MarkdownDialect): string {
  const address = dialect.link(href);
  if (address === undefined) return markdownInlines(children, dialect);
  const text = children.length === 1 && children[0]?.type === "text" ? children[0].text : undefined;
  if (text !== undefined && title === undefined && isAutolink(text, address)) return `<${text}>`;
  return `[${markdownInlines(children, dialect)}](${target(address, title, dialect)})`;
}

function isAutolink(text: string, address: string): boolean {
  return (
    (text === address && AUTOLINK.test(text)) || (`mailto:${text}` === address && MAIL_ADDRESS.test(text))
  );
}

function image({ src, title, alt }: InlineImage, dialect: MarkdownDialect): string {
  const address = dialect.image(src);
  if (address === undefined) return dialect.text(escapeText(inlineText(alt)));
  return `![${markdownInlines(alt, dialect)}](${target(address, title, dialect)})`;
}

function target(address: string, title: string | undefined, dialect: MarkdownDialect): string {
  const to = destination(address);
  return title === undefined ? to : `${to} ${dialect.text(quoteTitle(title))}`;
}
