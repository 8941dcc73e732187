import { describe, expect, test } from "vitest";
import { parseQueryText } from "../../src/query/parse-query.ts";
import { soughtPhrases, withBylines } from "../../src/query/sought-phrases.ts";
import { CONTEXT } from "./context.ts";

const node = (query: string) => parseQueryText(query, CONTEXT).node;

describe("soughtPhrases", () => {
  test.each([
    ["tide gauge", [{ phrase: ["tide"] }, { phrase: ["gauge"] }]],
    ['"tide gauge" -sea', [{ phrase: ["tide", "gauge"] }]],
    ["(Tide OR ebb) tide", [{ phrase: ["tide"] }, { phrase: ["ebb"] }]],
    [
      "headline:tide,ebb author:Jane",
      [
        { phrase: ["tide"], field: "headline" },
        { phrase: ["ebb"], field: "headline" },
        { phrase: ["jane"], field: "author" },
      ],
    ],
    ["tag:rail is:live headline~tid headline=Tide text:tide words:5..", []],
  ])("%s", (query, expected) => {
    const found = soughtPhrases(node(query)).map(({ phrase, ...rest }) => ({
      phrase: phrase.words,
      ...rest,
    }));
    expect(found).toEqual(expected);
  });
});

test("withBylines looks for free words in bylines, under a not as well, and for nothing else there", () => {
  const jane = { words: ["jane"], isPrefix: false };
  const free = {
    kind: "or",
    nodes: [
      { kind: "words", phrase: jane },
      { kind: "text", field: "author", test: { kind: "phrase", phrase: jane } },
    ],
  };
  expect(withBylines(node("-jane"))).toEqual({ kind: "not", node: free });
  expect(withBylines(node("jane (is:live OR jane)"))).toMatchObject({
    nodes: [free, { nodes: [{ kind: "state" }, free] }],
  });
  expect(withBylines(node("headline:jane"))).toEqual(node("headline:jane"));
});
