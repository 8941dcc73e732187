import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../src/body/blocks.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { plainText } from "../../src/body/plain-text.ts";

const text = (words: string): Inline => ({ type: "text", text: words });
const paragraph = (words: string): Block => ({ type: "paragraph", children: [text(words)] });

function blocks(markdown: string): readonly Block[] {
  return parseBody(markdown).blocks;
}

function inlines(markdown: string): readonly Inline[] {
  const [first] = blocks(markdown);
  return first?.type === "paragraph" ? first.children : [];
}

test("an empty body is empty", () => {
  expect(parseBody("")).toEqual({ blocks: [], footnotes: [] });
});

describe("inlines", () => {
  test.each<[string, Inline[]]>([
    [
      "a *b* **c**",
      [
        text("a "),
        { type: "emphasis", children: [text("b")] },
        text(" "),
        { type: "strong", children: [text("c")] },
      ],
    ],
    ["~~a~~", [{ type: "strike", children: [text("a")] }]],
    ["`a  b`", [{ type: "code-span", text: "a  b" }]],
    ["a\nb\\\nc", [text("a"), { type: "soft-break" }, text("b"), { type: "hard-break" }, text("c")]],
    ["[a](b 'c')", [{ type: "link", href: "b", title: "c", children: [text("a")] }]],
    ["[a](javascript:b)", [{ type: "link", href: "javascript:b", children: [text("a")] }]],
    [
      "<https://a.test/%20>",
      [{ type: "link", href: "https://a.test/%20", children: [text("https://a.test/%20")] }],
    ],
    [
      "x ![a *b*](c)",
      [
        text("x "),
        { type: "image", src: "c", alt: [text("a "), { type: "emphasis", children: [text("b")] }] },
      ],
    ],
    ["a\\*b &amp; <i>", [text("a*b & <i>")]],
    ["https://a.test (c) 'q'", [text("https://a.test (c) 'q'")]],
  ])("%j", (markdown, expected) => {
    expect(inlines(markdown)).toEqual(expected);
  });
});

