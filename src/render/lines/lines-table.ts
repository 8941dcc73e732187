// A table as lines of text: columns aligned by display width where they fit, else one record per row.
import { padToWidth } from "../../base/display-width.ts";
import type { Alignment, Inline, Table } from "../../body/blocks.ts";
import { spansOf } from "./lines-inline.ts";
import type { Look } from "./look.ts";
import { type Span, widthOf, wrapSpans } from "./spans.ts";

const GAP = "  ";

/** The table's lines within `width`: a head, a rule and a line for each row, or `head: cell` lines when it is too wide. */
export function tableLines(table: Table, look: Look, width: number): string[] {
  const cells = [table.head, ...table.rows].map((row) => row.map((cell) => spansOf(cell, look)));
  const widths = table.head.map((_, column) => columnWidth(cells, column));
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  return total <= width ? aligned(cells, widths, table.align, look) : records(table, look, width);
}

function columnWidth(cells: Span[][][], column: number): number {
  return cells.reduce((width, row) => Math.max(width, widthOf(row[column] ?? [])), 3);
}

function aligned(
  cells: Span[][][],
  widths: readonly number[],
  align: readonly Alignment[],
  look: Look,
): string[] {
  const lines = cells.map((row, index) => {
    const columns = row.map((cell, column) => {
      const text = alignedCell(cell, widths[column] ?? 0, align[column] ?? "none");
      return index === 0 ? look.strong(text) : text;
    });
    return columns.join(GAP).trimEnd();
  });
  const rule = widths.map((each) => look.tableRule.repeat(each)).join(GAP);
  return [lines[0] ?? "", look.dim(rule), ...lines.slice(1)];
}

function alignedCell(cell: readonly Span[], width: number, align: Alignment): string {
  const plain = cell.map(({ text }) => text).join("");
  const styled = cell.map(({ text, paint }) => (paint === undefined ? text : paint(text))).join("");
  const padded = padToWidth(plain, width, align === "none" ? "left" : align);
  const before = padded.length - padded.trimStart().length - (plain.length - plain.trimStart().length);
  return " ".repeat(before) + styled + " ".repeat(padded.length - plain.length - before);
}

function records({ head, rows }: Table, look: Look, width: number): string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : [""]),
    ...row.flatMap((cell, column) => recordLine(head[column] ?? [], cell, { look, width })),
  ]);
}

function recordLine(
  head: readonly Inline[],
  cell: readonly Inline[],
  { look, width }: { look: Look; width: number },
): string[] {
  const name = spansOf(head, look)
    .map(({ text }) => text)
    .join("");
  const label = name === "" ? [] : [{ text: `${name}: `, paint: look.strong }];
  return wrapSpans([...label, ...spansOf(cell, look)], { width, others: "  ", indent: 2 });
}
