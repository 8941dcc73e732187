// The words of a command line -> one query text. The shell has eaten the quotes; where a word holds a space, what it
// was is told from its shape (cli.md 1.3 "argv rules").
import { fieldNamed } from "./query-field.ts";
import { quoted } from "./quote-value.ts";

const FIELD = /^([!-]?)((?:x\.)?[A-Za-z][\w.-]*)(:|=|!=|~|<=|>=|<|>)(.*)$/s;
const GRAMMAR = /["()]|(?:^|\s)(?:OR|AND|NOT|\|)(?:\s|$)/;

/**
 * A word without spaces stays; `author:Jane Doe` becomes `author:"Jane Doe"`; another with spaces a phrase; one that
 * holds fields, OR, quotes or parentheses of its own a group. Empty words are dropped.
 */
export function rebuildQuery(words: readonly string[]): string {
  return words
    .filter((word) => word.trim() !== "")
    .map(rebuildWord)
    .join(" ");
}

function rebuildWord(word: string): string {
  if (!/\s/.test(word)) return word;
  const match = FIELD.exec(word);
  const [, sign = "", name = "", operator = "", rest = ""] = match ?? [];
  const isField = match !== null && fieldNamed(name) !== undefined;
  if (isGrammar(isField ? rest : word)) return `( ${word} )`;
  return isField ? `${sign}${name}${operator}${quoted(rest)}` : quoted(word);
}

/** True for an argument that is read as a query of its own, as `a OR b` is. */
export function isWholeQuery(word: string): boolean {
  return rebuildWord(word) === `( ${word} )`;
}

function isGrammar(text: string): boolean {
  return (
    GRAMMAR.test(text) ||
    [...text.matchAll(/(?:^|\s)[!-]?([A-Za-z][\w.]*)[:=~<>]/g)].some(
      (match) => fieldNamed(match[1] ?? "") !== undefined,
    )
  );
}
