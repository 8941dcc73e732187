// The words that tell an article from the others: often in it, seldom elsewhere. What related articles are found by.
import type { Article } from "../article/article.ts";
import { isBefore } from "../base/code-point-order.ts";
import { wordsOf } from "../query/fold-text.ts";
import { articlesWithWord, type Postings } from "./postings.ts";

export interface TellingWord {
  /** Folded; of scripts without blanks two characters. */
  readonly word: string;
  /** How much it says about the article; above 0. */
  readonly weight: number;
  /** It stands in the headline, the summary or a tag. */
  readonly isProminent: boolean;
  /** The articles that have it (file.id), this one too. */
  readonly articles: readonly number[];
}

export type ToldText = Pick<Article, "headline" | "summary" | "tags" | "body">;

/** More say little more and cost time. */
const MOST = 25;
/** A word that this share of a small newsroom has says nothing. */
const COMMON_SHARE = 0.25;

/** The most telling words that other articles have, too, the best first. Cost: 5 ms where none was asked for before, then 0.2 ms. */
export function tellingWords(postings: Postings, text: ToldText): TellingWord[] {
  const { articles } = postings;
  const common = Math.max(3, articles * COMMON_SHARE);
  const prominent = prominentWords(text);
  const words: TellingWord[] = [];
  for (const [word, times] of tallyWords(text, prominent)) {
    // A word that stands once somewhere in the text is there by chance.
    const found = times < 2 ? undefined : articlesWithWord(postings, word);
    if (found === undefined || found.length < 2 || found.length > common) continue;
    const weight = Math.log(articles / found.length) * (1 + Math.log(times));
    words.push({ word, weight, isProminent: prominent.has(word), articles: found });
  }
  return words.sort((a, b) => b.weight - a.weight || (isBefore(a.word, b.word) ? -1 : 1)).slice(0, MOST);
}

/** The words of headline, summary and tags, folded. */
export function prominentWords({ headline, summary, tags }: Omit<ToldText, "body">): Set<string> {
  return new Set([headline, summary ?? "", ...tags].flatMap((text) => [...termsOf(text)]));
}

/** How often each word stands in the body; one that is prominent counts as two more. */
function tallyWords({ body }: ToldText, prominent: ReadonlySet<string>): Map<string, number> {
  const tally = new Map(Array.from(prominent, (word): [string, number] => [word, 2]));
  for (const word of termsOf(withoutAddresses(body))) tally.set(word, (tally.get(word) ?? 0) + 1);
  return tally;
}

/** The text of links stays, where they lead does not. */
function withoutAddresses(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, "] ");
}

const TERM = /\p{L}.*\p{L}/u;

/** Words of two letters or more (a number is none); of scripts without blanks, where each character is a word, two neighbours together. */
function* termsOf(text: string): Generator<string, void, undefined> {
  let before = "";
  for (const word of wordsOf(text)) {
    const isCharacter = UNSPACED.test(word);
    if (!isCharacter && TERM.test(word)) yield word;
    if (isCharacter && before !== "") yield `${before} ${word}`;
    before = isCharacter ? word : "";
  }
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]$/u;
