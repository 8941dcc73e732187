// Links and pins that lead to an article nobody can read yet, or any more: readers get the text without a link.
import { pointersOf, stateOfTarget } from "./links.ts";
import type { Rule } from "./rule.ts";

export const UNPUBLISHED_LINKS: Rule = {
  code: "unpublished-link",
  severity: "warning",
  summary: "A link or a pinned related article leads to an article that is not live.",
  begin: (newsroom) => {
    const stateOf = stateOfTarget(newsroom);
    return function* (story) {
      for (const { name, what, place } of pointersOf(story)) {
        const state = stateOf(name);
        if (state === undefined || state === "live") continue;
        const message = `${what} leads to an article that is not live; readers get its text without a link`;
        yield { place, message };
      }
    };
  },
};
