// One row through a template: the text that `--format` prints for one article.
import { visibleText } from "../../base/visible-text.ts";
import { cellText } from "../print/cell-text.ts";
import type { Piece, Printing, Template, TemplateLook, TemplateNode, TemplateRow } from "./template.ts";

/**
 * The row's text with its end. A field without filters is printed as in tab-separated rows: nothing for null, a list
 * joined by `; `, anything that is no text as JSON. Where a terminal shows it the control characters of articles are
 * written out; in a pipe every byte stays, line breaks and tabs too, because the template says how rows are told apart.
 */
export function printTemplate(template: Template, row: TemplateRow, look: TemplateLook): string {
  const read = (field: string): unknown => (look.isTerminal ? harmless(row[field]) : row[field]);
  return printNodes(template.nodes, { look, read }) + template.end;
}

function printNodes(nodes: readonly TemplateNode[], printing: Printing): string {
  return nodes.map((node) => printNode(node, printing)).join("");
}

function printNode(node: TemplateNode, printing: Printing): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "choice":
      return printNodes(holds(printing.read(node.field)) ? node.shown : node.otherwise, printing);
    case "field": {
      const start: Piece = { value: printing.read(node.field), paints: [] };
      return printPiece(
        node.steps.reduce((piece, step) => step(piece, printing), start),
        printing.look,
      );
    }
  }
}

/** `{if}` asks whether there is anything: not null, false, 0, an empty text or an empty list. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function printPiece({ value, paints, href }: Piece, { style }: TemplateLook): string {
  const text = cellText(value);
  if (paints.length === 0 && href === undefined) return text;
  // Padding is neither coloured nor part of a link.
  const core = text.trim();
  const from = text.length - text.trimStart().length;
  const painted = paints.reduce((shown, paint) => style[paint](shown), core);
  const linked = href === undefined || core === "" ? painted : style.link(painted, href);
  return text.slice(0, from) + linked + text.slice(from + core.length);
}

function harmless(value: unknown): unknown {
  if (typeof value === "string") return visibleText(value.replaceAll("\t", " "), { newlines: true });
  if (Array.isArray(value)) return value.map(harmless);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, harmless(inner)]));
}
