import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { StetError } from "../../src/base/stet-error.ts";
import { parseQuery, parseQueryText } from "../../src/query/parse-query.ts";
import { rebuildQuery } from "../../src/query/rebuild-query.ts";
import { CONTEXT } from "./context.ts";

const parse = (text: string) => parseQueryText(text, CONTEXT).node;
const words = (...folded: string[]) => ({ kind: "words", phrase: { words: folded, isPrefix: false } });
const equals = (field: string, text: string) => ({ kind: "text", field, test: { kind: "equals", text } });
const not = (node: unknown) => ({ kind: "not", node });
const and = (...nodes: unknown[]) => ({ kind: "and", nodes });
const or = (...nodes: unknown[]) => ({ kind: "or", nodes });
const ms = (text: string): number => Date.parse(text);

describe("words and phrases", () => {
  test.each([
    ["", { kind: "all" }],
    ["budget", words("budget")],
    ["Crème", words("creme")],
    ["budget deal", and(words("budget"), words("deal"))],
    ['"budget deal"', words("budget", "deal")],
    ["budg*", { kind: "words", phrase: { words: ["budg"], isPrefix: true } }],
    ["10:30", words("10", "30")],
    ["https://x.example/a", words("https", "x", "example", "a")],
    ["rail | sea", or(words("rail"), words("sea"))],
    ["Live:", words("live")],
    ["Source:", words("source")],
    ["灯台", words("灯", "台")],
    ['"a \\"b\\""', words("a", "b")],
  ])("%s", (text, node) => expect(parse(text)).toEqual(node));
});

describe("fields", () => {
  test.each([
    ["tag:Rail", equals("tag", "rail")],
    ["tag=Rail", equals("tag", "rail")],
    ["tag!=rail", not(equals("tag", "rail"))],
    ["-tag:rail", not(equals("tag", "rail"))],
    ["!tag:rail", not(equals("tag", "rail"))],
    ["NOT tag:rail", not(equals("tag", "rail"))],
    ["status:draft,review", or(equals("status", "draft"), equals("status", "review"))],
    ["tag:a|b", equals("tag", "a|b")],
    ['tag:"a|tag:b"', equals("tag", "a|tag:b")],
    ['tag:"a, b",c', or(equals("tag", "a, b"), equals("tag", "c"))],
    [
      "by:Ilse",
      {
        kind: "text",
        field: "author",
        test: { kind: "phrase", phrase: { words: ["ilse"], isPrefix: false } },
      },
    ],
    [
      "in:world",
      { kind: "text", field: "section", test: { kind: "matches", pattern: "(?:^|/)world(?:/|$)" } },
    ],
    [
      "in:world/",
      { kind: "text", field: "section", test: { kind: "matches", pattern: "(?:^|/)world(?:/|$)" } },
    ],
    ["section=world/", equals("section", "world")],
    ["section=world", equals("section", "world")],
    ["lang:en", { kind: "text", field: "lang", test: { kind: "matches", pattern: "^en(?:-|$)" } }],
    ["slug:eu-*", { kind: "text", field: "slug", test: { kind: "begins", text: "eu-" } }],
    ["headline~budget", { kind: "text", field: "headline", test: { kind: "contains", text: "budget" } }],
    [
      "headline~/^the .*t$/",
      { kind: "text", field: "headline", test: { kind: "matches", pattern: "^the .*t$" } },
    ],
    [
      String.raw`headline~/\W\S\D\p{L}\u00E9É/`,
      {
        kind: "text",
        field: "headline",
        test: { kind: "matches", pattern: String.raw`\W\S\D\p{L}\u00e9e` },
      },
    ],
    ["headline=Budget", equals("headline", "budget")],
    ["is:live", { kind: "state", state: "live" }],
    ["is:draft,killed", or({ kind: "state", state: "draft" }, { kind: "state", state: "killed" })],
    ["is:corrected", { kind: "has", what: "correction" }],
    ["has:quote", { kind: "has", what: "quote" }],
    ["embargo:none", not({ kind: "present", field: "embargo" })],
    ["embargo:any", { kind: "present", field: "embargo" }],
    ["headline:*", { kind: "present", field: "headline" }],
    ['tag:"none"', equals("tag", "none")],
    [
      "x.desk:night",
      {
        kind: "text",
        field: "x.desk",
        test: { kind: "phrase", phrase: { words: ["night"], isPrefix: false } },
      },
    ],
    ["x.legal:true", equals("x.legal", "true")],
    ["x.other:Foo", equals("x.other", "foo")],
  ])("%s", (text, node) => expect(parse(text)).toEqual(node));

  test.each([
    ["published:2025", { from: ms("2025-01-01T00:00+01:00"), to: ms("2026-01-01T00:00+01:00") }],
    ["published>2025", { from: ms("2026-01-01T00:00+01:00") }],
    ["published>=2025", { from: ms("2025-01-01T00:00+01:00") }],
    ["published<2025", { to: ms("2025-01-01T00:00+01:00") }],
    ["published<=2025", { to: ms("2026-01-01T00:00+01:00") }],
    ["published:2025..", { from: ms("2025-01-01T00:00+01:00") }],
    ["published:..2025-03", { to: ms("2025-04-01T00:00+02:00") }],
    ["published:2025-01..2025-03", { from: ms("2025-01-01T00:00+01:00"), to: ms("2025-04-01T00:00+02:00") }],
    ["published:-7d..", { from: ms("2026-11-15T00:00+01:00") }],
  ])("%s is a range of instants", (text, range) => {
    expect(parse(text)).toEqual({ kind: "range", field: "published", range });
  });

  test("numbers are ranges too, their ends included", () => {
    expect(parse("words:500..")).toEqual({ kind: "range", field: "words", range: { from: 500 } });
    expect(parse("x.page>3")).toMatchObject({ range: { from: expect.closeTo(3, 10) } });
    expect(parse("words<=500")).toMatchObject({ range: { to: expect.closeTo(500, 10) } });
  });
});

