// The limits of docs/limits.md, and the inputs they are there for: nothing kills the process, nothing hangs it.
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/article/limits.ts";
import { articleOf, problemsOf, readArticle } from "./read-text.ts";
import { threadTime } from "../support/thread-time.ts";

const H = "headline: a\n";
const KILOBYTES_64 = 64 * 1024;

/** On a machine that does other things at the same time. What these tests guard against takes minutes, or never ends. */
const PATIENCE = 4;

/** Reads a text and says what came of it and that it took less than `seconds`. */
function within(seconds: number, text: string): string[] {
  const start = threadTime();
  const problems = problemsOf(text);
  const took = (threadTime() - start) / 1000;
  expect([text.slice(0, 60), took < seconds * PATIENCE ? "in time" : took]).toEqual([
    text.slice(0, 60),
    "in time",
  ]);
  return problems.map((problem) => problem.replace(/^\d+:\d+ /, ""));
}

describe("at and over each limit", () => {
  const at = "not refused";
  const over = (text: string): string =>
    readArticle(text).problems.find(({ code }) => code === "too-large")?.message ?? at;
  const pad = (characters: number): string => `notes: |\n  ${"n".repeat(characters - H.length - 11)}`;

  test.each([
    [
      "the header",
      H + pad(KILOBYTES_64),
      H + pad(KILOBYTES_64 + 1),
      "the fields before and after the body are over 65536 characters",
    ],
    [
      "tokens",
      `${H}${"\n".repeat(9_990)}`,
      `${H}${"\n".repeat(10_001)}`,
      "more than 10000 YAML tokens outside the body",
    ],
    [
      "brackets",
      `${H}x: {a: ${"[".repeat(49)}${"]".repeat(49)}}`,
      `${H}x: {a: ${"[".repeat(50)}${"]".repeat(50)}}`,
      "brackets are nested more than 50 deep",
    ],
    [
      "dashes on a line",
      `${H}x:\n  a:\n  ${"- ".repeat(50)}b`,
      `${H}x:\n  a:\n  ${"- ".repeat(51)}b`,
      "lists are nested more than 50 deep on one line",
    ],
    [
      "keys",
      `${H}x: {${list(500, (n) => `k${n}: 1`)}}`,
      `${H}x: {${list(501, (n) => `k${n}: 1`)}}`,
      "more than 500 keys in one mapping",
    ],
    [
      "items",
      `${H}tags: [${list(500, (n) => `t${n}`)}]`,
      `${H}tags: [${list(501, (n) => `t${n}`)}]`,
      "more than 500 items in one list",
    ],
    [
      "anchors",
      `${H}x: [${list(100, (n) => `&a${n} 1`)}]`,
      `${H}x: [${list(101, (n) => `&a${n} 1`)}]`,
      "more than 100 anchors and tags",
    ],
    [
      "aliases",
      `${H}x: {a: &a 1, b: [${list(100, () => "*a")}]}`,
      `${H}x: {a: &a 1, b: [${list(101, () => "*a")}]}`,
      "more than 100 aliases",
    ],
    [
      "a line",
      `headline: ${"h".repeat(1000)}\n`,
      `headline: ${"h".repeat(1001)}\n`,
      "headline is over 1000 characters",
    ],
  ])("%s", (_, allowed, refused, message) => {
    expect(over(allowed)).toBe(at);
    expect(over(refused)).toBe(message);
  });

  test("lines of a body", () => {
    expect(over(`${H}body: |\n${"  b\n".repeat(LIMITS.bodyLines - 1)}`)).toBe(at);
    expect(over(`${H}body: |\n${"  b\n".repeat(LIMITS.bodyLines)}`)).toBe(
      "the body has more than 1000000 lines",
    );
  });

  test("what aliases expand to counts, not what is written", () => {
    const bomb = `${H}x:\n  a: &a [${list(9, () => "z")}]\n${Array.from("bcdefgh", (name, index) => `  ${name}: &${name} [${list(9, () => `*${"abcdefgh"[index]}`)}]\n`).join("")}`;
    expect(within(1, bomb)).toContain("error too-large: aliases expand to more than 100 values");
  });

  test("an alias inside its own anchor ends", () => {
    expect(within(1, `${H}x: &a [*a, *a]\n`)).toContain(
      "error too-large: aliases expand to more than 100 values",
    );
  });

  test("the body is measured apart, wherever it stands and however it is written", () => {
    const long = "word ".repeat(40_000).trim();
    expect(articleOf(`${H}body: |\n  ${long}\n`).body).toHaveLength(long.length + 1);
    expect(articleOf(`body: ${long}\n${H}`).body).toHaveLength(long.length);
    expect(articleOf(`${H}"body": '${long}'\nkicker: k\n`).body).toHaveLength(long.length);
    expect(articleOf(`  ${H}  body: >\n    ${long}\n`).body).toHaveLength(long.length + 1);
    expect(articleOf(`{"headline": "a", "body": "${long}"}`).body).toHaveLength(long.length);
    expect(articleOf(`---\n# c\n${H}body: !!str |\n  ${long}\n`).body).toHaveLength(long.length + 1);
    expect(over(`${H}x:\n  body: ${long}\n`)).not.toBe(at);
    expect(over(`${H}body: b\nbody: ${long}\n`)).not.toBe(at);
  });
});

