// Words that stand for words to come: TK, XXX, lorem ipsum. A draft may hold them; nothing readers get should.
import { readerTexts } from "./reader-texts.ts";
import type { Rule } from "./rule.ts";

/** Capitals alone: `tk` may end a web address, and `xxx` a letter. */
const PLACEHOLDER = /(?<![\p{L}\p{N}_])(?:(?:TK)+|X{3,}|[Ll]orem ipsum|LOREM IPSUM)(?![\p{L}\p{N}_])/gu;

export const PLACEHOLDERS: Rule = {
  code: "placeholder",
  severity: "error",
  summary:
    "TK, XXX or lorem ipsum stands for words to come: an error once the desk is done, a warning before.",
  begin: () =>
    function* (story) {
      const { status } = story.article;
      const severity = status === "ready" || status === "published" ? "error" : "warning";
      for (const { way, text } of readerTexts(story))
        for (const { index, 0: found } of text.matchAll(PLACEHOLDER))
          yield { place: { way, at: index }, severity, message: `"${found}" stands for words to come` };
    },
};
