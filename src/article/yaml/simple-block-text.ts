// Text in blocks (`|`, `|-`, `|+`, `|2`, and `>` where no line is indented further) for the fast YAML reader
// (read-simple-yaml.ts): nearly all of a file's bytes, cut out line by line.
import { endOfLine, LINE_FEED, skipBlanks, type SimpleReader } from "./simple-lines.ts";
import type { TextNode } from "./yaml-node.ts";

const HEADER = /([|>])([1-9]?)([-+]?)(?=\n|$)/y;
const TAB = 9;

interface Layout {
  /** Behind the line of the indicators. */
  readonly start: number;
  /** The first line that is not empty. */
  readonly first: number;
  /** The blanks cut from every line. */
  readonly indent: number;
  readonly chomping: string;
  readonly isFolded: boolean;
}

/**
 * The block whose `|` or `>` stands at `reader.at`, below a key or dash indented by `parent`; undefined where the library
 * must look. The node ends behind the break of its last line, with `|+` behind the empty lines that follow.
 */
export function readBlockText(reader: SimpleReader, parent: number): TextNode | undefined {
  const { text, at: start } = reader;
  HEADER.lastIndex = start;
  const header = HEADER.exec(text);
  if (header === null) return undefined;
  const [{ length }, indicator, digit, chomping = ""] = header;
  const begin = Math.min(start + length + 1, text.length);
  const first = skipBreaks(text, begin);
  const written = skipBlanks(text, first) - first;
  const isVoid = isBreakOrEnd(text, first + written);
  if (written <= parent)
    return begin === first && !(isVoid && written > 0) ? block("", start, begin) : undefined;
  const indent = digit ? parent + Number(digit) : written;
  if (isVoid || written < indent) return undefined;
  return readLines(reader, { start: begin, first, indent, chomping, isFolded: indicator === ">" });
}

function skipBreaks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === LINE_FEED) next++;
  return next;
}

function isBreakOrEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === LINE_FEED;
}

function block(text: string, start: number, end: number): TextNode {
  return { kind: "text", text, value: text, style: "block", start, end, isAlias: false };
}

/** An empty line may hold blanks between lines of text, where they are cut, and not behind the last one. */
function readLines({ text, limits, at: start }: SimpleReader, layout: Layout): TextNode | undefined {
  const lines: string[] = [];
  const most = limits.bodyLines - (layout.first - layout.start);
  let filled = 0;
  let filledEnd = layout.first;
  let endsInBlanks = false;
  let at = layout.first;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const blanks = skipBlanks(text, at) - at;
    const isEmpty = at + blanks === end;
    if (!isEmpty && blanks < layout.indent) break;
    if (text.charCodeAt(at + blanks) === TAB || (layout.isFolded && blanks > layout.indent)) return undefined;
    lines.push(text.slice(at + layout.indent, end));
    if (lines.length >= most) return undefined;
    if (!isEmpty) [filled, filledEnd] = [lines.length, end];
    endsInBlanks = isEmpty && (endsInBlanks || blanks > 0);
    at = end + 1;
  }
  if (endsInBlanks) return undefined;
  const end = Math.min(layout.chomping === "+" ? at : filledEnd + 1, text.length);
  const said = lines.slice(0, filled).join("\n");
  const written = "\n".repeat(layout.first - layout.start) + (layout.isFolded ? fold(said) : said);
  return block(written + lineBreaks(layout.chomping, end - filledEnd), start, end);
}

/** One line break is a blank, each further one stays (YAML 1.2.2, 8.1.3). */
function fold(text: string): string {
  return text.replace(/\n(\n*)/g, (_, more: string) => more || " ");
}

function lineBreaks(chomping: string, count: number): string {
  if (chomping === "-") return "";
  return chomping === "+" ? "\n".repeat(Math.max(1, count)) : "\n";
}