function list(count: number, item: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => item(number)).join(", ");
}

describe("what kills or hangs the YAML library does neither here", () => {
  test("two documents of nested brackets in one process", () => {
    // yaml 2.9.1 aborts Node on the second: "RegExpCompiler Allocation failed".
    for (const depth of [1_000, 1_000, 5_000, 30_000]) {
      expect(within(1, "[".repeat(depth))).toEqual([
        "error too-large: brackets are nested more than 50 deep",
      ]);
      expect(within(1, "{a: ".repeat(depth / 2))).toEqual([
        "error too-large: brackets are nested more than 50 deep",
      ]);
      expect(within(1, `${H}x: ${"[{a: ".repeat(depth / 4)}`)).toEqual([
        "error too-large: brackets are nested more than 50 deep",
      ]);
    }
  });

  test("mappings nested by indentation, as deep as the header allows", () => {
    const nested = Array.from({ length: 340 }, (_, depth) => `${" ".repeat(depth)}k:`).join("\n");
    expect(within(1, `${nested} v\n`)).toContain("error schema: an article needs a headline");
  });

  test.each([20_000, 100_000])("%d keys", (count) => {
    const text = Array.from({ length: count }, (_, number) => `k${number}: v\n`).join("");
    expect(within(1, text)).toEqual([expect.stringMatching(/^error too-large: /)]);
  });

  test.each([
    "!!x ",
    "&a ",
    '"a" ',
    "'a' ",
    "*a ",
    "- ",
    "? ",
    ": ",
    "a: ",
    "[a] ",
    "!x &b ",
    "a, ",
    "#\n",
    "- a\n",
    "a:\n ",
  ])("%j up to 240 kB", (piece) => {
    for (const before of ["", H, "headline: ", `${H}x: [`, `${H}body: `]) {
      for (const size of [60_000, 240_000]) {
        within(1, before + piece.repeat(size / piece.length));
      }
    }
  });

  test("64 kB of every indicator, in every place", () => {
    for (const character of "[]{},:?-#&*!|>'\"%@`~^$()+=\\/.;< \t\n\r\0\u0001\u0002\u0018\u001F\u007F\u0085\uFEFF\u2028\uD800\uDC00") {
      for (const before of [
        "",
        "headline: ",
        H,
        `${H}- `,
        `${H}x: [`,
        `${H}body: `,
        `${H}body: |\n  `,
        `${H}body: "`,
      ]) {
        within(1, before + character.repeat(KILOBYTES_64 - 200));
      }
    }
  });

  test("ampersands that a pattern could split in many ways", () => {
    within(1, `${H}x: [${"&".repeat(40)} y, &b z]\n`);
    within(1, `${H}x: [${"&!".repeat(2_000)} y, !b z]\n`);
  });

  test("a directive cannot change the version of YAML", () => {
    expect(within(1, "%YAML 1.1\n---\nheadline: no\n")).toEqual([
      "error yaml-syntax: the directive %YAML is not allowed in an article",
    ]);
    expect(within(1, "# c\n%YAML 1.1\n---\nheadline: no\n")).toEqual([
      "error yaml-syntax: the directive %YAML is not allowed in an article",
    ]);
  });

  test.each([
    ["headline: a\n---\nheadline: b\n", 2],
    ["---\nheadline: a\n---\nheadline: b\n", 3],
    ["---\n---\nheadline: a\n", 2],
    ["headline: a\n...\nheadline: b\n", 3],
    ["headline: a\n...\n---\n", 3],
    ["headline: a\nbody: |\n  b\n--- c\n  d\n", 4],
    ["headline: a\nbody: |\n  b\r\n---\r\n  d\n", 4],
    [`headline: a\nbody: |\n  b\n---\n${"[".repeat(20)}`, 4],
  ])("no document after the first goes unseen: %j", (text, line) => {
    expect(readArticle(text).article).toBeUndefined();
    const [problem] = readArticle(text).problems;
    expect(problem).toMatchObject({
      code: "yaml-syntax",
      line,
      message: "a second YAML document begins here; everything after it would be lost",
    });
  });

  test.each([
    "headline: a\n...\n",
    "headline: a\n...\n# end\n",

    "headline: a\nbody: |\n  ---\n  ...\n",
  ])("%j is one document", (text) => {
    expect(readArticle(text).article?.headline).toBe("a");
  });
});

