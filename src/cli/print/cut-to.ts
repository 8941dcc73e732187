// Text cut to what the terminal has room for, in signs that the terminal has.
import { truncateToWidth } from "../../base/display-width.ts";
import type { Style } from "../style.ts";

type Signs = Pick<Style, "unicode">;

/** What stands for the text that is left out: `…`, or `...` where only ASCII is drawn. */
export function ellipsis({ unicode }: Signs): string {
  return unicode ? "…" : "...";
}

/** `text` in at most `columns` of a terminal, its end left out where it is longer. */
export function cutTo(text: string, columns: number, style: Signs): string {
  return truncateToWidth(text, columns, ellipsis(style));
}
