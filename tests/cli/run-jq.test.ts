import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { runJq } from "../../src/cli/print/run-jq.ts";

const ROWS = [
  {
    slug: "eu-budget",
    headline: "Deal “at dawn”",
    section: "world",
    words: 612,
    tags: ["eu", "budget"],
    updated: "2026-11-19T10:05:09Z",
    expires: null,
  },
  {
    slug: "oder-fish",
    headline: "Fish",
    section: "climate",
    words: 90,
    tags: [],
    updated: "2026-11-20T10:05:09Z",
    expires: null,
  },
  {
    slug: "灯台",
    headline: "A\tB",
    section: "world",
    words: 1200,
    tags: ["1984", "eu"],
    updated: null,
    expires: null,
  },
];

async function outputOf(expression: string, rows: readonly unknown[] = ROWS): Promise<string> {
  return (await runJq(expression, rows)).output;
}

async function errorOf(expression: string): Promise<StetError> {
  const error = await runJq(expression, ROWS).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StetError) return error;
  throw new Error(`no StetError but ${String(error)}`);
}

describe("what jq programs print", () => {
  test.each([
    ["length", "3\n"],
    [".[].slug", "eu-budget\noder-fish\n灯台\n"],
    [".[0] | {slug, words}", '{"slug":"eu-budget","words":612}\n'],
    ["map(.words) | add", "1902\n"],
    ["map(.words) | add / length", "634\n"],
    ['.[] | select(.words > 500) | "\\(.slug) \\(.words)"', "eu-budget 612\n灯台 1200\n"],
    ["group_by(.section) | map({(.[0].section): length}) | add", '{"climate":1,"world":2}\n'],
    ["sort_by(-.words) | .[0].slug", "灯台\n"],
    ["[.[].tags[]] | unique", '["1984","budget","eu"]\n'],
    ['{"b": 1, "1984": 2}', '{"b":1,"1984":2}\n'],
    [
      ".[] | [.slug, .headline, .words] | @csv",
      '"eu-budget","Deal “at dawn”",612\n"oder-fish","Fish",90\n"灯台","A\tB",1200\n',
    ],
    [".[2] | [.slug, .headline] | @tsv", "灯台\tA\\tB\n"],
    ["reduce .[] as $row (0; . + $row.words)", "1902\n"],
    ["[limit(2; .[].words)]", "[612,90]\n"],
    ["first(.[] | select(.tags == [])) | .slug", "oder-fish\n"],
    ['.[] | try error("x") catch .', "x\nx\nx\n"],
    ["[.[] | .updated | fromdate?]", "[1795082709,1795169109]\n"],
    ['.[] | .expires // "never"', "never\nnever\nnever\n"],
    ["def double: . * 2; map(.words | double)", "[1224,180,2400]\n"],
    ['.[0].headline | test("DAWN"; "i")', "true\n"],
    ['[.[].slug | gsub("-"; "_")] | join(",")', "eu_budget,oder_fish,灯台\n"],
    [".[0] | to_entries | map(select(.value == null).key)", '["expires"]\n'],
    ["empty", ""],
    ["-1", "-1\n"],
    ["null, false, 1.50, 1e3", "null\nfalse\n1.50\n1E+3\n"],
    ["input?", ""],
    ['$ENV | has("SHELL")', "false\n"],
  ])("%s", async (expression, output) => expect(await outputOf(expression)).toBe(output));

  test.each(["  both ends  ", "\n", "", "a\u0000b", "\u2028", '"', "\\n", "\u001B[31m"])(
    "the text %j comes out as it is",
    async (text) => expect(await outputOf(".[]", [text])).toBe(`${text}\n`),
  );

  test("debug goes to stderr", async () => {
    expect(await runJq('"a" | debug("b")', [])).toEqual({ output: "a\n", messages: '["DEBUG:","b"]\n' });
  });

  test("the exit code of this process stays what it was", async () => {
    const before = process.exitCode;
    await errorOf("nope");
    expect(process.exitCode ?? 0).toBe(before ?? 0);
  });
});

describe("errors", () => {
  test.each([
    [".[", "syntax error, unexpected end of file", "  .[\n   ^"],
    [".[] | nope", "nope/0 is not defined", "  .[] | nope\n        ^^^^"],
    [".[] |\n nope(1)", "nope/1 is not defined", "   nope(1)\n   ^^^^"],
    ["--arg", "arg/0 is not defined", "  --arg\n    ^^^"],
    ["", 'Top-level program not given (try ".")', undefined],
    [".slug", 'Cannot index array with string ("slug")', undefined],
    [".[] | .slug | tonumber", 'string ("eu-budget") cannot be parsed as a number', undefined],
    ['error("stop")', "stop", undefined],
    ["error({a: 1})", '{"a":1}', undefined],
    ['"enough" | halt_error', "enough", undefined],
    ['debug("d") | error("stop")', "stop", undefined],
    ['include "/etc/passwd"; .', "module not found: /etc/passwd", undefined],
  ])("%s", async (expression, message, detail) => {
    const { kind, code, message: said, details } = await errorOf(expression);
    expect({ kind, code, said, detail: details.detail }).toEqual({
      kind: "usage",
      code: "bad-jq",
      said: message,
      detail,
    });
  });

  test("what needs too much memory is an error, not a crash", async () => {
    expect((await errorOf("def f: 1 + f; f")).message).toBe("the expression needs more memory than --jq has");
  });
});
