import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBody } from "../../src/body/parse-body.ts";
import { type MarkdownDialect, PLAIN_DIALECT } from "../../src/render/markdown/markdown-dialect.ts";
import { printMarkdown } from "../../src/render/markdown/print-markdown.ts";
import { runs } from "../support/runs.ts";

function reprint(markdown: string, dialect: Partial<MarkdownDialect> = {}): string {
  return printMarkdown(parseBody(markdown), { ...PLAIN_DIALECT, ...dialect });
}

describe("is printed plainly", () => {
  test.each([
    ["", ""],
    ["a *b* __c__ ~~d~~ `e`", "a *b* **c** ~~d~~ `e`\n"],
    ["Title\n=====\n\nSub\n---", "# Title\n\n## Sub\n"],
    ["two\nlines\n===", "two\nlines\n===\n"],
    ["* a\n* b", "- a\n- b\n"],
    ["- a\n\n* b", "- a\n\n+ b\n"],
    ["1) a\n2) b", "1. a\n2. b\n"],
    ["- a\n\n  b\n- c", "- a\n\n  b\n\n- c\n"],
    ["- ***", "- ***\n"],
    ["- - +", "* - -\n"],
    ["`     `", "`     `\n"],
    ["    code", "```\ncode\n```\n"],
    ["~~~ js\n```\n~~~", "````js\n```\n````\n"],
    ["``a`b``", "``a`b``\n"],
    ["<https://x.test> <a@x.test>", "<https://x.test> <a@x.test>\n"],
    ["[a][1]\n\n[1]: b 'c \"d\"'", '[a](b "c \\"d\\"")\n'],
    ["[a](<b c>)", "[a](b%20c)\n"],
    ["![a](b 'c')", '![a](b "c")\n'],
    ["|a|\\||\n|:-|-|", "| a | \\\\| |\n| :-- | --- |\n"],
    ["> a\n>\n> -- b", "> a\n>\n> — b\n"],
    ["a[^x]\n\n[^x]: b\n\n    c", "a[^1]\n\n[^1]: b\n\n    c\n"],
    ["5 < 6 & 7 > 3, a_b_c, 1. x, #tag, f(x)!", "5 < 6 & 7 > 3, a_b_c, 1. x, #tag, f(x)\\!\n"],
    ["***", "***\n"],
  ])("%j", (markdown, expected) => {
    expect(reprint(markdown)).toBe(expected);
  });
});

describe("is escaped where it would be markup", () => {
  test.each([
    ["\\*a\\*", "\\*a\\*\n"],
    ["\\# a", "\\# a\n"],
    ["\\- a\n\\+ b", "\\- a\n\\+ b\n"],
    ["1\\. a", "1\\. a\n"],
    ["\\> a", "\\> a\n"],
    ["a\n\\===", "a\n\\===\n"],
    ["a \\| b\n\\:-", "a \\| b\n\\:-\n"],
    ["&amp;amp; &lt;b>", "\\&amp; \\<b>\n"],
    ["&nbsp;a&#10;b&#32;", "&#160;a&#10;b&#32;\n"],
    ["\\~~a~~", "\\~\\~a\\~\\~\n"],
    ["!\\[a](b)", "!\\[a\\](b)\n"],
    ["a[^1]\\(b)\n\n[^1]: c", "a[^1]\\(b)\n\n[^1]: c\n"],
    ["## a \\##", "## a \\#\\#\n"],
  ])("%j", (markdown, expected) => {
    expect(reprint(markdown)).toBe(expected);
  });
});

describe("emphasis keeps its meaning next to letters and punctuation", () => {
  test.each([
    ["un*frigging*believable", "un*frigging*believable\n"],
    ["*a*_b_", "*a*_b_\n"],
    ["**a *b***", "**a _b_**\n"],
    ["*(a)*", "*(a)*\n"],
    ["_a*b*c_", "*&#97;*b*&#99;*\n"],
  ])("%j", (markdown, expected) => {
    expect(reprint(markdown)).toBe(expected);
    expect(parseBody(expected)).toEqual(parseBody(markdown));
  });
});

