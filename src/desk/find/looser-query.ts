// What may have been meant by words that found nothing: the same words asked for in a way that finds something.
import { countFiles } from "../../index/select-files.ts";
import { wordsOf } from "../../query/fold-text.ts";
import { isWholeQuery } from "../../query/rebuild-query.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import type { Desk } from "../desk.ts";
import { readQuery } from "./read-query.ts";

/** How the words are asked for: each by itself and not in a row, as beginnings of words, or any of them. */
export interface LooserQuery {
  readonly how: "apart" | "beginnings" | "any";
  /** As a command line has them, before its shell's quotes. */
  readonly words: readonly string[];
  readonly articles: number;
}

/** Enough to find by, of a whole sentence. */
const MOST_WORDS = 4;

/**
 * The first way that finds an article, for the words of a command line that found none; undefined where none does, or
 * where they are a query with connectives of its own. Counts once a word.
 */
export function looserQuery(desk: Desk, typed: readonly string[]): LooserQuery | undefined {
  if (typed.some((word) => CONNECTIVE.test(word))) return undefined;
  const free = typed.filter((word) => isFree(word));
  const others = typed.filter((word) => !isFree(word));
  const words = [...new Set(free.flatMap(wordsOf))];
  if (words.length === 0) return undefined;
  const found = (how: LooserQuery["how"], asked: readonly string[]): LooserQuery | undefined => {
    const articles = count(desk, [...asked, ...others]);
    return articles === 0 ? undefined : { how, words: [...asked, ...others], articles };
  };
  const isInARow = free.some((word) => wordsOf(word).length > 1);
  return (
    (isInARow ? found("apart", words) : undefined) ??
    found("beginnings", words.map(beginning)) ??
    (words.length > 1 ? found("any", anyOf(rarest(desk, words))) : undefined)
  );
}

const CONNECTIVE = /^(?:OR|AND|NOT|\||\(|\))$/;

/** True for a word or phrase that is looked for as it stands. */
function isFree(word: string): boolean {
  return !/^[-!]|^\S*[:=~<>]/.test(word) && !isWholeQuery(word) && !word.startsWith("@");
}

/** Shorter ones begin too much. */
function beginning(word: string): string {
  return word.length < 3 ? word : `${word}*`;
}

/** One argument with spaces and OR is read as a query. */
function anyOf(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [words.join(" OR ")];
}

/** Of the words that articles have those that tell most, in their order. */
function rarest(desk: Desk, words: readonly string[]): readonly string[] {
  const known = words
    .map((word) => ({ word, articles: count(desk, [word]) }))
    .filter(({ articles }) => articles > 0);
  const kept = new Set(known.toSorted((a, b) => a.articles - b.articles).slice(0, MOST_WORDS));
  return known.filter((each) => kept.has(each)).map(({ word }) => word);
}

/** None where only looking at each article could tell. */
function count(desk: Desk, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const { node } = readQuery(desk, words);
  return askIndex(desk, (index) => countFiles(index, node, desk.now)) ?? 0;
}

/**
 * The words with the saved query that one of them holds among others (`"salt @hot"`) by itself, and its name as it is
 * typed; undefined where none does. A word that is a query of its own has read it.
 */
export function withSavedApart(
  typed: readonly string[],
): { readonly name: string; readonly words: readonly string[] } | undefined {
  for (const [at, word] of typed.entries()) {
    const name = isWholeQuery(word) ? undefined : /(?:^|\s)(@[\p{L}\p{N}_-]+)(?=\s|$)/u.exec(word)?.[1];
    if (name === undefined || name === word) continue;
    const rest = word.split(/\s+/).filter((each) => each !== "" && each !== name);
    return { name, words: [...typed.slice(0, at), ...rest, name, ...typed.slice(at + 1)] };
  }
  return undefined;
}
