// What a mistake in the YAML says: the place, the words, and a corrected line that reads as meant (cli.md section 6).
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/base/problem.ts";
import { corrected, readArticle } from "./read-text.ts";

function firstOf(text: string): Problem {
  const [problem] = readArticle(text).problems;
  if (problem === undefined) throw new Error("no problem");
  return problem;
}

/** The code frame: place, message, line, caret and note, corrected line. */
function frame({ line, column = 1, message, source, note, correction }: Problem): string[] {
  const caret = " ".repeat(column - 1) + "^" + (note === undefined ? "" : ` ${note}`);
  return [`${line}: ${message}`, source ?? "", caret, ...(correction === undefined ? [] : [correction])];
}

describe("frames", () => {
  test.each([
    [
      "headline: Brexit: what now?\n",
      [
        "1: the headline needs quotes",
        "headline: Brexit: what now?",
        '                ^ a second ": " is not allowed without quotes',
        'headline: "Brexit: what now?"',
      ],
    ],
    [
      'headline: "Commission fines\nkicker: a\nbody: |\n  x\n',
      [
        "1: this quote is never closed",
        'headline: "Commission fines',
        "          ^",
        'headline: "Commission fines"',
      ],
    ],
    [
      "headline: Fans say #MeToo\n",
      [
        '1: "#MeToo" is read as a comment and lost',
        "headline: Fans say #MeToo",
        "                   ^",
        'headline: "Fans say #MeToo"',
      ],
    ],
    [
      "headline: a\nbody: |\n\tText\n",
      ["3: this line starts with a tab; YAML wants spaces", "\tText", "^", "  Text"],
    ],
    [
      "headline: a\nauthors:\n  - @jane\n",
      [
        "3: this text needs quotes",
        "  - @jane",
        "    ^ text cannot start with @ without quotes",
        '  - "@jane"',
      ],
    ],
    [
      "headline: a\nbody: |\n  One.\nTwo.\n",
      [
        "4: this line belongs to no field",
        "Two.",
        "^ indented by two spaces it goes on the field above",
        "  Two.",
      ],
    ],
    [
      "headline: a\nbody: |\n  One.\n---\nTwo.\n",
      ["4: a second YAML document begins here; everything after it would be lost", "---", "^"],
    ],
    [
      "headline: a\nkicker: b\nheadline: c\n",
      ['3: "headline" stands here a second time', "headline: c", "^"],
    ],
    [
      "headline: a\n<<<<<<< HEAD\nkicker: b\n=======\nkicker: c\n>>>>>>> main\n",
      ["2: an unresolved merge conflict begins here", "<<<<<<< HEAD", "^"],
    ],
    [
      "%YAML 1.1\n---\nheadline: no\n",
      ["1: the directive %YAML is not allowed in an article", "%YAML 1.1", "^"],
    ],
    [
      "%TAG ! tag:x,2026:\n---\nheadline: no\n",
      ["1: the directive %TAG is not allowed in an article", "%TAG ! tag:x,2026:", "^"],
    ],
    [
      "headline: a\ntags: [b, c\nbody: d\n",
      ["2: this bracket is never closed with ]", "tags: [b, c", "      ^", "tags: [b, c]"],
    ],
    ["headline: a\n? [b, c]\n: d\n", ["2: a key must be text", "? [b, c]", "  ^"]],
    ["headline: a\n*b : c\n", ["2: a key must be text", "*b : c", "^"]],
    [
      "headline: a\nbody: He said: no\n  and went on\n",
      [
        "2: the body needs quotes",
        "body: He said: no",
        '             ^ a second ": " is not allowed without quotes',
      ],
    ],
  ])("%j", (text, lines) => {
    expect(frame(firstOf(text))).toEqual(lines);
  });

  test("places count behind a byte order mark and across CRLF", () => {
    expect(firstOf("\uFEFFheadline: Brexit: now\r\n")).toMatchObject({ line: 1, column: 17 });
    expect(firstOf("\uFEFFheadline: a\r\nkicker: b: c\r\n")).toMatchObject({
      line: 2,
      column: 10,
      source: "kicker: b: c",
    });
  });

  test("one mistake is one problem", () => {
    for (const text of [
      "headline: Brexit: what now?\nkicker: a\nbody: |\n  b\n",
      'headline: "a\nkicker: "b"\nbody: |\n  "c"\n',
      "<<<<<<< HEAD\nheadline: a\n=======\nheadline: b\n>>>>>>> main\n",
      "headline: *bold* text\n",
      "headline: &Co wins\n",
      "headline: #MeToo\n",
      "headline: a\nbody: |\n\tb\n\tc\n\td\n",
    ]) {
      expect([text, readArticle(text).problems.length]).toEqual([text, 1]);
    }
  });

  test("two mistakes are two problems", () => {
    expect(readArticle("headline: a #b\nkicker: c #d\n").problems).toHaveLength(2);
  });
});

