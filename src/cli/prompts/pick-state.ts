// The picker as pure data: what was typed, where the cursor stands, what is marked, and what a key makes of it.
import type { SourceAnswer, SourceRow } from "../../desk/find/source-row.ts";

export interface PickState {
  readonly term: string;
  /** Index into the rows of exactly this term. */
  readonly cursor: number;
  /** Paths, in the order they were marked; they survive every change of the term. */
  readonly marked: readonly string[];
}

export const FIRST_STATE: PickState = { term: "", cursor: 0, marked: [] };

/** A key that moves or marks; typing changes the term instead. */
export type PickKey = "up" | "down" | "page-up" | "page-down" | "mark";

/** What `key` makes of the state, given the rows its term finds. */
export function movePick(state: PickState, key: PickKey, { rows }: SourceAnswer): PickState {
  const at = (cursor: number): PickState => ({
    ...state,
    cursor: Math.max(0, Math.min(cursor, rows.length - 1)),
  });
  switch (key) {
    case "up":
      return at(state.cursor - 1);
    case "down":
      return at(state.cursor + 1);
    case "page-up":
      return at(state.cursor - PAGE);
    case "page-down":
      return at(state.cursor + PAGE);
    case "mark":
      return { ...at(state.cursor + 1), marked: toggled(state.marked, rows[state.cursor]?.path) };
  }
}

/** The most rows shown at a time. */
export const PAGE = 10;

function toggled(marked: readonly string[], path: string | undefined): readonly string[] {
  if (path === undefined) return marked;
  return marked.includes(path) ? marked.filter((other) => other !== path) : [...marked, path];
}

/** The state once the term is `term`: another term has other rows, so the cursor goes to the first. */
export function typePick(state: PickState, term: string): PickState {
  return term === state.term ? state : { ...state, term, cursor: 0 };
}

/** What Enter answers: all that is marked, else the row under the cursor; nothing where there is no row. */
export function answerOf({ cursor, marked }: PickState, { rows }: SourceAnswer): readonly string[] {
  if (marked.length > 0) return marked;
  const row = rows[cursor];
  return row === undefined ? [] : [row.path];
}

/** The rows to show, at most `size`, with the cursor among them, and the index of the first. */
export function visibleRows(
  { cursor }: PickState,
  rows: readonly SourceRow[],
  size: number,
): { readonly from: number; readonly rows: readonly SourceRow[] } {
  const from = Math.max(0, Math.min(cursor - Math.floor(size / 2), rows.length - size));
  return { from, rows: rows.slice(from, from + size) };
}
