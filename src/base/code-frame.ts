// A line of a file as errors show it: its number before it, and the place of a caret in the line below.
import { displayWidth } from "./display-width.ts";
import type { Problem } from "./problem.ts";
import { visibleText } from "./visible-text.ts";

/** Longer lines are cut: a body can be one line of a megabyte. */
const FRAME_WIDTH = 120;

/** What stands for text left out of an error: in ASCII, as nothing tells where the error will be shown. */
export const LEFT_OUT = "...";

/** Two lines of plain text, harmless on a terminal; a caret goes behind `indent`. */
export interface CodeFrame {
  readonly shown: string;
  readonly indent: string;
}

/**
 * `line` and `column` count from 1, the column in UTF-16 code units of `source`, which is the whole line. `mark` stands for
 * what is left out of it, on either side.
 */
export function codeFrame(line: number, column: number, source: string, mark: string = LEFT_OUT): CodeFrame {
  const from = column > FRAME_WIDTH ? beginningAt(source, column - 40) : 0;
  const before = from > 0 ? mark : "";
  const number = String(line).padStart(3);
  return {
    shown: `${number} | ${before}${visibleText(shortened(source.slice(from), mark))}`,
    indent: `${" ".repeat(number.length)} | ${blanksFor(before + source.slice(from, column - 1))}`,
  };
}

/** No letter is cut in two. */
function beginningAt(source: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(source.charAt(at)) ? at + 1 : at;
}

/** The frame as one text, with the caret and what stands beside it. */
export function caretUnder(line: number, column: number, source: string, note?: string): string {
  const { shown, indent } = codeFrame(line, column, source);
  return `${shown}\n${indent}^${note === undefined ? "" : ` ${visibleText(note)}`}`;
}

/** What an error shows of a problem: its frame, and the corrected line where one is known. */
export function frameOf(problem: Problem): { readonly detail?: string } {
  const { line, column = 1, source, note, correction } = problem;
  if (line === undefined || source === undefined) return {};
  const frame = caretUnder(line, column, source, note);
  const help = correction === undefined ? "" : `\nhelp: ${line} | ${visibleText(shortened(correction))}`;
  return { detail: frame + help };
}

/** As many blanks as the text takes columns on a terminal, once it is harmless there. */
export function blanksFor(text: string): string {
  return " ".repeat(displayWidth(visibleText(text)));
}

/** As much of a line as a frame has room for. */
export function shortened(line: string, mark: string = LEFT_OUT): string {
  return line.length > FRAME_WIDTH ? `${line.slice(0, beginningAt(line, FRAME_WIDTH))}${mark}` : line;
}
