// The words that tell an article from the others: often in it, seldom elsewhere. What related articles are found by.
import type { Article } from "../article/article.ts";
import { wordsOf } from "../query/fold-text.ts";
import { articlesWithWord, articleCount } from "./postings.ts";
import type { Index } from "./open-index.ts";

export interface TellingWord {
  /** Folded; of scripts without blanks two characters. */
  readonly word: string;
  /** How much it says about the article; above 0. */
  readonly weight: number;
  /** The articles that have it (file.id), this one too. */
  readonly articles: readonly number[];
}

export type ToldText = Pick<Article, "headline" | "summary" | "tags" | "body">;

/** More say little more and cost time. */
const MOST = 25;
/** A word that this share of a small newsroom has says nothing. */
const COMMON_SHARE = 0.25;

/** The most telling words that other articles have, too, the best first. Cost: 10 ms where none was asked for before, then 0.2 ms. */
export function tellingWords(index: Index, text: ToldText): TellingWord[] {
  const articles = articleCount(index);
  const common = Math.max(3, articles * COMMON_SHARE);
  const words: TellingWord[] = [];
  for (const [word, tally] of tallyWords(text)) {
    if (tally < 2) continue;
    const found = articlesWithWord(index, word);
    if (found === undefined || found.length < 2 || found.length > common) continue;
    words.push({ word, weight: Math.log(articles / found.length) * (1 + Math.log(tally)), articles: found });
  }
  return words.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, MOST);
}

const HEADLINE = 3;
const SUMMARY = 2;

/** How often each word stands in the text; in the headline and the tags it counts for more. Numbers are no words. */
function tallyWords({ headline, summary, tags, body }: ToldText): Map<string, number> {
  const tally = new Map<string, number>();
  const add = (text: string, times: number): void => {
    for (const word of termsOf(text)) tally.set(word, (tally.get(word) ?? 0) + times);
  };
  add(headline, HEADLINE);
  add(summary ?? "", SUMMARY);
  for (const tag of tags) add(tag, SUMMARY);
  add(withoutAddresses(body), 1);
  return tally;
}

/** The text of links stays, where they lead does not. */
function withoutAddresses(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, "] ");
}

const TERM = /\p{L}.*\p{L}/u;

/** Words of two letters or more; of scripts without blanks, where each character is a word, two neighbours together. */
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
