// Links and pins that lead to no article: readers would get the text without a link.
import { pointersOf, targetFinder } from "./links.ts";
import type { Rule } from "./rule.ts";

export const BROKEN_LINKS: Rule = {
  code: "broken-link",
  severity: "warning",
  summary: "A link or a pinned related article, or `translation_of`, leads to no article of the newsroom.",
  begin: (newsroom) => {
    const targetOf = targetFinder(newsroom);
    return function* (story) {
      for (const { name, what, place } of pointersOf(story))
        if (targetOf(name) === undefined) yield { place, message: `${what} leads to no article` };
    };
  },
};
