// Words and phrases the newsroom does not print, by its own list in stet.yaml.
import { wordFinder } from "./find-words.ts";
import type { Rule } from "./rule.ts";

export const BANNED_WORDS: Rule = {
  code: "banned-word",
  severity: "warning",
  summary: "A word stands on the list of those stet.yaml's style does not print.",
  begin: ({ desk: { settings } }) => {
    const find = wordFinder(settings.style.banned);
    return function* (story) {
      for (const { place, said } of find(story))
        yield { place, message: `"${said}" is on the newsroom's list of words it does not print` };
    };
  },
};
