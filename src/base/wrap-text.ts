// Breaks plain text into lines of a given display width: at spaces, and between CJK characters by the basic kinsoku
// rules (JIS X 4051, UAX #14 classes CL, CJ, NS and OP). Linear in the text; used by every renderer for terminals and mail.
import { displayWidth, graphemesOf } from "./display-width.ts";

/** A blank at which no line is broken. */
export const FIXED_BLANK = "\u00A0";

/** What stands before the first line and before the others; counted in the width. Both empty by default. */
export interface WrapOptions {
  readonly firstIndent?: string;
  readonly indent?: string;
  /** A word longer than a line stays whole, as a URL always does: a path that can be copied. */
  readonly wholeWords?: boolean;
}

/** A line as a piece of the text: UTF-16 offsets, `end` exclusive, blanks at the break left out. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The lines of `text` with their indents; `\n` forces a break, an empty text is one line. A URL is never broken. */
export function wrapText(text: string, columns: number, options: WrapOptions = {}): string[] {
  const { firstIndent = "", indent = "", wholeWords = false } = options;
  const room = { first: columns - displayWidth(firstIndent), others: columns - displayWidth(indent) };
  return lineRanges(text, room, wholeWords).map(({ start, end }, line) =>
    ((line === 0 ? firstIndent : indent) + text.slice(start, end)).trimEnd(),
  );
}

/** The same as ranges of `text`, for callers whose pieces carry styles; widths are of the text alone, at least 1. */
export function lineRanges(
  text: string,
  columns: { first: number; others: number },
  wholeWords = false,
): LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const room = () => Math.max(1, lines.length === 0 ? columns.first : columns.others);
    fillLines({ paragraph, offset: start, lines, room, wholeWords });
    start += paragraph.length + 1;
  }
  return lines;
}

interface Filling {
  readonly paragraph: string;
  readonly offset: number;
  readonly lines: LineRange[];
  readonly room: () => number;
  readonly wholeWords: boolean;
}

function fillLines({ paragraph, offset, lines, room, wholeWords }: Filling): void {
  let [start, end, width, at] = [0, 0, 0, 0];
  const close = () => lines.push({ start: offset + start, end: offset + end });
  const put = (part: string): void => {
    const partWidth = displayWidth(part);
    if (width + partWidth > room()) {
      if (end > start) close();
      [start, width] = [at, 0];
    }
    width += partWidth;
    at += part.length;
    end = at;
  };
  for (const piece of piecesOf(paragraph)) {
    if (isBlank(piece)) {
      // Blanks count only once something follows them; a line's own indent stays.
      width += displayWidth(piece);
      at += piece.length;
    } else for (const part of wholeWords ? [piece] : partsOf(piece, room())) put(part);
  }
  close();
}

// Ideographic space and zero-width space break a line too; no-break spaces do not.
const BLANKS = /([ \t\u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]+)/;

function isBlank(piece: string): boolean {
  return BLANKS.test(piece.charAt(0));
}

const CJK =
  "\\u2E80-\\u30FF\\u3105-\\u312F\\u31A0-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF01-\\uFFEF\\u{20000}-\\u{3FFFF}";
const HAS_CJK = new RegExp(`[${CJK}]`, "u");
const NEVER_FIRST =
  "\\-–‐,.:;!?%)\\]}、。，．・：；？！）］｝｠〕〉》」』】〙〗〟’”»›‥…〜～゠ー々〻ヽヾゝゞ゛゜ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿ％°′″℃｡｣､･ｧ-ｰﾞﾟ";
const NEVER_LAST = "(\\[{（［｛｟〔〈《「『【〘〖〝‘“«‹｢";

let cjkBreaks: RegExp | undefined;

function piecesOf(paragraph: string): string[] {
  const pieces = paragraph.split(BLANKS).filter((piece) => piece !== "");
  return HAS_CJK.test(paragraph) ? pieces.flatMap(breakCjk) : pieces;
}

function breakCjk(piece: string): string[] {
  if (isUrl(piece) || !HAS_CJK.test(piece)) return [piece];
  cjkBreaks ??= new RegExp(
    `(?<=[${CJK}]\\p{M}{0,8})(?<![${NEVER_LAST}])(?![${NEVER_FIRST}\\p{M}\\u200D])` +
      `|(?<![${NEVER_LAST}\\u200D\\p{Regional_Indicator}])(?=[${CJK}])(?![${NEVER_FIRST}\\p{M}])`,
    "u",
  );
  return piece.split(cjkBreaks);
}

/** A piece too long for any line is cut between graphemes, a URL not at all. */
function partsOf(piece: string, room: number): string[] {
  if (displayWidth(piece) <= room || isUrl(piece)) return [piece];
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const grapheme of graphemesOf(piece)) {
    const graphemeWidth = displayWidth(grapheme);
    if (part !== "" && width + graphemeWidth > room) {
      parts.push(part);
      part = "";
      width = 0;
    }
    part += grapheme;
    width += graphemeWidth;
  }
  return [...parts, part];
}

function isUrl(piece: string): boolean {
  return /^[^\p{L}]*(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.)/iu.test(piece);
}
