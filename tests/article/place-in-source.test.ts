// The way back from a value to the file: every style of text, every escape.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/article/limits.ts";
import { readTopLevel } from "../../src/article/read-top-level.ts";
import { nodeOn, placeInSource } from "../../src/article/yaml/place-in-source.ts";
import { printLine, printText } from "../../src/article/yaml/print-scalar.ts";
import type { YamlNode } from "../../src/article/yaml/yaml-node.ts";

function read(text: string): YamlNode {
  return readTopLevel({ text, problems: [] }, LIMITS) ?? expect.unreachable(text);
}

/** The text from where the first `word` of the value at `way` stands. */
function from(text: string, word: string, way: (string | number)[] = ["a"]): string {
  const node = nodeOn(read(text), way);
  const said = node.kind === "text" ? node.text : "";
  return text.slice(placeInSource(text, node, said, said.indexOf(word)));
}

describe("a word in a value", () => {
  test.each([
    ["a: one two\nb: x\n", "two\nb: x\n"],
    ["a: one\n  two\nb: x\n", "two\nb: x\n"],
    ["a: |\n    one\n\n      two\n", "two\n"],
    ["a: |2-  # why\n   one\n   two\n", "two\n"],
    ["a: >\r\n  one\r\n  two\r\n", "two\r\n"],
    ["\uFEFFa: |\n  one\n  two\n", "two\n"],
    ["a: 'it''s two'\n", "two'\n"],
    ['a: "one\\n\\ttwo"\n', 'two"\n'],
    ['a: "\\"\\x41\\u00e9\\U0001F980\\\\ \\_two"\n', 'two"\n'],
    ['a: "one \\\n  two"\n', 'two"\n'],
    ["{a: one two, b: x}\n", "two, b: x}\n"],
  ])("%j", (text, rest) => {
    expect(from(text, "two")).toBe(rest);
  });

  test("an alias is placed where it stands", () => {
    expect(from("x: &y one two\na: *y\n", "two")).toBe("*y\n");
  });

  test("the end, and beyond it", () => {
    expect(placeInSource("a: one\nb: x\n", nodeOn(read("a: one\nb: x\n"), ["a"]), "one", 3)).toBe(6);
  });
});

test("a way through maps and lists, as far as it goes", () => {
  const text = "a: [{b: x}, y]\n";
  expect(from(text, "x", ["a", 0, "b"])).toBe("x}, y]\n");
  expect(from(text, "y", ["a", 1])).toBe("y]\n");
  expect(from(text, "", ["a", 0, "c"])).toBe("{b: x}, y]\n");
  expect(from(text, "", ["nothing"])).toBe(text);
});

test("whatever stet writes, every word of it is found again", () => {
  const word = fc.stringMatching(/^[a-z"'\\é🦀#:]{1,6}$/u);
  const gap = fc.constantFrom(" ", "\n", "\n\n", "\t", "  ");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { maxLength: 6 }), fc.boolean(), (parts, isBlock) => {
      const value = `${parts.flat().join("")}ZZ`;
      const text = `a: ${isBlock ? printText(value) : printLine(value)}\n`;
      expect(from(text, "ZZ").slice(0, 2)).toBe("ZZ");
    }),
  );
});
