// The cursor of the fast YAML reader (read-simple-yaml.ts): it steps from line to line over blank lines and comments,
// and keeps what the library would know about them, because the end of a block depends on the comments below it.
import type { Limits } from "../limits.ts";

/** One fast reading of one text; everything but `text` and `limits` moves on. Offsets are UTF-16 code units. */
export interface SimpleReader {
  readonly text: string;
  readonly limits: Limits;
  /** The first character not yet read that is no blank of an indentation. */
  at: number;
  /** The indentation of the line that `at` begins; NONE behind the last line. */
  indent: number;
  /** Where the last value ends for the library: behind its line, and behind comments it takes for the value's own. */
  tail: number;
  /** The deepest indentation of the comments between that end and `at`; NONE where there is none. */
  comment: number;
  /** Lines, keys and values so far: a measure of the library's tokens. */
  parts: number;
  /** Blocks and brackets around `at`. */
  depth: number;
}

export const LINE_FEED = 10;
export const BLANK = 32;
export const HASH = 35;

/** No comment, or no line. */
export const NONE: number = -1;
/** For `nextLine`: no comment below belongs to the value. */
export const NO_BLOCK: number = Number.POSITIVE_INFINITY;

/** A reader at the first line of `text` that says something. */
export function startReading(text: string, limits: Limits): SimpleReader {
  const reader: SimpleReader = {
    text,
    limits,
    at: 0,
    indent: NONE,
    tail: 0,
    comment: NONE,
    parts: 0,
    depth: 0,
  };
  nextLine(reader, 0, NO_BLOCK);
  return reader;
}

/** The first offset from `at` on that holds no blank. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === BLANK) next++;
  return next;
}

/** The offset of the line break at or behind `at`, or the length of the text. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/**
 * Ends a line behind a value: `tail` goes behind its break. Returns the offset of the comment on it, NONE when there is
 * none, or undefined when something else follows the value.
 */
export function finishLine(reader: SimpleReader, valueEnd: number): number | undefined {
  const { text } = reader;
  const behind = skipBlanks(text, valueEnd);
  const isComment = behind > valueEnd && text.charCodeAt(behind) === HASH;
  const end = isComment ? endOfLine(text, behind) : behind;
  if (end < text.length && text.charCodeAt(end) !== LINE_FEED) return undefined;
  reader.tail = Math.min(end + 1, text.length);
  return isComment ? behind : NONE;
}

/**
 * Moves to the next line that says something. Comments indented further than `block` that follow a value at once are
 * that value's for the library, and move its `tail`.
 */
export function nextLine(reader: SimpleReader, from: number, block: number): void {
  const { text } = reader;
  let start = from;
  reader.comment = NONE;
  for (;;) {
    reader.parts++;
    const at = skipBlanks(text, start);
    const first = text.charCodeAt(at);
    if (first !== LINE_FEED && first !== HASH) return arriveAt(reader, at, at - start);
    const end = first === HASH ? endOfLine(text, at) : at;
    if (first === HASH) seeComment(reader, { indent: at - start, end, block });
    if (end >= text.length) return arriveAt(reader, end, NONE);
    start = end + 1;
  }
}

function arriveAt(reader: SimpleReader, at: number, indent: number): void {
  reader.at = at;
  reader.indent = at >= reader.text.length ? NONE : indent;
}

function seeComment(
  reader: SimpleReader,
  { indent, end, block }: { readonly indent: number; readonly end: number; readonly block: number },
): void {
  if (indent > block && reader.comment === NONE) reader.tail = Math.min(end + 1, reader.text.length);
  else reader.comment = Math.max(reader.comment, indent);
}
