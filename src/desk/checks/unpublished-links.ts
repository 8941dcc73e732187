// Links and pins that lead to an article nobody can read yet, or any more: readers get the text without a link.
import { pointersOf, targetFinder } from "./links.ts";
import type { Rule } from "./rule.ts";

export const UNPUBLISHED_LINKS: Rule = {
  code: "unpublished-link",
  severity: "warning",
  summary: "A link or a pinned related article, or `translation_of`, leads to an article that is not live.",
  begin: (newsroom) => {
    const targetOf = targetFinder(newsroom);
    return function* (story) {
      for (const { name, what, effect, place } of pointersOf(story)) {
        const state = targetOf(name)?.state;
        if (state === undefined || state === "live") continue;
        const message = `${what} leads to an article that is not live; ${effect}`;
        yield { place, message };
      }
    };
  },
};