describe("connectives", () => {
  const [a, b, c] = [words("a"), words("b"), words("c")];
  test.each([
    ["a OR b", or(a, b)],
    ["a | b", or(a, b)],
    ["a b OR c", or(and(a, b), c)],
    ["a (b OR c)", and(a, or(b, c))],
    ["a AND b", and(a, b)],
    ["-(a b)", not(and(a, b))],
    ["NOT NOT a", a],
    ["a or b", and(a, words("or"), b)],
    ["((a))", a],
  ])("%s", (text, node) => expect(parse(text)).toEqual(node));
});

describe("the words of a command line", () => {
  test.each<[string[], string]>([
    [["section:europe", "budget"], "section:europe budget"],
    [["author:Jane Doe"], 'author:"Jane Doe"'],
    [["-author:Jane Doe"], '-author:"Jane Doe"'],
    [["headline:Brexit: what now?"], 'headline:"Brexit: what now?"'],
    [["Trump: I won"], '"Trump: I won"'],
    [["budget deal", "OR", "tag:eu"], '"budget deal" OR tag:eu'],
    [["status:draft OR status:review"], "( status:draft OR status:review )"],
    [['author:"Jane Doe" is:live'], '( author:"Jane Doe" is:live )'],
    [["section:europe is:live"], "( section:europe is:live )"],
    [["(", "a", "OR", "b", ")"], "( a OR b )"],
    [["", "a", " "], "a"],
    [['say "hi" now'], '( say "hi" now )'],
  ])("%j", (line, query) => expect(rebuildQuery(line)).toBe(query));
});

