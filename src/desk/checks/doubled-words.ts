// A small word typed twice, as "the the". Only words that no sentence of their language has twice in a row are looked
// for: "had had" and "that that" are English, "nous nous" is French.
import { readerTexts } from "./reader-texts.ts";
import type { Rule } from "./rule.ts";

const WORDS: Readonly<Record<string, string>> = {
  en: "a an and are at be been but by for from has have his its my of or our the their they this to was we were with your",
  fr: "au aux avec ce ces dans de des du et la le les ou par pour sur un une",
  de: "auf aus bei ein eine einem einen einer für mit nach oder und von vom zu zum zur",
  nl: "aan bij door een het met naar of om op te tot van voor",
  es: "con de del el en la las los o para por su un una y",
  it: "alla con da del della di e gli il in la le lo per un una",
  pt: "ao as com da das de do dos e em na no nos o os para por um uma",
};

export const DOUBLED_WORDS: Rule = {
  code: "doubled-word",
  severity: "warning",
  summary: "A small word stands twice in a row.",
  begin: () => {
    const patterns = new Map(Object.entries(WORDS).map(([language, words]) => [language, patternOf(words)]));
    return function* (story) {
      const language = story.article.language.split("-")[0]?.toLowerCase() ?? "";
      const pattern = patterns.get(language);
      if (pattern === undefined) return;
      for (const { way, text } of readerTexts(story))
        for (const { index, 0: found } of text.matchAll(pattern)) {
          const word = /\p{L}+$/u.exec(found)?.[0] ?? "";
          yield { place: { way, at: index }, message: `"${word}" stands here twice` };
        }
    };
  },
};

/**
 * The second word in the next line too, behind the mark of a block quote perhaps, and never with a capital: The The is
 * a band. Each word is spelled out, because a pattern that ignores case takes five times as long.
 */
function patternOf(words: string): RegExp {
  const twice = words.split(" ").map((word) => {
    const first = word.slice(0, 1);
    return `[${first}${first.toUpperCase()}]${word.slice(1)}(?:[ \\t]+|[ \\t]*\\n[ \\t>]*)${word}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${twice.join("|")})(?![\\p{L}\\p{N}’'-])`, "gu");
}
