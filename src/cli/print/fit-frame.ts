// A line with a caret below it, cut to what a terminal shows in one row: a line that wraps takes its caret elsewhere.
import { displayWidth, graphemesOf } from "../../base/display-width.ts";
import { wrapText } from "../../base/wrap-text.ts";
import type { Style } from "../style.ts";
import { cutTo, ellipsis } from "./cut-to.ts";
import { hangLines } from "./hang-text.ts";

/** `shown` and the blanks before the caret, both harmless on a terminal and with the same number or blanks in front. */
interface Frame {
  readonly shown: string;
  readonly indent: string;
}

/** What stands before the line itself: its number and a bar, or the two blanks of a query. */
const FRONT = /^(?: *\d+ \| | {2})?/;

/** The frame as wide as the terminal, with the place of the caret in sight; as it is elsewhere. */
export function fitFrame({ shown, indent }: Frame, style: Pick<Style, "columns" | "unicode">): Frame {
  const { columns } = style;
  if (columns === undefined || displayWidth(shown) <= columns) return { shown, indent };
  const front = FRONT.exec(shown)?.[0] ?? "";
  const room = Math.max(8, columns - front.length);
  const line = shown.slice(front.length);
  const caret = Math.max(0, indent.length - front.length);
  const start = caret < (room * 2) / 3 ? undefined : behindColumn(line, caret - Math.floor(room / 3));
  if (start === undefined) return { shown: front + cutTo(line, room, style), indent };
  const left = ellipsis(style);
  const rest = cutTo(`${left}${line.slice(start.at)}`, room, style);
  return {
    shown: front + rest,
    indent: indent.slice(0, front.length) + " ".repeat(left.length + caret - start.column),
  };
}

/** The first place of `line` that is at least `column` columns in. */
function behindColumn(line: string, column: number): { at: number; column: number } {
  const place = { at: 0, column: 0 };
  for (const grapheme of graphemesOf(line)) {
    if (place.column >= column) break;
    place.at += grapheme.length;
    place.column += displayWidth(grapheme);
  }
  return place;
}

/**
 * The caret in its row, and what stands beside it: below, in rows of their own, where it would leave the terminal.
 * `mark` is the caret as it is drawn.
 */
export function caretRows({ indent, mark, note }: CaretRow, { columns }: Pick<Style, "columns">): string[] {
  const caret = indent + mark;
  if (note === undefined || note === "") return [caret];
  const beside = `${caret} ${note}`;
  if (columns === undefined || displayWidth(beside) <= columns) return [beside];
  const front = indent.slice(0, Math.max(0, indent.indexOf("|")) + 2);
  return [caret, ...wrapText(note, columns, { firstIndent: front, indent: front, wholeWords: true })];
}

interface CaretRow {
  readonly indent: string;
  readonly mark: string;
  readonly note?: string | undefined;
}

/** The lines under an error: a frame on top is fitted, and words hang. */
export function fitDetail(detail: string, style: Pick<Style, "columns" | "unicode">): string {
  const [, shown, indent, mark = "", note, rest = ""] =
    /^([^\n]*)\n([ |]*)(\^+)(?: ([^\n]*))?((?:\n[^]*)?)$/.exec(detail) ?? [];
  if (shown === undefined || indent === undefined) return hangLines(detail, style.columns);
  const fitted = fitFrame({ shown, indent }, style);
  const rows = caretRows({ indent: fitted.indent, mark, note }, style);
  return [fitted.shown, ...rows].join("\n") + hangLines(rest, style.columns);
}
