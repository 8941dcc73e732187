// Code and addresses blanked, everything else and every place kept.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownWords } from "../../src/body/own-words.ts";
import { proseOf } from "../../src/body/prose-of.ts";
import { threadTime } from "../support/thread-time.ts";

/** What is left of a text, runs of blanks as one. */
function left(text: string): string {
  return text.replace(/ +/g, " ").trim();
}

describe("prose", () => {
  test.each([
    ["a `b` c", "a c"],
    ["a ``b ` b`` c", "a c"],
    ["a ` b\n\nc ` d", "a ` b\n\nc ` d"],
    ["a `b", "a `b"],
    ["```\nb\n```\nc", "c"],
    ["> ~~~\n> b\n> ~~~\n\nc", "c"],
    ["a\n\n    b\n\nc", "a\n\n \n\nc"],
    ["[a](b) c", "[a] c"],
    ['[a](<b b> "t") c', "[a] c"],
    ["[a](b(b)b 't') c", "[a] c"],
    ["[a][b] c\n\n[b]: d", "[a] c"],
    ["[^b]: d", "[^b]: d"],
    ["![a](b.png) c", "![a] c"],
    ["a <https://b.example> c", "a c"],
    ["a https://b.example/b c", "a c"],
    ["a www.b.example c", "a c"],
    ["a b@b.example c", "a c"],
    ["a (b) c", "a (b) c"],
  ])("%j", (markdown, prose) => {
    expect(left(proseOf(markdown))).toBe(prose);
  });

  test("places are kept, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      " ",
      "\n",
      "`",
      "``",
      "[",
      "](",
      ")",
      "<",
      "http://",
      "@",
      '"',
      "\n\n    ",
      "\n```\n",
      "]:",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
        (markdown) => {
          const prose = proseOf(markdown);
          expect(prose.length).toBe(markdown.length);
          const wrong = Array.from(prose, (_, at) => at).filter(
            (at) => prose[at] !== " " && prose[at] !== markdown[at],
          );
          expect(wrong).toEqual([]);
          expect(prose.split("\n").length).toBe(markdown.split("\n").length);
        },
      ),
    );
  });

  test.each(["`", "``` ` ", "](", '](a "', "][", "[a]:", "<a:", "a@", "a@a.", "“", "‘", '"', "> "])(
    "%j a hundred thousand times is quick",
    (piece) => {
      const started = threadTime();
      ownWords(proseOf(piece.repeat(100_000 / piece.length)));
      expect(threadTime() - started).toBeLessThan(2_000);
    },
  );
});

describe("a writer's own words", () => {
  test.each([
    ["a “b” c", "a c"],
    ["a “b\n\nc", "a \n\nc"],
    ["a “b’s” c", "a c"],
    ["a ‘b’s b’ c", "a c"],
    ["it’s ‘b", "it’s ‘b"],
    ['a "b" c "d', 'a c "d'],
    ["a «b» c „d“ e 「f」", "a c e"],
    ["> b\n\nc", "c"],
  ])("%j", (prose, own) => {
    expect(left(ownWords(prose))).toBe(own);
  });

  test.each(["“", "«", "「", "‘", '"'])("%s may have no end in a body of any length", (mark) => {
    expect(() => ownWords(mark + "a".repeat(9_000_000))).not.toThrow();
  });
});
