// The footnotes of one body while its tree is built: definitions taken out of the token stream, numbers given in
// the order of first reference. markdown-it-footnote recognises the syntax; this keeps the account, in linear time.
import type { Token } from "markdown-it";
import type { FootnoteReference } from "./blocks.ts";

/** A note's number, how often it has been referred to so far, and the tokens of its text. */
export interface Note {
  readonly number: number;
  references: number;
  readonly tokens: readonly Token[];
}

interface Definition {
  readonly label: string;
  readonly tokens: readonly Token[];
}

/** Mutable while the tree is built: `notes` grows with each first reference. */
export interface FootnoteBook {
  readonly notes: Note[];
  readonly byKey: Map<string, Note>;
  /** In the order of the text; `byLabel` knows the first of each label. */
  readonly definitions: readonly Definition[];
  readonly byLabel: ReadonlyMap<string, readonly Token[]>;
}

/** Splits the parsed tokens into the text proper and a book of the footnotes defined in it. */
export function openFootnoteBook(tokens: readonly Token[]): { book: FootnoteBook; text: readonly Token[] } {
  const text: Token[] = [];
  const definitions: Definition[] = [];
  const byLabel = new Map<string, Token[]>();
  // A definition may hold another one; each gets its own tokens.
  const open: Token[][] = [text];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const label = footnoteLabel(token);
      const inside: Token[] = [];
      open.push(inside);
      definitions.push({ label, tokens: inside });
      if (!byLabel.has(label)) byLabel.set(label, inside);
    } else if (token.type === "footnote_reference_close") open.pop();
    else open.at(-1)?.push(token);
  }
  return { book: { notes: [], byKey: new Map(), definitions, byLabel }, text };
}

/** The label between `[^` and `]`, as markdown-it-footnote notes it at its tokens. */
export function footnoteLabel(token: Token): string {
  const meta: { readonly label?: string } | null = token.meta;
  return meta?.label ?? "";
}

/** Counts one reference and numbers its note if it is the first; of several definitions of a label the first counts. */
export function referTo(token: Token, book: FootnoteBook): FootnoteReference {
  const label = footnoteLabel(token);
  const key = `:${label}`;
  const note = book.byKey.get(key) ?? addNote(key, book.byLabel.get(label) ?? [], book);
  note.references++;
  return { type: "footnote-reference", number: note.number, occurrence: note.references };
}

function addNote(key: string, tokens: readonly Token[], book: FootnoteBook): Note {
  const note = { number: book.notes.length + 1, references: 0, tokens };
  book.notes.push(note);
  book.byKey.set(key, note);
  return note;
}

/** Numbers a definition that nothing refers to, after all others, so that no typed text is lost; false if it has a number. */
export function addUncited({ label, tokens }: Definition, book: FootnoteBook): boolean {
  const key = `:${label}`;
  if (book.byLabel.get(label) !== tokens) addNote(`again ${book.notes.length}`, tokens, book);
  else if (!book.byKey.has(key)) addNote(key, tokens, book);
  else return false;
  return true;
}
