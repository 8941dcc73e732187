// The fast YAML reader: the trees it makes, the texts it leaves to the library, and 6,000 documents of both kinds in
// which it must never differ from the library (in `npm run test:faults` 100,000 times).
import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS, type Limits } from "../../src/article/limits.ts";
import { readSimpleYaml } from "../../src/article/yaml/read-simple-yaml.ts";
import { readYaml } from "../../src/article/yaml/read-yaml.ts";
import { plainValue } from "../../src/article/yaml/yaml-node.ts";
import { compareReaders } from "./simple-differences.ts";
import { damaged, grown, printed, sampleTexts, scattered } from "./simple-texts.ts";
import { runs } from "../support/runs.ts";

const samples = sampleTexts();

/** What the text says as plain values, "the library" where the fast reader gives up; they must agree on the places. */
function read(text: string): unknown {
  const root = readSimpleYaml(text, LIMITS);
  if (root === undefined) return "the library";
  expect(root).toEqual(readYaml(text, LIMITS).root);
  return plainValue(root);
}

describe("a tree with the library's places", () => {
  test("a field with a comment behind it", () => {
    expect(readSimpleYaml("# a\n\nid: x y  # b\n", LIMITS)).toEqual({
      kind: "map",
      isFlow: false,
      start: 5,
      end: 18,
      isAlias: false,
      entries: [
        {
          key: "id",
          keyStart: 5,
          keyEnd: 7,
          value: {
            kind: "text",
            text: "x y",
            value: "x y",
            style: "plain",
            start: 9,
            end: 12,
            commentStart: 14,
            isAlias: false,
          },
        },
      ],
    });
  });

  test.each([
    ["no value", "a:\nb: \nc:  # d\n", { a: null, b: null, c: null }],
    [
      "null, booleans, numbers",
      "a: [~, null, True, false, 0, -1.5, 1e3, 0x1F, 0o17]",
      {
        a: [null, null, true, false, 0, -1.5, 1000, 31, 15],
      },
    ],
    ["infinite and no numbers", "a: [.inf, -.INF, .NaN]", { a: [Infinity, -Infinity, Number.NaN] }],
    [
      "text that looks like others",
      "a: [yes, 1_000, 12:30, 2026-11-23, 007, nULL, 1e, .nAn]",
      {
        a: ["yes", "1_000", "12:30", "2026-11-23", "007", "nULL", "1e", ".nAn"],
      },
    ],
    ["colons and hashes inside text", "a: https://x.example/#y\n", { a: "https://x.example/#y" }],
    ["no-break spaces and line separators belong to text", "a: b\u00A0\u2028  \n", { a: "b\u00A0\u2028" }],
    ["single quotes", "a: 'it''s # \\n'\n", { a: "it's # \\n" }],
    ["double quotes", 'a: "\\"\\\\\\/\\n\\t\\x41\\u00e9\\_"\n', { a: '"\\/\n\tA\u00e9\u00a0' }],
    ["keys in quotes", "'a b': 1\n\"c\": 2\n", { "a b": 1, c: 2 }],
    ["a list below its key, at any indentation", "a:\n- b\n- c\nd:\n    - e\n", { a: ["b", "c"], d: ["e"] }],
    ["maps in a list", "a:\n  - b: 1\n    c:\n      - 2\n  - {d: 3}\n", { a: [{ b: 1, c: [2] }, { d: 3 }] }],
    ["maps in a map", "a:\n  b:\n    c: d\n  e: f\n", { a: { b: { c: "d" }, e: "f" } }],
    ["brackets", 'a: [ b , {c: "d, e", f: []} ]\n', { a: ["b", { c: "d, e", f: [] }] }],
    [
      "comments and blank lines anywhere",
      "# a\n\nb:\n  # c\n  - d\n\n    # e\n# f\ng: h # i\n",
      { b: ["d"], g: "h" },
    ],
  ])("%s", (_, text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe("text in blocks", () => {
  test.each([
    ["|", "a: |\n  b\n\n    c\n\nd: e\n", "b\n\n  c\n"],
    ["|-", "a: |-\n  b\n\n", "b"],
    ["|+", "a: |+\n  b\n\n\nd: e\n", "b\n\n\n"],
    ["|+ without a line break at the end", "a: |+\n  b", "b\n"],
    ["|2", "a: |2\n    b\n  c\n", "  b\nc\n"],
    ["leading empty lines", "a: |\n\n\n  b\n", "\n\nb\n"],
    ["none", "a: |\n", ""],
    ["none, and another field", "a: |\nb: c\n", ""],
    ["an indentation of seven", "a: |\n       b\n        c\n", "b\n c\n"],
    ["lines of blanks", "a: |\n  b\n   \n \n  c\n", "b\n \n\nc\n"],
    ["a tab in the text", "a: |\n  b\tc\n", "b\tc\n"],
    ["what else would be YAML", "a: |\n  - b: [\n  # c\n  ---\n", "- b: [\n# c\n---\n"],
    [">", "a: >\n  b\n  c\n\n  d\n\n\n  e\n", "b c\nd\n\ne\n"],
    [">-", "a: >-\n\n  b\n  c\n", "\nb c"],
  ])("%s", (_, text, value) => {
    expect(read(text)).toMatchObject({ a: value });
  });
});

test.each([
  ["nothing", ""],
  ["a comment", "# a\n"],
  ["a list", "- a\n"],
  ["text", "a\n"],
  ["a second key", "a: 1\nb: 2\na: 3\n"],
  ["a second key in brackets", "a: {b: 1, b: 2}\n"],
  ["a key of over a thousand characters", `${"a".repeat(1_100)}: b\n`],
  ["a quoted key without a blank behind its colon", "'a':b\n"],
  ["an empty key", '"": a\n'],
  ["a tab before a key", "a:\n\tb: c\n"],
  ["a tab behind a value", "a: b\t\n"],
  ["a tab below a block", "a: |\n  b\n\t\n"],
  ["a carriage return", "a: b\r\n"],
  ["a byte order mark", "\uFEFFa: b\n"],
  ["a control character", "a: b\u0007\n"],
  ["one in a body, which a Problem is to name", "body: |\n  a\u0080\n"],
  ["what is no character", "a: b\uFFFF\n"],
  ["an anchor", "a: &b c\n"],
  ["an alias", "a: *b\n"],
  ["a tag", "a: !b c\n"],
  ["a directive", "%YAML 1.2\n---\na: b\n"],
  ["a document's start", "---\na: b\n"],
  ["a document's end", "a: b\n...\n"],
  ["a document's end that looks like a key", "a: b\n... c: d\n"],
  ["text over two lines", "a: b\n  c\n"],
  ["quoted text over two lines", 'a: "b\n  c"\n'],
  ["text below its key", "a:\n  b\n"],
  ["brackets over two lines", "a: [b,\n  c]\n"],
  ["a pair in a list", "a: [b: c]\n"],
  ["a comma at the end", "a: [b,]\n"],
  ["a complex key", "? a\n: b\n"],
  ["brackets as a key", "[a]: b\n"],
  ["a mapping on a key's line", "a: b: c\n"],
  ["a list on a key's line", "a: - b\n"],
  ["a list on a dash's line", "a:\n  - - b\n"],
  ["an empty item", "a:\n  -\n"],
  ["a line between two indentations", "a:\n    b: c\n  d: e\n"],
  ["a map indented from the start", "  a: b\n"],
  ["a comment without a blank", "a: 'b'#c\n"],
  ["an unknown escape", 'a: "\\q"\n'],
  ["an open quote", "a: 'b\n"],
  ["single quotes over 64 kB", `body: '${"a".repeat(66_000)}'\n`],
  ["double quotes over 64 kB", `body: "${"a".repeat(66_000)}"\n`],
  ["a folded block with an indented line", "a: >\n  b\n    c\n"],
  ["a block with a comment in its first line", "a: | # b\n  c\n"],
  ["a block that ends in blanks", "a: |\n  b\n  \n"],
  ["a block indented less than it says", "a: |4\n  b\n"],
])("gives up on %s", (_, text) => {
  expect(readSimpleYaml(text, LIMITS)).toBeUndefined();
});

describe("gives up on what is over a limit", () => {
  const text = "x: {a: [1, 2], b: [[3]]}\nnotes: |\n  cd\nbody: |\n  e\n  f\n";
  test.each<[keyof Limits, number]>([
    ["headerCharacters", text.length - "  e\n  f\n".length],
    ["bodyLines", 3],
    ["keys", 3],
    ["items", 2],
    ["depth", 3],
  ])("%s of %i", (limit, most) => {
    expect(readSimpleYaml(text, { ...LIMITS, [limit]: most })).toBeDefined();
    expect(readSimpleYaml(text, { ...LIMITS, [limit]: most - 1 })).toBeUndefined();
  });

  test("the empty lines that begin a body are lines of it", () => {
    expect(readSimpleYaml("body: |\n\n\n  a\n", { ...LIMITS, bodyLines: 4 })).toBeDefined();
    expect(readSimpleYaml("body: |\n\n\n  a\n", { ...LIMITS, bodyLines: 3 })).toBeUndefined();
  });

  test("tokens, with room to spare", () => {
    expect(readSimpleYaml("a: b\n".padEnd(1_200, "\n"), LIMITS)).toBeDefined();
    expect(readSimpleYaml("a: b\n".padEnd(1_300, "\n"), LIMITS)).toBeUndefined();
  });

  test("a body in quotes", () => {
    expect(readSimpleYaml("body: 'abc'\n", { ...LIMITS, quotedCharacters: 5 })).toBeDefined();
    expect(readSimpleYaml("body: 'abc'\n", { ...LIMITS, quotedCharacters: 4 })).toBeUndefined();
  });

  test("but not on a long body behind an empty block, which the library's scan measures apart too", () => {
    const long = `headline: a\nsummary: |\nbody: |\n  ${"b".repeat(LIMITS.headerCharacters)}\n`;
    expect(readYaml(long, LIMITS).findings).toEqual([]);
    expect(readSimpleYaml(long, LIMITS)).toBeDefined();
  });

  test("a dash and a colon on one line", () => {
    expect(readSimpleYaml("a:\n  - b: c\n", { ...LIMITS, depth: 2 })).toBeDefined();
    expect(readSimpleYaml("a: b\n", { ...LIMITS, depth: 1 })).toBeUndefined();
  });

  test("any nesting, without end", () => {
    const deep = Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
    expect(readSimpleYaml(deep, LIMITS)).toBeUndefined();
    expect(readSimpleYaml(`a: ${"[".repeat(100_000)}`, LIMITS)).toBeUndefined();
  });
});

test.each([...samples])("%s needs no library", (_, text) => {
  expect(compareReaders(text)).toBe("same");
});

describe("differs from the library on no document", () => {
  test.each<[string, number, Arbitrary<string>]>([
    ["what stet prints", 900, printed],
    ["the sample articles, damaged", 1_000, damaged([...samples.values()])],
    ["documents of the simple layout", 2_500, grown],
    ["lines at any indentation", 500, scattered],
  ])("%s", (_, numRuns, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(compareReaders(text)).toBeTypeOf("string");
      }),
      { numRuns: runs(numRuns) },
    );
  });
});
