// A passage with its changed words marked, wrapped to the terminal: struck red and underlined green where there is
// colour, else between git's marks.
import { diffWords, type Piece } from "../../base/diff-words.ts";
import { visibleText } from "../../base/visible-text.ts";
import { lineRanges } from "../../base/wrap-text.ts";
import { isAccessible } from "../is-accessible.ts";
import type { Style } from "../style.ts";

export interface WordLook {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** What changed stands between `[-` `-]` and `{+` `+}`. */
  readonly isMarked: boolean;
}

/** Nobody reads lines that are longer. */
const WIDEST = 100;

/** The lines, without their indent, which only narrows them. */
export function printWords(
  { before, after }: { readonly before: string; readonly after: string },
  { style, width, isMarked, indent }: WordLook & { readonly indent: number },
): string[] {
  const spans = diffWords(before, after).map((piece) => ({
    kind: piece.kind,
    text: spelled(piece, isMarked),
  }));
  const text = spans.map((span) => span.text).join("");
  const room = Math.max(16, Math.min(width, WIDEST) - indent);
  return lineRanges(text, { first: room, others: room }).map(({ start, end }) => {
    let at = 0;
    return spans
      .map((span) => {
        const part = span.text.slice(Math.max(0, start - at), Math.max(0, end - at));
        at += span.text.length;
        return part === "" ? "" : PAINT[span.kind](part, style);
      })
      .join("");
  });
}

const PAINT: Readonly<Record<Piece["kind"], (text: string, style: Style) => string>> = {
  same: (text) => text,
  removed: (text, style) => style.red(style.strikethrough(text)),
  added: (text, style) => style.green(style.underline(text)),
};

function spelled({ kind, text }: Piece, isMarked: boolean): string {
  const shown = visibleText(text, { newlines: true });
  if (!isMarked || kind === "same") return shown;
  return kind === "removed" ? `[-${shown}-]` : `{+${shown}+}`;
}

/** True where colour alone would have to tell. */
export function needsMarks(style: Style, env: Readonly<Record<string, string | undefined>>): boolean {
  return style.red("x") === "x" || isAccessible(env);
}