const WORDS = [
  "a",
  "B1",
  "é",
  "日本",
  "😀",
  "“q”",
  "won't",
  "(x)",
  "5 < 6",
  "snake_case",
  "2 * 3",
  "a~b",
  "#1",
  "C++",
  "1.",
  "-",
  "&amp;",
  "\\*",
  "!",
  "$5",
  "100 %",
  "a|b",
  "[x]",
  "^",
  "---",
  "=",
  ":",
];
const word = fc.constantFrom(...WORDS);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const inline = fc.oneof(
  phrase,
  word.map((text) => `*${text}*`),
  word.map((text) => `**${text}**`),
  word.map((text) => `**a *${text}* b**`),
  word.map((text) => `~~${text}~~`),
  word.map((text) => `\`${text}\``),
  word.map((text) => `[${text.replace(/[[\]]/g, "")}](https://x.test/(y) "z")`),
  word.map((text) => `![${text.replace(/[[\]]/g, "")}](a.png)`),
  fc.constantFrom("<https://x.test>", "[^1]", "[^n]", "&nbsp;", "&#10;", "\\\n", "\n"),
);
const paragraph = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const indent = (text: string, by: string): string =>
  text
    .split("\n")
    .map((line) => by + line)
    .join("\n");
const { block } = fc.letrec<{ block: string; list: string; quote: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    paragraph.map((text) => `## ${text.replaceAll("\n", " ")}`),
    phrase.map((text) => `\`\`\`js\n${text}\n\`\`\``),
    phrase.map(
      (text) => `| ${text.replaceAll("|", "")} | b |\n|:-|-:|\n| c | ${text.replaceAll("|", "\\|")} |`,
    ),
    fc.constant("***"),
    tie("list"),
    tie("quote"),
  ),
  list: fc
    .tuple(
      fc.constantFrom("- ", "1. ", "* ", "7) "),
      fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([marker, items, loose]) =>
      items
        .map((item) => marker + indent(item, " ".repeat(marker.length)).trimStart())
        .join(loose ? "\n\n" : "\n"),
    ),
  quote: fc
    .tuple(tie("block"), fc.constantFrom("", "\n\n— A speaker", "\n\n-- *B*"))
    .map(([text, speaker]) => indent(text + speaker, "> ")),
}));
const document = fc
  .array(block, { maxLength: 5 })
  .map((blocks) => [...blocks, "[^1]: one", "[^n]: two\n\n    - three"].join("\n\n"));

test("any copy made of Markdown's parts reads back as the same tree", () => {
  fc.assert(
    fc.property(document, (markdown) => {
      const body = parseBody(markdown);
      expect(parseBody(printMarkdown(body, PLAIN_DIALECT))).toEqual(body);
    }),
    { numRuns: runs(600) },
  );
});

test("any text without emphasis reads back as the same tree", () => {
  const soup = fc.constantFrom(
    ...'a b\n#>-+.1)[](!`~|\\<&:=^\t"—\u00A0é'.split(""),
    "\n\n",
    "    ",
    "[^1]",
    "```",
  );
  fc.assert(
    fc.property(fc.array(soup, { maxLength: 30 }), (parts) => {
      const body = parseBody(parts.join(""));
      expect(parseBody(printMarkdown(body, PLAIN_DIALECT))).toEqual(body);
    }),
    { numRuns: runs(1_200) },
  );
});

test("printing twice is printing once", () => {
  fc.assert(
    fc.property(document, (markdown) => {
      expect(reprint(reprint(markdown))).toBe(reprint(markdown));
    }),
  );
});

describe("a dialect", () => {
  const hugo = {
    text: (markdown: string) => markdown.replaceAll("{{", "{&#123;"),
    code: (code: string) => code.replace(/\{\{<(.*?)>\}\}/g, "{{</*$1*/>}}"),
  };
  test.each([
    ["a {{< b >}}", "a {&#123;< b >}}\n"],
    ["`{{< b >}}`", "`{{</* b */>}}`\n"],
    ["```\n{{< b >}}\n```", "```\n{{</* b */>}}\n```\n"],
    ['![{{](a "{{")', '![{&#123;](a "{&#123;")\n'],
    ["```{{\n```", "```{&#123;\n```\n"],
  ])("changes the leaves of %j", (markdown, expected) => {
    expect(reprint(markdown, hugo)).toBe(expected);
  });
  test("turns links and images into others, or into their text", () => {
    const markdown = "[*a*](article:b) [c](article:d) x ![e](f)";
    const link = (href: string) => (href === "article:b" ? "/b/" : undefined);
    expect(reprint(markdown, { link, image: () => undefined })).toBe("[*a*](/b/) c x e\n");
  });
  test("decides the level of headings", () => {
    expect(reprint("# a", { level: () => 3 })).toBe("### a\n");
  });
});
