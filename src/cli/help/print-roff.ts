// A page of help as a manual page in roff's man macros, in the order in which manual pages are written.
import type { Block, Page, Section, Term } from "./page.ts";
import { guarded, roffText, sourceLines } from "./roff.ts";

export interface ManualHead {
  /** `stet-list`. */
  readonly name: string;
  /** 1 for commands, 7 for what surrounds them. */
  readonly section: 1 | 7;
  /** `2026-11-22`. */
  readonly date: string;
  readonly version: string;
}

/** The page as roff source; `mandoc -Tlint` has nothing to say of it. */
export function printRoff({ name, section, date, version }: ManualHead, page: Page): string {
  const lines = [
    `.TH ${name.toUpperCase()} ${section} ${date} "stet ${version}" "stet manual"`,
    ".SH NAME",
    ...sourceLines(`${roffText(name)} \\- ${roffText(page.summary)}`),
    ...inOrder(page.sections).flatMap(sectionLines),
  ];
  return `${lines.join("\n")}\n`;
}

/** Usage stands first, under the name every manual page gives it, and examples follow what they are made of. */
function inOrder(sections: readonly Section[]): Section[] {
  const place = ({ heading }: Section): number =>
    heading === "Usage" ? 0 : heading === "Examples" ? 2 : heading === "See also" ? 3 : 1;
  return sections.toSorted((a, b) => place(a) - place(b));
}

function sectionLines({ heading, blocks }: Section): string[] {
  const title = heading === "Usage" ? "SYNOPSIS" : heading.toUpperCase();
  return [`.SH ${roffText(title)}`, ...blocks.flatMap(blockLines)];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return sourceLines(roffText(block.text));
    case "lines":
      return [".nf", ...block.lines.map((line) => guarded(roffText(line))), ".fi"];
    case "terms":
      return block.terms.flatMap(termLines);
  }
}

function termLines([term, meaning]: Term): string[] {
  return [".TP", guarded(emphasized(term.trim())), ...sourceLines(roffText(meaning))];
}

/** Options are bold and what they take is in italics; another term is bold as a whole. */
function emphasized(term: string): string {
  if (!term.startsWith("-")) return `\\fB${roffText(term)}\\fR`;
  return term.replace(/(--?[\w-]+)|([A-Z][A-Z=]*)|([^-A-Z]+|.)/g, (part, option?: string, value?: string) => {
    if (option !== undefined) return `\\fB${roffText(part)}\\fR`;
    return value === undefined ? roffText(part) : `\\fI${roffText(part)}\\fR`;
  });
}
