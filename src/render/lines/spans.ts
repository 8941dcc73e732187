// Text with styles on its way to lines: wrapped as plain text, painted piece by piece afterwards, so that no escape
// sequence is ever measured, cut or carried over a line's end.
import { displayWidth } from "../../base/display-width.ts";
import { lineRanges } from "../../base/wrap-text.ts";

/** Puts a style around a text: `chalk.bold`, or nothing at all. */
export type Paint = (text: string) => string;

/** A piece of text in one style; `text` has passed the look's `clean`. */
export interface Span {
  readonly text: string;
  readonly paint?: Paint;
}

/** Columns of a line, and what stands before the first and before the others (already painted, counted as `indent`). */
export interface LineShape {
  readonly width: number;
  readonly first?: string;
  readonly others?: string;
  readonly indent?: number;
}

/** The spans as painted lines; a `\n` in them forces a break. Linear. */
export function wrapSpans(spans: readonly Span[], shape: LineShape): string[] {
  const { width, first = "", others = "", indent = 0 } = shape;
  const text = spans.map((span) => span.text).join("");
  const columns = width - indent;
  const slice = sliceInOrder(spans);
  return lineRanges(text, { first: columns, others: columns }).map(
    ({ start, end }, line) => (line === 0 ? first : others) + slice(start, end),
  );
}

/** Returns painted pieces of the spans for ranges asked for in ascending order. */
function sliceInOrder(spans: readonly Span[]): (start: number, end: number) => string {
  let index = 0;
  let offset = 0;
  return (start, end) => {
    let line = "";
    for (let span = spans[index]; span !== undefined && offset < end; span = spans[index]) {
      line += painted(span, start - offset, end - offset);
      if (offset + span.text.length > end) break;
      offset += span.text.length;
      index++;
    }
    return line;
  };
}

function painted({ text, paint }: Span, start: number, end: number): string {
  const piece = text.slice(Math.max(0, start), end);
  return piece === "" || paint === undefined ? piece : paint(piece);
}

/** Phrases on as few lines as hold them, with `separator` between two on a line; a phrase too wide for a line wraps. */
export function packPhrases(phrases: readonly (readonly Span[])[], separator: Span, width: number): string[] {
  const lines: Span[][] = [];
  for (const phrase of phrases) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : [...last, separator, ...phrase];
    if (joined !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push([...phrase]);
  }
  return lines.flatMap((line) => wrapSpans(line, { width }));
}

/** Columns the spans take on one line. */
export function widthOf(spans: readonly Span[]): number {
  return displayWidth(spans.map(({ text }) => text).join(""));
}

/** The spans with one more style around each. */
export function paintAll(spans: readonly Span[], outer: Paint): Span[] {
  return spans.map(({ text, paint }) => ({
    text,
    paint: paint === undefined ? outer : (piece) => outer(paint(piece)),
  }));
}
