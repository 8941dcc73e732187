// Text as queries compare it: without case and accents, cut into words. The index folds the same way.

const BEYOND_ASCII = /[^\0-\x7F]+/g;

/** Lower case, accents and other combining marks gone, compatibility forms (`ﬁ`, `½`, full width) as what they stand for. */
export function fold(text: string): string {
  return text.replace(BEYOND_ASCII, foldRun).toLowerCase();
}

/** Most text is ASCII: only the rest pays for Unicode. Both sigmas are one letter. */
function foldRun(run: string): string {
  return run.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
}

/** One word of folded text. */
export const WORD: RegExp =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])|[\p{L}\p{N}]+/gu;

/** The folded words of a text. In scripts that set no spaces each character is a word, and a word of them a phrase. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * The text with blanks set so that a tokenizer that knows only ASCII, and takes all else for letters, cuts it into
 * exactly wordsOf(text): what the full-text index is given, at a tenth of the cost of cutting it here.
 */
export function spacedWords(text: string): string {
  return fold(text).replace(BEYOND_ASCII, spacedRun);
}

function spacedRun(run: string): string {
  let spaced = "";
  for (const character of run) {
    if (UNSPACED.test(character)) spaced += ` ${character} `;
    else spaced += LETTER.test(character) ? character : " ";
  }
  return spaced;
}

const LETTER = /[\p{L}\p{N}]/u;
