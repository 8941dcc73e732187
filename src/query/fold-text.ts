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
