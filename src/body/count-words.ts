// How long a story is, in words, in any script: for `stet show`, lists and the reading time.
import type { Body } from "./blocks.ts";
import { plainText } from "./plain-text.ts";

const BREAKS_WORDS = /[\s—–]/;
const HAN_OR_KANA = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
const UNSPACED_LETTER = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

// Thai, Lao, Burmese and Khmer are written without spaces; their words average about five characters.
const UNSPACED_WORD_LENGTH = 5;

/**
 * Words of the whole body, footnotes and captions included: runs without a space or dash that hold a letter or digit;
 * every Han or kana character counts as one, five characters of Thai, Lao, Burmese or Khmer as one. Linear, no Intl.
 */
export function countWords(body: Body): number {
  return countWordsOf(plainText(body));
}

/** The same for plain text, in one pass: 2 us for a thousand characters of ASCII. */
export function countWordsOf(text: string): number {
  let words = 0;
  let unspaced = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const character = kindAt(text, at);
    if (character === "han") words++;
    if (character === "unspaced") unspaced++;
    if (character === "letter" && !isInWord) words++;
    isInWord = character === "letter" || (isInWord && character === "other");
  }
  return words + Math.ceil(unspaced / UNSPACED_WORD_LENGTH);
}

const KINDS = ["unknown", "letter", "han", "unspaced", "break", "other"] as const;
type CharacterKind = Exclude<(typeof KINDS)[number], "unknown">;

/** What was found out about UTF-16 units that are characters of their own, by place in KINDS: no time is spent on making it. */
const known = new Uint8Array(0x1_00_00);

/** Of the character that begins at `at`; the second half of a pair is "other", which changes nothing. */
function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd8_00 && unit < 0xdc_00) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const kind = KINDS[known[unit] ?? 0] ?? "unknown";
  return kind === "unknown" ? learnKind(unit) : kind;
}

function learnKind(unit: number): CharacterKind {
  const kind = kindOf(String.fromCharCode(unit));
  known[unit] = KINDS.indexOf(kind);
  return kind;
}

function kindOf(character: string): CharacterKind {
  if (BREAKS_WORDS.test(character)) return "break";
  if (HAN_OR_KANA.test(character)) return "han";
  if (UNSPACED_LETTER.test(character)) return "unspaced";
  return LETTER_OR_DIGIT.test(character) ? "letter" : "other";
}
