// How the picker looks: a line per article, the article under the cursor beside it where the terminal is wide, and
// what the keys do.
import { padToWidth } from "../../base/display-width.ts";
import { cutTo } from "../print/cut-to.ts";
import { wrapText } from "../../base/wrap-text.ts";
import type { SourceAnswer, SourceRow } from "../../desk/find/source-row.ts";
import { stateText } from "../print/state-cell.ts";
import { joiner, type Style } from "../style.ts";
import { visibleRows, type PickState } from "./pick-state.ts";

export interface PickScreen {
  readonly state: PickState;
  readonly answer: SourceAnswer;
  /** What there is before anything is typed. */
  readonly all: SourceAnswer;
  /** Several may be marked. */
  readonly many: boolean;
  /** What Enter does, in a word: `edit`. */
  readonly verb: string;
  readonly style: Style;
  /** Of the terminal. */
  readonly columns: number;
  /** Rows to show at most. */
  readonly size: number;
}

/** From this width on the article under the cursor is shown beside the list. */
const PREVIEW_COLUMNS = 100;

/** The lines under the search line; none is as wide as the terminal, so none wraps. */
export function drawPick(screen: PickScreen): string {
  const { state, answer, columns, size } = screen;
  const { from, rows } = visibleRows(state, answer.rows, size);
  const isWide = columns >= PREVIEW_COLUMNS;
  const width = isWide ? Math.floor(columns / 2) : columns - 1;
  const list = rows.map((row, index) =>
    drawRow(row, screen, { isCurrent: from + index === state.cursor, width }),
  );
  const current = answer.rows[state.cursor];
  const beside = isWide && current !== undefined ? drawPreview(current, screen, columns - width - 4) : [];
  const none = answer.isPartial === true ? "  looking" : "  nothing matches";
  const lines = list.length === 0 ? [none] : joined(list, beside.slice(0, size), width);
  return [...lines, drawKeys(screen)].join("\n");
}

interface RowLook {
  readonly isCurrent: boolean;
  readonly width: number;
}

const STATE_COLUMNS = 11;
const SLUG_COLUMNS = 24;

function drawRow(
  row: SourceRow,
  { state, style, columns }: PickScreen,
  { isCurrent, width }: RowLook,
): string {
  const pointer = isCurrent ? (style.unicode ? "❯" : ">") : " ";
  const mark = state.marked.includes(row.path) ? (style.unicode ? "✓" : "x") : " ";
  const isNarrow = columns < 60 || columns >= PREVIEW_COLUMNS;
  const slug = isNarrow ? "" : `${cell(row.slug, SLUG_COLUMNS, style)}  `;
  const line = cell(
    `${pointer}${mark} ${cell(stateText(row.state, style), STATE_COLUMNS, style)} ${slug}${row.headline}`,
    width,
    style,
  );
  return isCurrent ? style.cyan(line) : line;
}

function cell(text: string, columns: number, style: Style): string {
  return padToWidth(cutTo(text, columns, style), columns);
}

function joined(list: readonly string[], beside: readonly string[], width: number): string[] {
  if (beside.length === 0) return list.map((line) => line.trimEnd());
  const count = Math.max(list.length, beside.length);
  return Array.from({ length: count }, (_, index) =>
    `${list[index] ?? " ".repeat(width)}   ${beside[index] ?? ""}`.trimEnd(),
  );
}

function drawPreview(row: SourceRow, { style }: PickScreen, width: number): string[] {
  const facts = [row.state ?? "invalid", row.section, row.changed].filter((fact) => fact !== "");
  const summary = row.summary === "" ? [] : ["", ...wrapText(row.summary, width)];
  return [
    ...wrapText(row.headline, width).map(style.bold),
    style.cyan(cutTo(row.slug, width, style)),
    style.dim(cutTo(facts.join(joiner(style)), width, style)),
    ...summary,
  ];
}

function drawKeys({ state, answer, all, many, verb, style, columns }: PickScreen): string {
  // Nobody knows how many there are while they are read again.
  const of = all.isPartial === true ? "" : ` of ${grouped(all.total)}`;
  const count = `${grouped(answer.total)}${answer.isPartial === true ? "+" : ""}${of}`;
  const marked = state.marked.length === 0 ? [] : [`${state.marked.length} marked`];
  const keys = [count, ...marked, ...(many ? ["tab mark"] : []), `enter ${verb}`, "esc cancel"];
  return style.dim(cutTo(keys.join(joiner(style)), columns - 1, style));
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