describe("16 MiB bodies", () => {
  const size = 16 * 1024 * 1024 - 1024;
  const sentence = "The minister said that the fine was fair and without precedent.";
  const paragraphs = (indent: string, characters = size): string =>
    `${indent}${sentence}\n`.repeat(Math.floor(characters / (sentence.length + indent.length + 1)));
  const bodies: readonly (readonly [string, () => string])[] = [
    ["literal", () => `body: |\n${paragraphs("  ")}`],
    ["folded", () => `body: >\n${paragraphs("  ")}`],
    ["plain", () => `body: ${paragraphs("  ").trimStart()}`],
    ["one plain line", () => `body: ${"a ".repeat(size / 2)}\n`],
    [
      "CRLF",
      () =>
        `body: |\r\n${paragraphs("  ")
          .slice(0, size / 2)
          .replaceAll("\n", "\r\n")}\r\n`,
    ],
  ];
  test.each(bodies)("%s: read in under 5 s", (_, body) => {
    expect(within(5, H + body())).toEqual([]);
  });

  const quoted = LIMITS.quotedCharacters - 100;
  const inQuotes: readonly (readonly [string, (characters: number) => string])[] = [
    ["single quotes", (characters) => `'${paragraphs("  ", characters).trim()}'`],
    ["double quotes", (characters) => `"${paragraphs("  ", characters).trim()}"`],
    ["one quoted line", (characters) => `"${"a".repeat(characters)}"`],
    ["escapes", (characters) => `"${"a\\n".repeat(characters / 3)}"`],
    ["doubled quotes", (characters) => `'${"''".repeat(characters / 2)}'`],
  ];
  test.each(inQuotes)("%s: 4 MiB read in under 5 s, 16 MiB refused at once", (_, body) => {
    expect(within(5, `${H}body: ${body(quoted)}\n`)).toEqual([]);
    expect(within(1, `${H}body: ${body(size)}\n`)).toEqual([
      "error too-large: the body is in quotes and over 4194304 characters",
    ]);
  });

  const bombs: readonly (readonly [string, () => string])[] = [
    ["blank lines", () => `body: |\n${"\n".repeat(size)}  a\n`],
    ["short lines", () => `body: >\n${"  a\n\n".repeat(size / 5)}`],
    ["a quote never closed", () => `body: "${"a\n  ".repeat(size / 4)}`],
    ["an apostrophe never closed", () => `body: '${"a''\n  ".repeat(size / 6)}`],
    ["a line of tabs", () => `body: |\n  a\n${"\t".repeat(size)}\n`],
    ["a stray line at the end", () => `body: |\n${paragraphs("  ")}stray\n`],
    ["a conflict", () => `body: |\n${paragraphs("  ")}<<<<<<< HEAD\n`],
    ["a comment", () => `body: b  # ${"c".repeat(size)}\n`],
    ["dashes in a body, and an error", () => `body: |\n  ${"- ".repeat(size / 2)}\nkicker: "\n`],
    ["blanks behind a value", () => `body: b${" ".repeat(size)}#\n`],
  ];
  test.each(bombs)("%s: refused in under 5 s", (_, body) => {
    expect(within(5, H + body())).toEqual([expect.stringMatching(/^error /)]);
  });
});

test("a megabyte on one line", () => {
  const line = "x ".repeat(524_288);
  expect(articleOf(`${H}body: |\n  ${line}\n`).body).toBe(`${line}\n`);
  for (const field of ["headline", "kicker", "summary", "notes", "slug", "created", "status", "nonsense"]) {
    expect(within(1, `${field}: ${line}\nbody: b\n`)).toEqual([expect.stringMatching(/^error too-large/)]);
  }
});
