// How long a story is, in words, in any script: for `stet show`, lists and the reading time.
import type { Body } from "./blocks.ts";
import { plainText } from "./plain-text.ts";

const HAN_OR_KANA = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/gu;
const UNSPACED_LETTER = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/g;
const WORD = /[\p{L}\p{N}][^\s—–]*/gu;

// Thai, Lao, Burmese and Khmer are written without spaces; their words average about five characters.
const UNSPACED_WORD_LENGTH = 5;

/**
 * Words of the whole body, footnotes and captions included: runs without a space or dash that hold a letter or digit;
 * every Han or kana character counts as one, five characters of Thai, Lao, Burmese or Khmer as one. Linear, no Intl.
 */
export function countWords(body: Body): number {
  return countWordsOf(plainText(body));
}

/** The same for plain text. */
export function countWordsOf(text: string): number {
  const han = count(text, HAN_OR_KANA);
  const unspaced = count(text, UNSPACED_LETTER);
  const spaced = han + unspaced === 0 ? text : text.replace(HAN_OR_KANA, " ").replace(UNSPACED_LETTER, " ");
  return han + Math.ceil(unspaced / UNSPACED_WORD_LENGTH) + count(spaced, WORD);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
