// How one text is written: plain where no reader can misread it, else quoted, else a literal block.
import { describe, expect, test } from "vitest";
import { printFlow, printMoment } from "../../src/article/print-article.ts";
import { printLine, printText } from "../../src/article/yaml/print-scalar.ts";
import { threadTime } from "../support/thread-time.ts";

describe("one line", () => {
  test.each([
    ["Commission fines chipmaker", "Commission fines chipmaker"],
    ["Élection à Lyon (suite)", "Élection à Lyon (suite)"],
    ["ニュース", "ニュース"],
    ["a:b", "a:b"],
    ["https://a.example/b", "https://a.example/b"],
    ["a, b", '"a, b"'],
    ["a: b", '"a: b"'],
    ["a:", '"a:"'],
    ["a #b", '"a #b"'],
    ["C#", '"C#"'],
    ["1984", '"1984"'],
    ["2026-11-23", '"2026-11-23"'],
    ["yes", '"yes"'],
    ["Null", '"Null"'],
    ["y", '"y"'],
    ["inf", '"inf"'],
    ["", '""'],
    [" a", '" a"'],
    ["a ", '"a "'],
    ["a  b", '"a  b"'],
    ["-a", '"-a"'],
    ['a "b"', '"a \\"b\\""'],
    ["a\\b", '"a\\\\b"'],
    ["a\nb\tc\rd", '"a\\nb\\tc\\rd"'],
    ["\u0000\u001B\u007F\u0085", '"\\x00\\x1B\\x7F\\x85"'],
    ["\u2028\u2029\u202E\u2066\uFEFF", '"\\u2028\\u2029\\u202E\\u2066\\uFEFF"'],
    ["\uD800", '"\\uD800"'],
    ["😀", '"😀"'],
    ["می‌خواهم", '"می‌خواهم"'],
  ])("%j", (text, written) => {
    expect(printLine(text)).toBe(written);
  });

  test("a style is kept where it can hold the text", () => {
    expect(printLine("a", "double")).toBe('"a"');
    expect(printLine("it's", "single")).toBe("'it''s'");
    expect(printLine("a\u0007", "single")).toBe('"a\\x07"');
    expect(printLine("a", "block")).toBe('"a"');
  });
});

describe("text over lines", () => {
  test.each([
    ["a\nb", "|-\n  a\n  b"],
    ["a\nb\n", "|\n  a\n  b"],
    ["a\n\nb\n\n", "|+\n  a\n\n  b\n"],
    [" a\nb\n", "|2\n   a\n  b"],
    ["\na\n", "|2\n\n  a"],
    ["a\n  b\n", "|\n  a\n    b"],
    ["a\n---\n# b\n", "|\n  a\n  ---\n  # b"],
    // Readers disagree about blank lines at the end that hold blanks, and about text of nothing else.
    ["a\n ", '"a\\n "'],
    ["a\n \n", '"a\\n \\n"'],
    ["a\n \n\n", '"a\\n \\n\\n"'],
    ["\n", '"\\n"'],
    [" \n ", '" \\n "'],
    ["a", '"a"'],
    ["a\r\nb", '"a\\r\\nb"'],
    ["a\nb\u2028", '"a\\nb\\u2028"'],
    ["a\nb\u0085", '"a\\nb\\x85"'],
    ["\uFEFFa\nb", '"\\uFEFFa\\nb"'],
  ])("%j", (text, written) => {
    expect(printText(text)).toBe(written);
  });

  test("a hundred thousand blank lines before the last one are quick", () => {
    const started = threadTime();
    printText(`a\n${" \n".repeat(100_000)}b\n`);
    expect(threadTime() - started).toBeLessThan(1_000);
  });

  test("below an indented key, with the file's line breaks", () => {
    expect(printText(" a\n\nb\n", 2, "\r\n")).toBe("|2\r\n     a\r\n\r\n    b");
  });
});

test.each([
  ["2026-11-23T06:00:00+01:00", "2026-11-23T06:00:00+01:00"],
  ["2026-11-23 06:00", "2026-11-23 06:00"],
  ["2026-11-23", "2026-11-23"],
  ["open", "open"],
  ["01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11", "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11"],
  ["2026-11", '"2026-11"'],
  ["12345678", '"12345678"'],
])("the moment %s", (text, written) => {
  expect(printMoment(text)).toBe(written);
});

test.each([
  [3, "3"],
  [-1.5, "-1.5"],
  [1e21, "1.0e+21"],
  [1e-7, "1.0e-7"],
  [1.5e300, "1.5e+300"],
  [12345678901234567000, "1.2345678901234567e+19"],
  [Infinity, ".inf"],
  [-Infinity, "-.inf"],
  [NaN, ".nan"],
  [-0, "-0.0"],
  [true, "true"],
  [null, "null"],
  [undefined, "null"],
  [[1, "a b", ["c"]], "[1, a b, [c]]"],
  [{ a: 1, "b c": { d: "e: f" }, g: undefined }, '{a: 1, b c: {d: "e: f"}}'],
  [{ at: "2026-11-23", text: "2026-11-23" }, '{at: 2026-11-23, text: "2026-11-23"}'],
  [{}, "{}"],
  [[], "[]"],
])("%j in flow style", (value, written) => {
  expect(printFlow(value)).toBe(written);
});
