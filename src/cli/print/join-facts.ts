// Facts of one line, as below a list: on a narrow terminal they go on in the next row, and no fact is broken.
import { displayWidth } from "../../base/display-width.ts";
import { joiner, type Style } from "../style.ts";

/** The facts with a dot or hyphen between them, in as many rows as the terminal needs; one row elsewhere. */
export function joinFacts(facts: readonly string[], style: Pick<Style, "columns" | "unicode">): string {
  const columns = style.columns ?? Infinity;
  const rows: string[] = [];
  for (const fact of facts) {
    const row = rows.at(-1);
    const longer = row === undefined ? fact : row + joiner(style) + fact;
    if (row === undefined || displayWidth(longer) > columns) rows.push(fact);
    else rows[rows.length - 1] = longer;
  }
  return rows.join("\n");
}
