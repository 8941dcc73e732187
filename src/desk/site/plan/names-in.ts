// The names in one headline: words with a capital letter, wherever they stand.
import { fold } from "../../../query/fold-text.ts";

/** Shorter words at the beginning of a headline are articles and prepositions. */
const SHORTEST = 4;

/** The names in a headline, folded, each once. 2 us. */
export function namesIn(headline: string): readonly string[] {
  const names: string[] = [];
  for (const piece of headline.split(" ")) {
    if (piece.length < SHORTEST) continue;
    const word = bare(piece);
    if (word.length < SHORTEST || !isCapital(word)) continue;
    const name = fold(word);
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Without quotation marks before it, and from an apostrophe or other sign on: `Holm’s` is Holm. */
function bare(piece: string): string {
  if (/^[A-Za-z]+$/.test(piece)) return piece;
  return /[\p{L}\p{N}]+/u.exec(piece)?.[0] ?? "";
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}