// Each headline as typed without quotes, and what was meant by it.
const TYPED: readonly (readonly [string, string])[] = [
  "Fans say #MeToo",
  "C# news #1",
  "#MeToo",

  "&Co wins",
  "&Co",
  "!important ruling",
  "!important",
  "*bold* text",
  "*bold*",
  "@jane",
  "`code`",
  "%50 off",
  "Brexit: what now?",
  "a: b: c",
  "Ends with a colon:",
  "- dash first",
  "? what",
  ": colon first",
  "[EXCLUSIVE] Minister",
  "[EXCLUSIVE]",
  "[a",
  "{Breaking} news",
  "{a}",
  "{a: b}",
  "] x",
  "} x",
  ", comma",
  "| pipe",
  "|pipe",
  "> arrow",
  ">arrow",
  "'tis the season",
  '"Quote" and more',
  "'a' and 'b'",
  '"One" and "two"',
  "!!binary aGk=",
  "!!timestamp 2001-01-01",
  "!<tag:x> y",
  "a #b: c",
  "50%: what now",
  "@a: b",
  "*a: b",
  "Q&A: the #1 question",
  "a\t#b",
  "100 % #1",
  "?",
  "-",
  "é: à",
  "日本: 東京",
  "‘quoted’: so",
  "a :b",
  "a: 'b'",
  "x #",
  "&a &b c",
  "!a !b c",
  "--- a",
  "... b",
  "%",
  "@",
  "`",
  "*",
  "&",
].map((text) => [text, text] as const);

const MEANT: readonly (readonly [string, string])[] = [
  ["'It's on'", "It's on"],
  ['"A "fine" mess"', 'A "fine" mess'],
  ["\"It's", "It's"],
  ["'Never closed", "Never closed"],
  ['"a\\qb"', "a\\qb"],
  ["Brexit: now  # a comment", "Brexit: now"],
  ["&Co wins  # a comment", "&Co wins"],
  ['"Never closed  # a comment', "Never closed"],
];

