// A table as Markdown with pipes (GFM 4.10).
import type { Alignment, Inline, Table } from "../../body/blocks.ts";
import type { MarkdownDialect } from "./markdown-dialect.ts";
import { escapeLines } from "./markdown-escape.ts";
import { markdownInlines } from "./markdown-inline.ts";

const RULES: Readonly<Record<Alignment, string>> = { none: "---", left: ":--", center: ":-:", right: "--:" };

/** The head, the rule and a line for every row. */
export function tableMarkdown({ align, head, rows }: Table, dialect: MarkdownDialect): string[] {
  const row = (cells: readonly (readonly Inline[])[]) =>
    line(cells.map((cell) => cellMarkdown(cell, dialect)));
  return [row(head), line(align.map((side) => RULES[side])), ...rows.map(row)];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A table takes one backslash off before each pipe, in code too, before anything else is read. */
function cellMarkdown(cell: readonly Inline[], dialect: MarkdownDialect): string {
  return escapeLines(markdownInlines(cell, dialect)).replaceAll("|", "\\|").replaceAll("\n", " ");
}
