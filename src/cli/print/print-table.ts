// The table of `stet list` on a terminal: columns that fit the width, states with their word, times as people say them.
import { padToWidth, widestOf } from "../../base/display-width.ts";
import { cutTo } from "./cut-to.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { State } from "../../article/state.ts";
import type { Desk } from "../../desk/desk.ts";
import { lastChange } from "../../desk/find/last-change.ts";
import { rowOf, type ListedFile, type RowField } from "../../desk/find/list-fields.ts";
import { cellText } from "./cell-text.ts";
import { fitRooms, GAP, totalOf } from "./print-columns.ts";
import { paintState, stateOf, stateText } from "./state-cell.ts";
import { joiner, type Style } from "../style.ts";
import { whenCell } from "./when-cell.ts";

export interface TableRequest {
  readonly files: readonly ListedFile[];
  readonly fields: readonly RowField[];
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

interface Column {
  readonly field: RowField;
  readonly title: string;
  readonly cells: readonly string[];
  readonly isNumber: boolean;
}

/** Each column that was asked for by name and that YIELDS does not name. */
const OTHERS = "others";

/** What gives way when the terminal is narrow, in this order: a column down to a width, or the whole column (0). */
const YIELDS: readonly { readonly field: RowField | typeof OTHERS; readonly to: number }[] = [
  { field: "headline", to: 32 },
  { field: "snippet", to: 32 },
  { field: "slug", to: 24 },
  { field: "why", to: 32 },
  { field: OTHERS, to: 24 },
  { field: "section", to: 0 },
  { field: "headline", to: 24 },
  { field: "updated", to: 0 },
  { field: "snippet", to: 10 },
  { field: "why", to: 10 },
  { field: "slug", to: 12 },
  { field: OTHERS, to: 12 },
];
const NAMED: ReadonlySet<string> = new Set(YIELDS.map(({ field }) => field));

/** Below this a row takes two lines, as where too much is asked for: side by side neither slug nor headline would be worth reading. */
const NARROW = 60;

/** The whole table, with row numbers, ready for the terminal; on a narrow one two lines a row. */
export function printTable(desk: Desk, { files, fields, style, width }: TableRequest): string {
  const numbers = numberColumn(files.length);
  const columns = fields.map((field) => columnOf(desk, files, { field, style }));
  const fitting = width < NARROW ? undefined : fit([numbers, ...columns], width);
  if (fitting === undefined) return records(columns, files.length, { style, width });
  const header = style.bold(
    lineOf(fitting.map(({ column, width: room }) => padTo(column.title, room, column.isNumber))),
  );
  const lines = files.map((file, row) =>
    lineOf(
      fitting.map(({ column, width: room }) =>
        paint(cellIn(column, row, { room, style }), { column, style, state: stateOf(file, desk.now) }),
      ),
    ),
  );
  return `${[header, ...lines].join("\n")}\n`;
}

function numberColumn(count: number): Column {
  const cells = Array.from({ length: count }, (_, row) => String(row + 1));
  return { field: "problems", title: "#", cells, isNumber: true };
}

function columnOf(desk: Desk, files: readonly ListedFile[], { field, style }: Shown): Column {
  const cells = files.map((file) => visibleText(cellOf(desk, file, { field, style })));
  const isNumber = field === "words" || field === "problems" || field === "score";
  return { field, title: field.toUpperCase(), cells, isNumber };
}

interface Shown {
  readonly field: RowField;
  readonly style: Style;
}

function cellOf(desk: Desk, file: ListedFile, { field, style }: Shown): string {
  if (field === "state") return stateText(stateOf(file, desk.now), style);
  if (field === "updated")
    return whenCell(file.head === undefined ? undefined : lastChange(file.head)?.epochMs, desk);
  return cellText(rowOf(desk, file, [field])[field]);
}

interface Fitted {
  readonly column: Column;
  readonly width: number;
}

/** The columns that are shown; undefined where they would need more than the terminal has. */
function fit(columns: readonly Column[], width: number): Fitted[] | undefined {
  const yields = YIELDS.flatMap(({ field, to }) =>
    columns.flatMap((column, at) => (yieldsAs(column) === field ? [{ column: at, to }] : [])),
  );
  const rooms = fitRooms(columns.map(ideal), { yields, width });
  if (totalOf(rooms) > width) return undefined;
  return columns
    .map((column, at) => ({ column, width: rooms[at] ?? 0 }))
    .filter((fitted) => fitted.width > 0);
}

/** A number that is cut is another, and a state is a word. */
function yieldsAs({ field, isNumber }: Column): RowField | typeof OTHERS {
  return NAMED.has(field) || isNumber || field === "state" ? field : OTHERS;
}

function ideal({ title, cells }: Column): number {
  return Math.max(title.length, widestOf(cells));
}

function cellIn(
  column: Column,
  row: number,
  { room, style }: { readonly room: number; readonly style: Style },
): string {
  return padTo(cutTo(column.cells[row] ?? "", room, style), room, column.isNumber);
}

function padTo(text: string, room: number, isNumber: boolean): string {
  return isNumber ? text.padStart(room) : padToWidth(text, room);
}

function lineOf(cells: readonly string[]): string {
  return cells.join(GAP).trimEnd();
}

function paint(
  cell: string,
  { column, style, state }: { column: Column; style: Style; state: State | undefined },
): string {
  if (column.field === "slug") return style.cyan(cell);
  return column.field === "state" ? paintState(cell, state, style) : cell;
}

/** Two lines a row: the headline (or the slug, where no headline is asked for), below it the rest, what may be cut last. */
function records(
  columns: readonly Column[],
  count: number,
  { style, width }: { style: Style; width: number },
): string {
  const title = columns.find(({ field }) => field === "headline") ?? columns.find(isSlug) ?? columns[0];
  const below = columns.filter((column) => column !== title);
  const others = [...below.filter((column) => !isSlug(column)), ...below.filter(isSlug)];
  const indent = String(count).length + 1;
  return Array.from({ length: count }, (_, row) => {
    const head = `${String(row + 1).padStart(indent - 1)} ${title?.cells[row] ?? ""}`;
    const rest = others.map((column) => column.cells[row] ?? "").filter((cell) => cell !== "");
    const foot = `${" ".repeat(indent)}${rest.join(joiner(style))}`;
    return `${style.bold(cutTo(head, width, style))}\n${style.dim(cutTo(foot, width, style))}\n`;
  }).join("");
}

function isSlug({ field }: Column): boolean {
  return field === "slug";
}
