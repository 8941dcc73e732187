// A Markdown table as an accessible HTML table: scoped headers, alignment by class, a box that scrolls on a phone.
import type { Alignment, Inline, Table } from "../../body/blocks.ts";
import { escapeHtml } from "../../base/escape-html.ts";
import type { HtmlDialect } from "./html-dialect.ts";
import { htmlInlines } from "./html-inline.ts";

/** The table inside a box that can be scrolled with the keyboard. */
export function htmlTable({ align, head, rows }: Table, dialect: HtmlDialect): string {
  const label = escapeHtml(dialect.tableLabel);
  const headRow = htmlRow(head, { align, dialect, tag: "th" });
  const bodyRows = rows.map((row) => htmlRow(row, { align, dialect, tag: "td" }));
  const body = rows.length === 0 ? [] : ["<tbody>", ...bodyRows, "</tbody>"];
  return [
    `<div class="table" role="region" aria-label="${label}" tabindex="0">`,
    "<table>",
    "<thead>",
    headRow,
    "</thead>",
    ...body,
    "</table>",
    "</div>",
  ].join("\n");
}

interface RowStyle {
  readonly align: readonly Alignment[];
  readonly dialect: HtmlDialect;
  readonly tag: "th" | "td";
}

function htmlRow(cells: readonly (readonly Inline[])[], { align, dialect, tag }: RowStyle): string {
  const scope = tag === "th" ? ' scope="col"' : "";
  const columns = cells.map((cell, column) => {
    const side = align[column] ?? "none";
    const style = side === "none" ? "" : ` class="${side}"`;
    return `<${tag}${scope}${style}>${htmlInlines(cell, dialect)}</${tag}>`;
  });
  return `<tr>${columns.join("")}</tr>`;
}
