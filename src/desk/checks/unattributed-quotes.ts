// Block quotes that are speech and say nobody's name.
import { parseBody } from "../../body/parse-body.ts";
import { inlineText, plainText } from "../../body/plain-text.ts";
import type { Block } from "../../body/blocks.ts";
import { withoutCode } from "../../body/prose-of.ts";
import type { Rule } from "./rule.ts";

export const UNATTRIBUTED_QUOTES: Rule = {
  code: "unattributed-quote",
  severity: "warning",
  summary: "A block quote that is speech does not say whose.",
  begin: () =>
    function* ({ article: { body } }) {
      if (!/^ {0,3}>/m.test(body)) return;
      for (const { index, 0: source } of withoutCode(body).matchAll(QUOTE)) {
        if (isIntroduced(body.slice(0, index)) || !isSpeechAlone(source)) continue;
        yield {
          place: { way: ["body"], at: index },
          message: "this quotation does not say who said it",
          hint: "end the block with a paragraph such as > -- Jane Doe, mayor",
        };
      }
    },
};

/** Lines that begin with `>`, and those that go on lazily below them. */
const QUOTE = /^ {0,3}>.*(?:\n(?![ \t]*$).*)*/gm;

/** A sentence that ends in a colon has said whose words follow. */
function isIntroduced(before: string): boolean {
  return /[:：]\s*$/.test(before.slice(-200));
}

/** One block quote, no pull quote, all of it in quotation marks: an excerpt of a document has none. */
function isSpeechAlone(source: string): boolean {
  const [block] = parseBody(source).blocks;
  if (block?.type !== "block-quote") return false;
  const said = plainText({ blocks: block.children, footnotes: [] }).trim();
  const isMarked = OPENING.test(said) && CLOSING.test(said);
  return isMarked && !hasNamedLast(block.children);
}

const OPENING = /^(?:["“”„«»「『]|‘(?!\p{L}{1,2}\s))/u;
const CLOSING = /["”“»«」』’][.,;!?…]?$/u;

/** A last paragraph without quotation marks, in brackets or italics perhaps, is the speaker in another dress. */
function hasNamedLast(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  return blocks.length > 1 && last?.type === "paragraph" && !OPENING.test(inlineText(last.children).trim());
}
