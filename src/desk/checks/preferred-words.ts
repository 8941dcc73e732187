// Words the newsroom writes another way, by its own list in stet.yaml.
import { capitalized, wordFinder, type FoundWord } from "./find-words.ts";
import type { Rule } from "./rule.ts";

export const PREFERRED_WORDS: Rule = {
  code: "preferred-word",
  severity: "warning",
  summary: "A word is not written as stet.yaml's style has it.",
  begin: ({ desk: { settings } }) => {
    const { words } = settings.style;
    const find = wordFinder(words.keys());
    return function* (story) {
      for (const word of find(story)) {
        const written = inCaseOf(word.said, word.listed, words.get(word.listed) ?? word.listed);
        if (isWrittenAlready(word, written)) continue;
        yield {
          place: word.place,
          message: `"${word.said}" is written "${written}" here`,
          mend: { kind: "replace", length: word.found.length, by: written },
        };
      }
    };
  },
};

/** The newsroom's word with the capitals of the one it replaces. */
function inCaseOf(said: string, listed: string, written: string): string {
  if (said === listed) return written;
  const isLoud = said === said.toUpperCase() && Array.from(said).length > 1;
  return isLoud ? written.toUpperCase() : capitalized(written);
}

/** `Corp` stands inside `Corp.` and `UN` inside `the UN`: what reads as it should is left alone. */
function isWrittenAlready({ place, said, text }: FoundWord, written: string): boolean {
  if (said === written) return true;
  const within = written.toLowerCase().indexOf(said.toLowerCase());
  if (within === -1) return false;
  const start = place.at - within;
  return text.slice(Math.max(0, start), start + written.length).toLowerCase() === written.toLowerCase();
}
