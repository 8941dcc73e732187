// Straight quotation marks in a text whose others are curly.
import { readerTexts } from "./reader-texts.ts";
import type { Rule } from "./rule.ts";

export const MIXED_QUOTES: Rule = {
  code: "mixed-quotes",
  severity: "warning",
  summary: "Straight quotation marks stand beside curly ones in one body.",
  begin: () =>
    function* (story) {
      const { body } = story.article;
      if (!/[“”]/.test(body) || !body.includes('"')) return;
      for (const { way, text } of readerTexts(story)) {
        if (way[0] !== "body" || !/[“”]/.test(text)) continue;
        // Behind a figure the mark is one of inches or seconds.
        const at = text.search(/(?<!\d)"/);
        if (at !== -1)
          yield {
            place: { way, at },
            message: "a straight quotation mark stands here, and curly ones elsewhere",
          };
      }
    },
};
