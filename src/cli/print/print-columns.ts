// Counts in columns on a terminal (`stet stats`, `stet tags`): headings, numbers to the right, and what gives way where
// the terminal is narrow.
import { padToWidth, widestOf } from "../../base/display-width.ts";
import { cutTo } from "./cut-to.ts";
import type { Style } from "../style.ts";

/** One line: a cell for each column, or none for a blank line. */
export interface CountRow {
  readonly cells: readonly string[];
  readonly isHeading?: boolean;
}

/** A column that is cut down to `to` when the terminal is narrow; 0 takes it away. */
export interface Yield {
  readonly column: number;
  readonly to: number;
}

export interface ColumnLayout {
  readonly align: readonly ("left" | "right")[];
  /** In the order in which they give way. */
  readonly yields: readonly Yield[];
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What stands between two columns. */
export const GAP = "  ";

/** The lines of a table, none wider than the terminal. */
export function columnLines(rows: readonly CountRow[], layout: ColumnLayout): string[] {
  const rooms = fitRooms(idealRooms(rows, layout), layout);
  return rows.map(({ cells, isHeading }) => {
    const shown = cells.flatMap((cell, at) => {
      const room = rooms[at] ?? 0;
      return room === 0 ? [] : [padToWidth(cutTo(cell, room, layout.style), room, layout.align[at])];
    });
    const line = cutTo(shown.join(GAP), layout.width, layout.style).trimEnd();
    return isHeading === true ? layout.style.bold(line) : line;
  });
}

function idealRooms(rows: readonly CountRow[], { align }: ColumnLayout): number[] {
  return align.map((_, at) => widestOf(rows.map(({ cells }) => cells[at] ?? "")));
}

/** How wide each column is, when the ideal widths are too much for the terminal; 0 for one that is not shown. */
export function fitRooms(
  ideal: readonly number[],
  { yields, width }: Pick<ColumnLayout, "yields" | "width">,
): number[] {
  const rooms = [...ideal];
  for (const { column, to } of yields) {
    const over = totalOf(rooms) - width;
    if (over <= 0) break;
    const room = rooms[column] ?? 0;
    rooms[column] = to === 0 ? 0 : Math.min(room, Math.max(to, room - over));
  }
  return rooms;
}

/** What columns of these widths take together, with what stands between them. */
export function totalOf(rooms: readonly number[]): number {
  const shown = rooms.filter((room) => room > 0);
  return shown.reduce((sum, room) => sum + room, 0) + GAP.length * Math.max(0, shown.length - 1);
}
