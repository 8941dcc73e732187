// A page of help as text for a terminal: 80 columns, or fewer where there are fewer.
import { wrapText } from "../../base/wrap-text.ts";
import type { Block, Page, Term } from "./page.ts";

export const HELP_COLUMNS = 80;
/** On fewer columns a meaning stands under its term. */
const BESIDE = 60;
const INDENT = "  ";
/** Where meanings begin at the furthest; a longer term has a line of its own. */
const FURTHEST = 25;

/**
 * The page as lines, each with its line break. At 80 columns lines that stand as they are may be too long: the tests
 * forbid it. On fewer they are broken like the others, but for those that are there to be copied.
 */
export function printPage({ summary, sections }: Page, columns: number = HELP_COLUMNS): string {
  const all = sections.flatMap(({ blocks }) => blocks);
  const layout = { columns, column: columns < BESIDE ? NARROW : meaningColumn(all) };
  const lines = sections.flatMap(({ heading, blocks }) => [
    "",
    ...wrapText(heading, columns),
    ...blocks.flatMap((block) => blockLines(block, layout)),
  ]);
  return `${[...wrapText(summary, columns), ...lines].join("\n")}\n`;
}

/** Where meanings begin where they stand under their terms. */
const NARROW = INDENT.length * 4;

interface Layout {
  readonly columns: number;
  /** Where meanings begin. */
  readonly column: number;
}

function blockLines(block: Block, layout: Layout): readonly string[] {
  const { columns } = layout;
  switch (block.kind) {
    case "text":
      return wrapText(block.text, columns, { firstIndent: INDENT, indent: INDENT });
    case "lines":
      return block.lines.flatMap((line) =>
        standingLines(line, block.isToCopy === true ? HELP_COLUMNS : columns),
      );
    case "terms":
      return block.terms.flatMap((term) => termLines(term, layout));
  }
}

function standingLines(line: string, columns: number): readonly string[] {
  if (columns >= HELP_COLUMNS) return [(INDENT + line).trimEnd()];
  return wrapText(line, columns, { firstIndent: INDENT, indent: INDENT + INDENT });
}

/** Behind the longest term, so that the meanings of a page stand under each other. */
function meaningColumn(blocks: readonly Block[]): number {
  const lengths = blocks.flatMap((block) => (block.kind === "terms" ? block.terms : [])).map(indented);
  const fitting = lengths.map((term) => term.length + 2).filter((length) => length <= FURTHEST);
  return Math.max(INDENT.length * 4, ...fitting);
}

function termLines(term: Term, { columns, column }: Layout): string[] {
  const shown = indented(term);
  const indent = " ".repeat(column);
  const lines = wrapText(term[1], columns, { firstIndent: indent, indent });
  if (shown.length + 2 > column) return [...standingTerm(shown, columns), ...lines];
  const [first = "", ...rest] = lines;
  return [shown + first.slice(shown.length), ...rest];
}

function standingTerm(shown: string, columns: number): readonly string[] {
  return columns >= HELP_COLUMNS ? [shown] : standingLines(shown.trim(), columns);
}

/** Long options stand under each other whether there is a short one or not. */
function indented([term]: Term): string {
  return INDENT + (term.startsWith("--") ? "    " : "") + term;
}