describe("blocks", () => {
  test.each<[string, Block[]]>([
    ["# a", [{ type: "heading", level: 1, children: [text("a")] }]],
    ["***", [{ type: "thematic-break" }]],
    ["> a", [{ type: "block-quote", children: [paragraph("a")] }]],
    [
      "- a\n- b",
      [{ type: "list", ordered: false, start: 1, tight: true, items: [[paragraph("a")], [paragraph("b")]] }],
    ],
    [
      "3. a\n\n4. b",
      [{ type: "list", ordered: true, start: 3, tight: false, items: [[paragraph("a")], [paragraph("b")]] }],
    ],
    ["0) a", [{ type: "list", ordered: true, start: 0, tight: true, items: [[paragraph("a")]] }]],
    ["``` j&amp;s x\na\n```", [{ type: "code-block", info: "j&s x", text: "a\n" }]],
    ["```\nunclosed", [{ type: "code-block", info: "", text: "unclosed\n" }]],
    ["    a", [{ type: "code-block", info: "", text: "a\n" }]],
    ["<div>", [paragraph("<div>")]],
    [
      "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|",
      [
        {
          type: "table",
          align: ["none", "left", "center", "right"],
          head: [[text("a")], [text("b")], [text("c")], [text("d")]],
          rows: [[[text("1")], [], [], []]],
        },
      ],
    ],
    ["![a](b 'c')", [{ type: "figure", src: "b", alt: [text("a")], caption: "c" }]],
    ["![](b)", [{ type: "figure", src: "b", alt: [] }]],
  ])("%j", (markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test("an outer list is tight though a list inside it is loose", () => {
    const [list] = blocks("- a\n  - b\n\n    c\n- d");
    const inner = list?.type === "list" ? list.items[0]?.[1] : undefined;
    expect([list, inner]).toMatchObject([{ tight: true }, { tight: false }]);
  });
});

describe("pull quotes", () => {
  test.each(["— A diplomat", "―A diplomat", "-- A diplomat", "—\nA diplomat"])(
    "%j names the speaker",
    (last) => {
      const quote = `> Words.\n>\n> ${last.replace("\n", "\n> ")}`;
      expect(blocks(quote)).toEqual([
        { type: "pull-quote", children: [paragraph("Words.")], speaker: [text("A diplomat")] },
      ]);
    },
  );
  test("the speaker keeps its markup", () => {
    expect(blocks("> a\n>\n> — *B*, c")).toMatchObject([{ speaker: [{ type: "emphasis" }, text(", c")] }]);
  });
  test.each(["> — alone", "> a\n>\n> —", "> a\n>\n> - b", "> a\n>\n> *— b*", "> a\n> — b"])(
    "%j is a block quote",
    (quote) => {
      expect(blocks(quote)).toMatchObject([{ type: "block-quote" }]);
    },
  );
});

describe("footnotes", () => {
  const reference = (number: number, occurrence = 1): Inline => ({
    type: "footnote-reference",
    number,
    occurrence,
  });

  test("are numbered in order of first reference", () => {
    expect(parseBody("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X")).toEqual({
      blocks: [
        {
          type: "paragraph",
          children: [text("a"), reference(1), text(" b"), reference(2), text(" c"), reference(1, 2)],
        },
      ],
      footnotes: [
        { number: 1, references: 2, children: [paragraph("X")] },
        { number: 2, references: 1, children: [paragraph("Y")] },
      ],
    });
  });
  test("may hold blocks and refer to further notes", () => {
    const { footnotes } = parseBody("a[^x]\n\n[^x]: X[^y]\n\n    - Z\n\n[^y]: Y");
    expect(footnotes).toEqual([
      {
        number: 1,
        references: 1,
        children: [
          { type: "paragraph", children: [text("X"), reference(2)] },
          { type: "list", ordered: false, start: 1, tight: true, items: [[paragraph("Z")]] },
        ],
      },
      { number: 2, references: 1, children: [paragraph("Y")] },
    ]);
  });
  test("within the line are text, as for every other reader", () => {
    expect(parseBody("a^[b]")).toEqual({ blocks: [paragraph("a^[b]")], footnotes: [] });
  });
  test("that nothing refers to, or whose label is taken, come last and are not lost", () => {
    expect(parseBody("a[^x]\n\n[^w]: W\n\n[^x]: X\n\n[^x]: again").footnotes).toEqual([
      { number: 1, references: 1, children: [paragraph("X")] },
      { number: 2, references: 0, children: [paragraph("W")] },
      { number: 3, references: 0, children: [paragraph("again")] },
    ]);
  });
  test("a reference without a note is text, and so is one in an alternative text", () => {
    expect(inlines("a[^x]")).toEqual([text("a[^x]")]);
    expect(parseBody("![a[^x]](b)\n\n[^x]: c").blocks).toMatchObject([{ alt: [text("a[^x]")] }]);
  });
});

describe("nothing typed is lost", () => {
  test("in block quotes nested too deep", () => {
    expect(plainText(parseBody(`${"> ".repeat(500)}deepest`))).toContain("deepest");
  });
  test("in lists nested too deep", () => {
    expect(plainText(parseBody(`${"- ".repeat(500)}deepest`))).toContain("deepest");
  });
  test("in lines after the deepest one", () => {
    const deep = plainText(parseBody(`${"> ".repeat(60)}one\n${"> ".repeat(60)}two\n\nafter`));
    expect(deep).toMatch(/one[\s>]*two[\s\S]*after/);
  });
  test("in emphasis nested too deep", () => {
    const body = parseBody(`${"*a **b ".repeat(200)}x${" y** z*".repeat(200)}`);
    expect(plainText(body)).toMatch(/a b .*x.*y z/);
    expect(plainText(body)).toContain("**");
  });
});

test("strict CommonMark has raw HTML and none of the additions", () => {
  const strict = (markdown: string) => parseBody(markdown, { commonmark: true }).blocks;
  expect(strict("<div>")).toEqual([{ type: "raw-block", html: "<div>" }]);
  expect(strict("![a](b)")).toMatchObject([{ type: "paragraph" }]);
  expect(strict("> a\n>\n> — b")).toMatchObject([{ type: "block-quote" }]);
  expect(strict("~~a~~ [^1]\n\n[^1]: b")).toMatchObject([
    { children: [{ text: "~~a~~ " }, { type: "link" }] },
  ]);
});