describe("what is wrong is shown where it is", () => {
  test.each([
    ["secton:x", '"secton" is not a field', "  secton:x\n  ^", "section:x"],
    ["a -secton:x", '"secton" is not a field', "  a -secton:x\n     ^", "section:x"],
    ["since:2024", '"since" is not a field', "  since:2024\n  ^", "updated:2024.."],
    ["before:2024", '"before" is not a field', "  before:2024\n  ^", "updated:..2024"],
    ["state:live", '"state" is not a field', "  state:live\n  ^", "is:live"],
    [
      "tag:a|tag:b",
      "a | between two terms has a blank on either side",
      "  tag:a|tag:b\n       ^",
      "tag:a | tag:b",
    ],
    [
      "(x tag:a|-tag:b)",
      "a | between two terms has a blank on either side",
      "  (x tag:a|-tag:b)\n          ^",
      "(x tag:a | -tag:b)",
    ],
    ["rail|sea", "a | between two terms has a blank on either side", "  rail|sea\n      ^", "rail | sea"],
    ["image:any", '"image" is not a field', "  image:any\n  ^", "has:image"],
    ["related:salt", '"related" is not a field', "  related:salt\n  ^", "has:related"],
    ["a live:true", '"live" is not a field', "  a live:true\n    ^", "is:live"],
    ["kicker:opera", 'no query asks for "kicker"', "  kicker:opera\n  ^", "stet help query"],
    ["path:a.yaml", 'no query asks for "path"', "  path:a.yaml\n  ^", "stet help query"],
    ["type:news", '"type" is not a field', "  type:news\n  ^", "kind:news"],
    ["byline:ilse", '"byline" is not a field', "  byline:ilse\n  ^", "author:ilse"],
    ["a -page:3", '"page" is not a field', "  a -page:3\n     ^", "x.page:3"],
    ["page>=3", '"page" is not a field', "  page>=3\n  ^", "x.page>=3"],
    ["status:drft", '"drft" is no value of status', "  status:drft\n         ^", "status:draft"],
    ["is:draft,lve", '"lve" is no value of is', "  is:draft,lve\n           ^", "is:live"],
    ["tag:", "tag: needs a value", "  tag:\n      ^", "tag:any"],
    ['a "b', "this quote is never closed", '  a "b\n    ^', 'a "b"'],
    ["(a", "this parenthesis is never closed", "  (a\n  ^", "(a)"],
    ["a)", "this parenthesis was never opened", "  a)\n   ^", "remove it, or quote it"],
    ["-", "there is no word to look for here", "  -\n  ^", "a word or field:value"],
    ["a ...", "there is no word to look for here", "  a ...\n    ^", "a word or field:value"],
    [
      'headline:"*"',
      "there is no word to look for here",
      '  headline:"*"\n           ^',
      "headline:word or headline:any",
    ],
    [
      "-author:?",
      "there is no word to look for here",
      "  -author:?\n          ^",
      "author:word or author:any",
    ],
    ["a OR", "something is missing here", "  a OR\n      ^", "a word or field:value"],
    ["OR a", "something is missing before this", "  OR a\n  ^", "a word or field:value"],
    [
      "updated:31/01/2025",
      'cannot read the date "31/01/2025"',
      "  updated:31/01/2025\n          ^",
      "updated:2025-01-31, updated:2025-01 or updated:-7d..",
    ],
    ["words:many", 'cannot read the number "many"', "  words:many\n        ^", "words:500..1000"],
    ["words:5..1", "the range ends before it begins", "  words:5..1\n        ^", "words:1..5"],
    [
      "updated:-7d..-14d",
      "the range ends before it begins",
      "  updated:-7d..-14d\n          ^",
      "updated:-14d..-7d",
    ],
    [
      "updated:2025..2024-12",
      "the range ends before it begins",
      "  updated:2025..2024-12\n          ^",
      "updated:2024-12..2025",
    ],
    ["words>1..5", "a range stands behind a colon", "  words>1..5\n  ^", "words:1..5"],
    ["updated<=2025..", "a range stands behind a colon", "  updated<=2025..\n  ^", "updated:2025.."],
    ["is>live", '"is" has no order: > compares dates and numbers', "  is>live\n  ^", "is:live"],
    [
      "updated:2026-03-29T02:30..",
      "2026-03-29T02:30 does not exist in Europe/Brussels: the clock jumps from 01:59 to 03:00",
      "  updated:2026-03-29T02:30..\n          ^",
      "updated:2026-03-29T03:00",
    ],
    ["灯台 words:abc", 'cannot read the number "abc"', "  灯台 words:abc\n             ^", "words:500..1000"],
    ["x.legal:yes", '"yes" is no value of x.legal', "  x.legal:yes\n          ^", "one of true, false"],
    ["headline>5", '"headline" is text: > compares dates and numbers', "  headline>5\n  ^", "headline:5"],
    [
      "headline~/Salt/i",
      "a regular expression ends at its second /: it takes no flags and needs none",
      "  headline~/Salt/i\n                 ^",
      "headline~/Salt/",
    ],
    [
      "headline~/(/",
      "this regular expression cannot be read",
      "  headline~/(/\n           ^",
      "headline~budget",
    ],
  ])("%s", (text, message, detail, hint) => {
    const refusal = (() => {
      try {
        return parse(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(StetError);
    expect(refusal).toMatchObject({ kind: "usage", code: "bad-query", message, details: { detail, hint } });
  });

  test("any text either parses or is refused, and never anything else", () => {
    const piece = fc.constantFrom(
      "a",
      "tag:",
      "x",
      '"',
      "(",
      ")",
      "-",
      " ",
      "OR",
      "..",
      ":",
      "published:",
      "2025",
      "~/",
      "/",
      ",",
      "*",
      "is:live",
      "|",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          parse(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(StetError);
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test("of a long query the part that is wrong is shown", () => {
    const long = "word ".repeat(2000);
    const detailOf = (query: string): string => {
      try {
        parse(query);
      } catch (error) {
        if (error instanceof StetError) return error.details.detail ?? "";
      }
      return "";
    };
    for (const query of [`${long}tag: ${long}`, `tag: ${long}`, `${long}tag:`, `${long} "${long}`]) {
      const [shown = "", caret = ""] = detailOf(query).split("\n");
      expect(shown.length).toBeLessThan(210);
      expect(shown.slice(0, caret.length - 1)).toMatch(/tag:$|word {2}$/);
    }
  });

  test("deep groups are refused, not overflowed", () => {
    expect(() => parse("(".repeat(100_000))).toThrow("nested more than 50 deep");
  });
});

describe("the canonical form", () => {
  test.each([
    ["by:Ilse in:world", "author:Ilse section:world"],
    ["a   |  b", "a OR b"],
    ["!tag:x NOT y", "-tag:x -y"],
    ['author:"Jane Doe",x', 'author:"Jane Doe",x'],
    ["(a OR b) c", "(a OR b) c"],
    ["((a OR b))", "a OR b"],
    ["(a) (b)", "(a) (b)"],
    ["rail- sea", "rail- sea"],
    ["-rail -(a OR b)", "-rail -(a OR b)"],
  ])("%s is %s", (text, canonical) => expect(parseQueryText(text, CONTEXT).canonical).toBe(canonical));

  test("it parses to the same tree, and is its own canonical form", () => {
    const texts = [
      "a (b OR -c) tag:x,y",
      'author:"Jane \\"J\\" Doe" -is:live',
      "published:2025.. | words<500",
      "x.page>3 headline~/a b/ z*",
    ];
    for (const text of texts) {
      const { node, canonical } = parseQuery([text], CONTEXT);
      expect(parseQueryText(canonical, CONTEXT)).toEqual({ node, canonical });
    }
  });
});
