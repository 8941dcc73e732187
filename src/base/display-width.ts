// How many terminal columns a text takes, and cutting or padding it to a number of columns.
// Used by tables, wrapped text and lists; content must have passed visible-text.ts before it is measured.
import stringWidth from "fast-string-width";

const PRINTABLE_ASCII = /^[ -~]*$/;

// fast-string-width 3.0.2 counts these as one column; terminals draw nothing. A joiner between emoji stays.
const ZERO_WIDTH = /[\u200B\u200C\u200E\u200F\u2060-\u2064\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;

/** Columns of `text` on a terminal: CJK and emoji 2, combining and zero-width marks 0, the rest 1. One line, no escapes. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  return stringWidth(text.replace(ZERO_WIDTH, ""));
}

/** Columns of the widest of the texts, however many there are; 0 for none. */
export function widestOf(texts: Iterable<string>): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, displayWidth(text));
  return widest;
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader calls characters: grapheme clusters in order. Text beyond ASCII loads Intl.Segmenter (9 ms, once). */
export function graphemesOf(text: string): string[] {
  if (PRINTABLE_ASCII.test(text)) return text.split("");
  const graphemes: string[] = [];
  // In one piece, Intl.Segmenter takes time quadratic in the text.
  let size = 256;
  for (let start = 0; start < text.length;) {
    const found = segmentsOf(text.slice(start, start + size));
    const whole = start + size >= text.length ? found : found.slice(0, -1);
    for (const grapheme of whole) {
      graphemes.push(grapheme);
      start += grapheme.length;
    }
    // One grapheme can be longer than any window: letters carry marks without end.
    size = whole.length === 0 ? size * 2 : 256;
  }
  return graphemes;
}

function segmentsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * `text` itself where it fits in `columns`, else as many whole graphemes as leave room for the `mark` that ends it, in
 * letters of one column each.
 */
export function truncateToWidth(text: string, columns: number, mark: string): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < mark.length) return mark.slice(0, Math.max(0, columns));
  return headOf(text, columns - mark.length) + mark;
}

function headOf(text: string, columns: number): string {
  let head = "";
  let room = columns;
  // A grapheme is seldom longer than 16 code units, so a huge text is never segmented whole.
  for (const grapheme of graphemesOf(text.slice(0, columns * 16 + 64))) {
    room -= displayWidth(grapheme);
    if (room < 0) break;
    head += grapheme;
  }
  return head.trimEnd();
}

/** Spaces put after `text` (or before it, or on both sides) until it takes `columns`; never cuts. */
export function padToWidth(
  text: string,
  columns: number,
  align: "left" | "right" | "center" = "left",
): string {
  const missing = Math.max(0, columns - displayWidth(text));
  const before = align === "left" ? 0 : align === "right" ? missing : Math.floor(missing / 2);
  return " ".repeat(before) + text + " ".repeat(missing - before);
}
