// The footnotes of one body while its tree is built: definitions taken out of the token stream, numbers given in
// the order of first reference. markdown-it-footnote recognises the syntax; this keeps the account, in linear time.
import type { Token } from "markdown-it";
import type { FootnoteReference } from "./blocks.ts";

/** A note's number, how often it has been referred to so far, and the tokens of its text. */
export interface Note {
  readonly number: number;
  references: number;
  readonly tokens: readonly Token[];
  /** `inline` notes (`^[...]`) hold inline tokens, the others block tokens. */
  readonly inline: boolean;
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
  readonly inlineNotes: readonly { readonly tokens?: readonly Token[] }[];
}

interface Environment {
  readonly footnotes?: { readonly list?: FootnoteBook["inlineNotes"] };
}

/** Splits the parsed tokens into the text proper and a book of the footnotes defined in it. */
export function openFootnoteBook(
  tokens: readonly Token[],
  environment: Environment,
): { book: FootnoteBook; text: readonly Token[] } {
  const text: Token[] = [];
  const definitions: Definition[] = [];
  const byLabel = new Map<string, Token[]>();
  // A definition may hold another one; each gets its own tokens.
  const open: Token[][] = [text];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const label = footnoteLabel(token) ?? "";
      const inside: Token[] = [];
      open.push(inside);
      definitions.push({ label, tokens: inside });
      if (!byLabel.has(label)) byLabel.set(label, inside);
    } else if (token.type === "footnote_reference_close") open.pop();
    else open.at(-1)?.push(token);
  }
  const inlineNotes = environment.footnotes?.list ?? [];
  return { book: { notes: [], byKey: new Map(), definitions, byLabel, inlineNotes }, text };
}

/** What markdown-it-footnote notes at its tokens; a note typed in the text (`^[...]`) has no label. */
interface FootnoteMeta {
  readonly id?: number;
  readonly label?: string;
}

function metaOf(token: Token): FootnoteMeta {
  const meta: FootnoteMeta | null = token.meta;
  return meta ?? {};
}

/** The label between `[^` and `]`, if the token has one. */
export function footnoteLabel(token: Token): string | undefined {
  return metaOf(token).label;
}

/** Counts one reference and numbers its note if it is the first; of several definitions of a label the first counts. */
export function referTo(token: Token, book: FootnoteBook): FootnoteReference {
  const meta = metaOf(token);
  const key = meta.label === undefined ? `^${meta.id}` : `:${meta.label}`;
  const note = book.byKey.get(key) ?? addNote(key, tokensOf(meta, book), book);
  note.references++;
  return { type: "footnote-reference", number: note.number, occurrence: note.references };
}

function tokensOf({ id = -1, label }: FootnoteMeta, book: FootnoteBook): readonly Token[] {
  if (label === undefined) return book.inlineNotes[id]?.tokens ?? [];
  return book.byLabel.get(label) ?? [];
}

function addNote(key: string, tokens: readonly Token[], book: FootnoteBook): Note {
  const note = { number: book.notes.length + 1, references: 0, tokens, inline: key.startsWith("^") };
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
