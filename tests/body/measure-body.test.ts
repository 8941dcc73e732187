import * as fc from "fast-check";
import { expect, test } from "vitest";
import { articleLinks, imagesOf } from "../../src/body/body-links.ts";
import { countWords } from "../../src/body/count-words.ts";
import { measureBody } from "../../src/body/measure-body.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { pullQuotes } from "../../src/body/pull-quotes.ts";
import { threadTime } from "../support/thread-time.ts";
import { randomBody, TRAPS } from "./random-body.ts";

function parsed(markdown: string): ReturnType<typeof measureBody> {
  const body = parseBody(markdown);
  return {
    words: countWords(body),
    quotes: pullQuotes(body),
    articles: articleLinks(body),
    images: imagesOf(body),
  };
}

test("a body measures the same parsed or not", () => {
  fc.assert(
    fc.property(randomBody, (markdown) => {
      expect(measureBody(markdown)).toEqual(parsed(markdown));
    }),
    { numRuns: 1000 },
  );
});

test.each(TRAPS)("%j is what it is for the parser", (markdown) => {
  expect(measureBody(markdown)).toEqual(parsed(markdown));
});

const NOWHERE = { quotes: [], articles: [], images: [] };

test.each([
  ["Two words", { ...NOWHERE, words: 2 }],
  ["> It *cracked*.\n>\n> — Zoë", { ...NOWHERE, words: 3, quotes: [{ text: "It cracked.", source: "Zoë" }] }],
  ["1. one\n2. two", { ...NOWHERE, words: 2 }],
  ["[one](http://two.three) ![four](/five.png)", { ...NOWHERE, words: 2, images: ["/five.png"] }],
  ["[One](article:two) [sic] R&D; AT&T", { ...NOWHERE, words: 4, articles: ["two"] }],
])("%j", (markdown, measure) => expect(measureBody(markdown)).toEqual(measure));

test.each([
  ["quotes in quotes", "> ".repeat(100_000)],
  ["quotes without words", ">\n".repeat(100_000)],
  ["dashes", "-".repeat(200_000)],
  ["blanks within a pull quote", `> a${" ".repeat(200_000)}*b*\n>\n> — C \`d\``],
])("200,000 characters of %s are measured quickly", (_, markdown) => {
  const started = threadTime();
  measureBody(markdown);
  expect(threadTime() - started).toBeLessThan(2_000);
});
