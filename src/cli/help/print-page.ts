// A page of help as text for a terminal, at most 80 columns wide.
import { wrapText } from "../../base/wrap-text.ts";
import type { Block, Page, Term } from "./page.ts";

const COLUMNS = 80;
const INDENT = "  ";
/** Where meanings begin at the furthest; a longer term has a line of its own. */
const FURTHEST = 25;

/** The page as lines, each with its line break. Lines that stand as they are may be too long: the tests forbid it. */
export function printPage({ summary, sections }: Page): string {
  const column = meaningColumn(sections.flatMap(({ blocks }) => blocks));
  const lines = sections.flatMap(({ heading, blocks }) => [
    "",
    heading,
    ...blocks.flatMap((block) => blockLines(block, column)),
  ]);
  return `${[summary, ...lines].join("\n")}\n`;
}

function blockLines(block: Block, column: number): readonly string[] {
  switch (block.kind) {
    case "text":
      return wrapText(block.text, COLUMNS, { firstIndent: INDENT, indent: INDENT });
    case "lines":
      return block.lines.map((line) => (INDENT + line).trimEnd());
    case "terms":
      return block.terms.flatMap((term) => termLines(term, column));
  }
}

/** Behind the longest term, so that the meanings of a page stand under each other. */
function meaningColumn(blocks: readonly Block[]): number {
  const lengths = blocks.flatMap((block) => (block.kind === "terms" ? block.terms : [])).map(indented);
  const fitting = lengths.map((term) => term.length + 2).filter((length) => length <= FURTHEST);
  return Math.max(INDENT.length * 4, ...fitting);
}

function termLines(term: Term, column: number): string[] {
  const shown = indented(term);
  const indent = " ".repeat(column);
  const lines = wrapText(term[1], COLUMNS, { firstIndent: indent, indent });
  if (shown.length + 2 > column) return [shown, ...lines];
  const [first = "", ...rest] = lines;
  return [shown + first.slice(shown.length), ...rest];
}

/** Long options stand under each other whether there is a short one or not. */
function indented([term]: Term): string {
  return INDENT + (term.startsWith("--") ? "    " : "") + term;
}
