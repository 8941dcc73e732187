// Where the words of a text stand in it: the words as queries compare them, their places in the text as it is written.
// For snippets, which show what was found in the author's own spelling.
import { fold, WORD } from "./fold-text.ts";
import type { Phrase } from "./query.ts";

/** A stretch of a text in UTF-16 offsets; `end` is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface PlacedWord extends Place {
  /** Folded. */
  readonly word: string;
}

/**
 * The words of wordsOf(text), in order. A place holds whole characters with their accents: of `ﬁn` the word `fin` is all,
 * and so is `é` where it is written as two. Cost: 0.2 ms for an article of 4 KB.
 */
export function placedWords(text: string): PlacedWord[] {
  const { folded, starts, ends } = foldedWithPlaces(text);
  return Array.from(folded.matchAll(WORD), ({ 0: word, index }) => {
    const next = starts[index + word.length] ?? text.length;
    const end = ends[index + word.length - 1] ?? text.length;
    // What lies between folds to nothing: the accents of the last letter.
    return { word, start: starts[index] ?? 0, end: Math.max(end, next) };
  });
}

interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, the character of the text it comes from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What is folded at once: a run of ASCII, which stays as long as it is, or one character. */
const PIECE = /[\0-\x7F]+|[^\0-\x7F]/gu;

/** Folding looks at one character at a time, so the whole is what its pieces fold to. */
function foldedWithPlaces(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = "";
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const part = fold(piece);
    const isAscii = piece <= "\x7F";
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(isAscii ? index + unit : index);
      ends.push(isAscii ? index + unit + 1 : index + piece.length);
    }
    folded += part;
  }
  return { folded, starts, ends };
}

/** Every place where the phrase stands, in order; places of a phrase of equal words may overlap. */
export function phrasePlaces(words: readonly PlacedWord[], { words: sought, isPrefix }: Phrase): Place[] {
  const last = sought.length - 1;
  if (last < 0) return [];
  return words.flatMap(({ start }, at) => {
    const isHere = sought.every((word, index) => {
      const candidate = words[at + index]?.word;
      return isPrefix && index === last ? candidate?.startsWith(word) === true : candidate === word;
    });
    return isHere ? [{ start, end: words[at + last]?.end ?? start }] : [];
  });
}
