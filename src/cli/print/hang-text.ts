// Words behind a sign and a name: on a narrow terminal their further rows begin where the first did.
import { wrapText } from "../../base/wrap-text.ts";

/** Narrower than this, words are left to the terminal. */
const LEAST = 12;

/**
 * `text` for a place that is `indent` columns in, in rows of a terminal that is `columns` wide; undefined is no terminal. What is
 * one word, as a path, stays whole so that it can be copied.
 */
export function hangText(text: string, indent: number, columns: number | undefined): string {
  const room = (columns ?? Infinity) - indent;
  if (room < LEAST || text.length <= room / 2 || !text.includes(" ")) return text;
  return wrapText(text, room).join(`\n${" ".repeat(indent)}`);
}
