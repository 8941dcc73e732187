// Text as queries compare it: without case and accents, cut into words. The index folds the same way.

/** Lower case, accents and other combining marks gone. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])|[\p{L}\p{N}]+/gu;

/** The folded words of a text. In scripts that set no spaces each character is a word, and a word of them a phrase. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}
