// Chooses the delimiters of emphasis so that Markdown reads them back as meant (CommonMark 0.31.2, 6.2): `*` or `_` by
// what they touch, and neighbouring characters written as references where a delimiter could not open or close.
import type { Pair, Piece } from "./markdown-pieces.ts";

/** Sets the `character` of every pair, and `first`/`last` of texts whose edge must be a reference. */
export function chooseDelimiters(pieces: readonly Piece[]): void {
  const ends = endsOf(pieces);
  pieces.forEach((piece, at) => {
    if (piece.kind === "delimiter" && piece.opens) {
      piece.pair.character = characterFor(piece.pair, pieces, { start: at, end: ends.get(piece.pair) ?? at });
    }
  });
  pieces.forEach((piece, at) => {
    if (piece.kind === "delimiter" && piece.pair.character !== "") makeFlanking(piece, pieces, at);
  });
}

function endsOf(pieces: readonly Piece[]): ReadonlyMap<Pair, number> {
  return new Map(
    pieces.flatMap((piece, at) => (piece.kind === "delimiter" && !piece.opens ? [[piece.pair, at]] : [])),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first character that touches no other of its kind, at best on either side, and cannot be misread. */
function characterFor(pair: Pair, pieces: readonly Piece[], { start, end }: Span): Pair["character"] {
  if (pair.type === "strike") return "~";
  const before = touching(pieces[start - 1]);
  const after = touching(pieces[end + 1]);
  const free = (["*", "_"] as const).filter(
    (each) => each !== before && !couldClose(each, pair, pieces, start),
  );
  // With neither, the words stay and the emphasis within emphasis goes.
  return free.find((each) => each !== after) ?? free[0] ?? "";
}

function touching(piece: Piece | undefined): string {
  return piece?.kind === "delimiter" ? piece.pair.character : "";
}

/** Between two punctuation characters a delimiter both opens and closes: it would end an enclosing pair of its kind. */
function couldClose(character: string, pair: Pair, pieces: readonly Piece[], at: number): boolean {
  // Rule 9: `*` and `**` add up to three, so that one of them cannot close the other here.
  const enclosed = ancestors(pair).some((outer) => outer.character === character && outer.type === pair.type);
  return enclosed && isPunctuation(lastOf(pieces[at - 1])) && isPunctuation(firstOf(pieces[at + 1]));
}

function ancestors({ parent }: Pair): Pair[] {
  return parent === undefined ? [] : [parent, ...ancestors(parent)];
}

/** Inside: no blank, and no punctuation unless there is blank or punctuation outside. `_`, and nested ones, want that always. */
function makeFlanking(
  piece: Extract<Piece, { kind: "delimiter" }>,
  pieces: readonly Piece[],
  at: number,
): void {
  const { opens, pair } = piece;
  const inside = pieces[opens ? at + 1 : at - 1];
  const outside = pieces[opens ? at - 1 : at + 1];
  const innermost = opens ? firstOf(inside) : lastOf(inside);
  const outermost = opens ? lastOf(outside) : firstOf(outside);
  const blankInside = isBlank(innermost);
  if (blankInside) referTo(inside, opens ? "first" : "last");
  const strict = pair.character === "_" || pair.parent !== undefined;
  const wantsPunctuation = strict || blankInside || isPunctuation(innermost);
  if (wantsPunctuation && !isBlank(outermost) && !isPunctuation(outermost))
    referTo(outside, opens ? "last" : "first");
}

function referTo(piece: Piece | undefined, edge: "first" | "last"): void {
  if (piece?.kind === "text") piece[edge] = true;
}

function firstOf(piece: Piece | undefined): string {
  if (piece?.kind === "text")
    return piece.first ? "&" : String.fromCodePoint(piece.text.codePointAt(0) ?? 0x20);
  if (piece?.kind === "mark") return piece.markdown.charAt(0);
  return piece === undefined ? " " : "*";
}

function lastOf(piece: Piece | undefined): string {
  if (piece?.kind === "text") return piece.last ? ";" : (Array.from(piece.text.slice(-2)).at(-1) ?? " ");
  if (piece?.kind === "mark") return piece.markdown.slice(-1);
  return piece === undefined ? " " : "*";
}

function isBlank(character: string): boolean {
  return /^[\s\p{Zs}]$/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}
