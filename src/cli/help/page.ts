// A page of help as data: what -h prints, docs/commands/ holds and man(1) shows are three printings of it.

/** A word or a form, and what it means. */
export type Term = readonly [term: string, meaning: string];

/**
 * `text` is a paragraph, `terms` a list of words explained, `lines` stand as they are: commands, mostly. What is there
 * to be copied is not broken, however narrow the terminal.
 */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | { readonly kind: "lines"; readonly lines: readonly string[]; readonly isToCopy?: boolean };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  /** What follows `stet help`; empty for the program itself. */
  readonly name: string;
  /** One line, no full stop. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** A section of one paragraph. */
export function textSection(heading: string, text: string): Section {
  return { heading, blocks: [{ kind: "text", text }] };
}

/** A section of words explained. */
export function termSection(heading: string, terms: readonly Term[]): Section {
  return { heading, blocks: [{ kind: "terms", terms }] };
}

/** A section of lines that stand as they are. */
export function lineSection(heading: string, lines: readonly string[]): Section {
  return { heading, blocks: [{ kind: "lines", lines }] };
}

/** The section of lines to copy. */
export function exampleSection(lines: readonly string[]): Section {
  return { heading: "Examples", blocks: [{ kind: "lines", lines, isToCopy: true }] };
}
