// Characters that nobody sees and every output leaves out: they come with copy from word processors and wires, or as
// an escape of YAML. The file keeps them until somebody looks.
import { illegalCharacterIn } from "../../base/escape-html.ts";
import type { Article } from "../../article/article.ts";
import type { Place } from "../place-in-file.ts";
import type { Rule } from "./rule.ts";

export const INVISIBLE_CHARACTERS: Rule = {
  code: "invisible-character",
  severity: "warning",
  summary: "A control character, or one that turns text around, stands where nobody sees it.",
  begin: () =>
    function* ({ article }) {
      for (const { way, text } of textsOf(article)) {
        const found = illegalCharacterIn(text);
        if (found === undefined) continue;
        const code = found.codePoint.toString(16).toUpperCase().padStart(4, "0");
        yield {
          place: { way, at: found.at },
          message: `an invisible character (U+${code}) stands here; outputs leave it out`,
          hint: "delete it; some editors show nothing there",
        };
      }
    },
};

interface Text {
  readonly way: Place["way"];
  readonly text: string;
}

/** Every text of the file, notes and the newsroom's own fields too. */
function* textsOf(article: Article): Generator<Text> {
  for (const [name, value] of Object.entries(article)) yield* textsIn(value, [keyOf(name)]);
}

function* textsIn(value: unknown, way: Place["way"]): Generator<Text> {
  if (typeof value === "string") yield { way, text: value };
  else if (typeof value === "object" && value !== null)
    // The places of a list are its keys.
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...way, key]);
}

/** `formerSlugs` is `former_slugs` in the file. */
function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