describe("every correction reads as meant", () => {
  const layouts: readonly (readonly [string, (value: string) => string, (text: string) => unknown])[] = [
    [
      "a headline",
      (value) => `headline: ${value}\nbody: |\n  b\n`,
      (text) => readArticle(text).article?.headline,
    ],
    [
      "the last line",
      (value) => `body: b\nheadline: ${value}`,
      (text) => readArticle(text).article?.headline,
    ],
    [
      "with CRLF",
      (value) => `kicker: k\r\nheadline: ${value}\r\nbody: b\r\n`,
      (text) => readArticle(text).article?.headline,
    ],
    ["behind a mark", (value) => `\uFEFFheadline: ${value}\n`, (text) => readArticle(text).article?.headline],
    [
      "a list item",
      (value) => `headline: a\ntags:\n  - x\n  - ${value}\n  - y\n`,
      (text) => readArticle(text).article?.tags[1],
    ],
    [
      "a caption",
      (value) => `headline: a\nimage:\n  src: s\n  caption: ${value}\n  alt: t\n`,
      (text) => readArticle(text).article?.image?.caption,
    ],
    [
      "a body",
      (value) => `headline: a\nbody: ${value}\ntags: [b]\n`,
      (text) => readArticle(text).article?.body,
    ],
  ];
  describe.each(layouts)("%s", (name, layout, valueOf) => {
    test.each([...TYPED, ...MEANT])("%s", (typed, meant) => {
      const text = layout(typed);
      const reading = readArticle(text);
      if (reading.problems.length === 0) {
        expect(valueOf(text)).toBe(meant);
        return;
      }
      const problem = firstOf(text);
      expect(problem.severity).toBe("error");
      // A list item that is itself a list, a map or a key of its own can be meant.
      if (name === "a list item" && problem.correction === undefined) return;
      expect([problem.message, problem.correction === undefined]).toEqual([problem.message, false]);
      const mended = corrected(text, problem);
      expect([problem.correction, readArticle(mended).problems, valueOf(mended)]).toEqual([
        problem.correction,
        [],
        meant,
      ]);
    });
  });

  test.each([
    ["tags: [#MeToo, b]", ["#MeToo", "b"]],
    ["tags: [a, @b, *c]", ["a", "@b", "*c"]],
    ["tags: [&Co, b]", ["&Co", "b"]],
    ["tags: [a, !b]", ["a", "!b"]],
    ["tags: [a: b, c]", ["a: b", "c"]],
    ["tags: [`a`, %b]", ["`a`", "%b"]],
    ["tags: a, b", ["a", "b"]],
    ['tags: "a, b"', ["a, b"]],
    ["tags: [it's, 'twas]", ["it's", "'twas"]],
  ])("%s", (line, tags) => {
    const text = `headline: a\n${line}\nbody: b\n`;
    const mended = corrected(text, firstOf(text));
    expect([readArticle(mended).problems, readArticle(mended).article?.tags]).toEqual([[], tags]);
  });

  test.each([
    ["\tkicker: b", "kicker: b"],
    ["  kicker: b", "kicker: b"],
    ["kicker:b", "kicker: b"],
    ["kind: opinon", "kind: opinion"],
    ["kind: opinon # c", "kind: opinion # c"],
    ["status: 'drfat'", "status: draft"],
    ["image: a b.jpg", "image: {src: a b.jpg}"],
    ["x: {a: [1", "x: {a: [1]}"],
    ["language: pt_BR", "language: pt-BR"],
    ["authors: [{name: @jane, role: x}]", 'authors: [{name: "@jane", role: x}]'],
    ["authors: [{name: &Co wins, role: x}]", 'authors: [{name: "&Co wins", role: x}]'],
  ])("%s becomes %s", (line, correction) => {
    const text = `headline: a\n${line}\nbody: b\n`;
    expect(firstOf(text).correction).toBe(correction);
    expect(readArticle(corrected(text, firstOf(text))).problems).toEqual([]);
  });
});

describe("no correction where none is sure", () => {
  test.each([
    "summary: first\n  second #tag\nheadline: a\n",
    "headline: a\nbody: b: c\n  d\n",
    "headline: a\nsummary: &x\n  hello\n",
    "headline: a\nheadline: b\n",
    "headline: a\nx:\n  [1,\n  2\nbody: b\n",
  ])("%j", (text) => {
    expect(firstOf(text).severity).toBe("error");
    expect(firstOf(text).correction).toBeUndefined();
  });
});

describe("what looks lost but is not", () => {
  test.each([
    ['headline: "Fans say #MeToo" # quoted\n', "Fans say #MeToo"],
    ["headline: 'Fans say #MeToo'# quoted\n", undefined],
    ["headline: plain  # two blanks\n", "plain"],
    ["headline: plain\t\t# tabs\n", "plain"],
    ["headline: plain  #\n", "plain"],
    ["headline: C#\n", "C#"],
    ["headline: a#b\n", "a#b"],
    ["headline: a & b\n", "a & b"],
    ["headline: a ! b\n", "a ! b"],
    ["headline: a:b\n", "a:b"],
    ["headline: |\n  Fans say #MeToo\n", "Fans say #MeToo"],
    ["headline: !!str 1984\n", "1984"],
    ["headline: &h plain\nkicker: *h\n", "plain"],
    ["headline: plain\nkicker: # an empty field may be explained\n", "plain"],
  ])("%j", (text, headline) => {
    expect(readArticle(text).article?.headline).toBe(headline);
  });
});
