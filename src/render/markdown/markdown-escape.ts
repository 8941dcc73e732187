// Text as Markdown that reads back as that text: escapes only what CommonMark, tables, strikethrough and footnotes
// would take for markup, so that what a person reads stays readable. Used by markdown-inline.ts and print-markdown.ts.

import { dropIllegalCharacters } from "../../base/escape-html.ts";

/** A character as a reference no rule looks into: `&#160;`. */
export function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

const ALWAYS = /[\\`*[\]|]|&(?=#?[a-z0-9]+;)|<(?=[a-z/!?]|$)|~(?=~|$)|(?<=~|^)~|!$|\^$|[\r\n]/gi;

// An underscore inside a word is no emphasis; any other might be.
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * Text as it stands within a line, without what no output keeps: dropped behind the escapes it would hide markup from
 * them. `!` and `^` at its end are escaped because a link may follow; line breaks become references, because a soft
 * break is not part of a text.
 */
export function escapeText(text: string): string {
  const escaped = dropIllegalCharacters(text).replace(ALWAYS, (found) =>
    /[\r\n]/.test(found) ? reference(found) : `\\${found}`,
  );
  return escaped.replace(UNDERSCORE, "\\_");
}

const LINE_START =
  /^(?:(#{1,6})(?=\s|$)|(>)|([-+])(?=[\s-]|$)|(=+)(?=\s*$)|(\d{1,9})([.)])(?=\s|$)|([:-])(?=[-:| ]*$))/;

/** Lines of inlines as lines of a paragraph: nothing at a line's start may begin another block, and no blank may be cut. */
export function escapeLines(lines: string): string {
  return lines.split("\n").map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  const kept = keepEdges(line);
  return kept.replace(LINE_START, (found, ...groups: (string | undefined)[]) => {
    const digits = groups[4];
    return digits === undefined ? `\\${found}` : `${digits}\\${groups[5] ?? ""}`;
  });
}

/** Blanks at either end of a line, which Markdown would drop, as references. A hard break's backslash is no blank. */
function keepEdges(line: string): string {
  const text = line.trim();
  if (text.length === line.length) return line;
  const start = line.length - line.trimStart().length;
  return eachReference(line.slice(0, start)) + text + eachReference(line.slice(start + text.length));
}

function eachReference(blanks: string): string {
  return Array.from(blanks, reference).join("");
}

/** A link's or image's title in double quotes. */
export function quoteTitle(title: string): string {
  const escaped = title.replace(/["\\]|&(?=#?[a-z0-9]+;)|[\r\n]/gi, (found) =>
    /[\r\n]/.test(found) ? reference(found) : `\\${found}`,
  );
  return `"${escaped}"`;
}

/** A link's destination as it stands in the parentheses; addresses are percent-encoded already. */
export function destination(href: string): string {
  const escaped = href.replace(/[\\()<>]|&(?=#?[a-z0-9]+;)/gi, (found) => `\\${found}`);
  return escaped === "" || /\s/.test(escaped) ? `<${escaped}>` : escaped;
}
