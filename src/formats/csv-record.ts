// One record of CSV (RFC 4180), with the cells made harmless for the programs that will open it.
import { dropIllegalCharacters } from "../base/escape-html.ts";

/** What a spreadsheet may run instead of show, also after blanks, and in the full-width forms some locales accept. */
const FORMULA = /^(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * The cells separated by commas and ended by CR LF. A cell that a spreadsheet could take for a formula gets an
 * apostrophe before it, and control characters are left out; with `raw` every cell is exactly what was given.
 */
export function csvRecord(cells: readonly string[], { raw = false }: { readonly raw?: boolean }): string {
  const safe = raw ? cells : cells.map(safeCell);
  return `${safe.map(quoteCell).join(",")}\r\n`;
}

function safeCell(cell: string): string {
  const text = dropIllegalCharacters(cell);
  return FORMULA.test(cell) || FORMULA.test(text) ? `'${text}` : text;
}

function quoteCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
