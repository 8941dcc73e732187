// What changed inside a passage of prose, word by word, for a person to read.
import { diffSequences } from "./diff-sequences.ts";

/** A stretch of text with one fate. */
export interface Piece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

// Scripts without blanks between words go character by character.
const WORDS =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|[\p{L}\p{N}\p{M}_]+(?:['’-][\p{L}\p{N}\p{M}_]+)*|[^\s]/gu;

/** Words, blanks and signs: together the text again. */
function wordsIn(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/** The pieces in order. A blank alone between two changes goes with them, as nobody reads word salad. */
export function diffWords(before: string, after: string): Piece[] {
  const runs = diffSequences(wordsIn(before), wordsIn(after)).map(({ kind, items }) => ({
    kind,
    text: items.join(""),
  }));
  const pieces: Piece[] = [];
  let removed = "";
  let added = "";
  const flush = (): void => {
    if (removed !== "") pieces.push({ kind: "removed", text: removed });
    if (added !== "") pieces.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [at, { kind, text }] of runs.entries()) {
    const isGap = kind === "same" && /^\s+$/.test(text) && at > 0 && at < runs.length - 1;
    if (kind === "same" && !isGap) {
      flush();
      pieces.push({ kind, text });
      continue;
    }
    if (kind !== "added") removed += text;
    if (kind !== "removed") added += text;
  }
  flush();
  return pieces;
}

/** How much two passages have in common, from 0 to 1, by their words in any order. */
export function likeness(before: string, after: string): number {
  const [old, now] = [before, after].map((text) => wordsIn(text).filter((word) => /\S/.test(word)));
  if (old === undefined || now === undefined || old.length + now.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of now) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (old.length + now.length);
}
