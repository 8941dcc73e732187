// Translations that are none: into the language of the original, or of the article itself.
import { targetFinder } from "./links.ts";
import type { Rule } from "./rule.ts";

export const SAME_LANGUAGE: Rule = {
  code: "same-language",
  severity: "warning",
  summary: "`translation_of` names an article in the same language.",
  begin: (newsroom) => {
    const targetOf = targetFinder(newsroom);
    return function* ({ path, article: { translationOf, language } }) {
      const target = translationOf === undefined ? undefined : targetOf(translationOf);
      if (target === undefined || target.language.toLowerCase() !== language.toLowerCase()) return;
      const message =
        target.path === path
          ? "translation_of names the article itself"
          : `translation_of names an article in the same language, ${target.language}`;
      yield { place: { way: ["translation_of"] }, message, hint: "language: says what this article is in" };
    };
  },
};
