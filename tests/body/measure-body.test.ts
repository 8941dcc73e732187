import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../../src/body/count-words.ts";
import { measureBody } from "../../src/body/measure-body.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { pullQuotes } from "../../src/body/pull-quotes.ts";

function parsed(markdown: string): ReturnType<typeof measureBody> {
  const body = parseBody(markdown);
  return { words: countWords(body), quotes: pullQuotes(body) };
}

const PIECES = [
  ..."ab1 \n>*_#-+=.):'\"~^—–―é日กİ½!?%{}/@:;,".split(""),
  "\n\n",
  "\n> ",
  "\n- ",
  "\n## ",
  "**",
  "--",
  "---\n",
  "===\n",
  "1. ",
  "2) ",
  "    ",
  "\t",
  "word ",
  "— X",
  "> — Y\n",
  "[a](b)",
  "[^1]",
  "[^1]: n",
  "<b>",
  "&amp;",
  "|",
  "`c`",
  "```js\n",
  "~~~",
  "\\",
  "http://x.y/z",
  "~~x~~",
];
const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(""));

test("a body measures the same parsed or not", () => {
  fc.assert(
    fc.property(body, (markdown) => {
      expect(measureBody(markdown)).toEqual(parsed(markdown));
    }),
    { numRuns: 4000 },
  );
});

test.each([
  ["Two words", { words: 2, quotes: [] }],
  ["> It cracked.\n>\n> — Zoë", { words: 3, quotes: [{ text: "It cracked.", source: "Zoë" }] }],
  ["1. one\n2. two", { words: 2, quotes: [] }],
  ["[one](http://two.three)", { words: 1, quotes: [] }],
])("%j", (markdown, measure) => expect(measureBody(markdown)).toEqual(measure));
