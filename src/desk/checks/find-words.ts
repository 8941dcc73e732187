// Finds words and phrases of a newsroom's list in what a writer wrote: whole words, in the case they are listed in.
import { ownWords } from "../../body/own-words.ts";
import { readerTexts } from "./reader-texts.ts";
import type { Place } from "../place-in-file.ts";
import type { Story } from "./rule.ts";

/** A listed word as it stands in a text; `listed` is the entry of the list. */
export interface FoundWord {
  readonly place: Place & { readonly at: number };
  readonly found: string;
  /** As it would stand on one line. */
  readonly said: string;
  readonly listed: string;
  /** The text it stands in, quotations, code and addresses blanked. */
  readonly text: string;
}

/** Finds the words in a story; every run makes the search ready once. */
export function wordFinder(words: Iterable<string>): (story: Story) => Iterable<FoundWord> {
  const listed = [...words].toSorted((a, b) => b.length - a.length);
  if (listed.length === 0) return () => [];
  const byKey = new Map(listed.map((word) => [keyOf(word), word]));
  const pattern = new RegExp(`${BEFORE}(?:${listed.map(patternOf).join("|")})${BEHIND}`, "giu");
  return function* (story) {
    for (const { way, text } of readerTexts(story)) {
      // Blanking quotations is dearer than looking once.
      if (text.search(pattern) === -1) continue;
      const own = ownWords(text);
      for (const { index, 0: found } of own.matchAll(pattern)) {
        const said = found.replace(/\s+/g, " ");
        const word = byKey.get(said.toLowerCase());
        if (word !== undefined && isInCase(said, word))
          yield { place: { way, at: index }, found, said, listed: word, text: own };
      }
    }
  };
}

const BEFORE = "(?<![\\p{L}\\p{M}\\p{N}_@#/])";
const BEHIND = "(?![\\p{L}\\p{M}\\p{N}_@/])";

/** A phrase may go on in the next line. */
function patternOf(word: string): string {
  const parts = word.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return parts.join("(?:[ \\t]+|[ \\t]*\\n[ \\t]*)");
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/\s+/g, " ");
}

/** As listed, or in capitals throughout; a word listed without a capital also with one at its beginning. */
function isInCase(said: string, listed: string): boolean {
  if (said === listed || said === listed.toUpperCase()) return true;
  return listed === listed.toLowerCase() && said === capitalized(listed);
}

/** The word with its first letter a capital. */
export function capitalized(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
