// What an error of a query says to write instead, and every value that stet writes into a query, is a query itself.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { parseQueryText } from "../../src/query/parse-query.ts";
import { writtenValue } from "../../src/query/quote-value.ts";
import { rebuildQuery } from "../../src/query/rebuild-query.ts";
import { readTokens } from "../../src/query/read-tokens.ts";
import { runs } from "../support/runs.ts";
import { CONTEXT } from "./context.ts";

/** A value as people have them: words, and what means something to the language. */
const value = fc
  .array(fc.constantFrom("say", "hi", '"', "\\", " ", ",", "(", ")", "*", "-", "..", "@me", "any", "é"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

function hintOf(query: string): string {
  try {
    parseQueryText(query, CONTEXT);
  } catch (error) {
    if (error instanceof StetError) return error.details.hint ?? "";
    throw error;
  }
  throw new Error(`${query} is a query`);
}

test("a value is read as it was", () => {
  fc.assert(
    fc.property(value, (text) => {
      const [token, ...others] = readTokens(`tag:${writtenValue(text)}`, CONTEXT.ownFields);
      expect(others).toEqual([]);
      expect(token).toMatchObject({ kind: "field", items: [{ text }] });
    }),
    { numRuns: runs(300) },
  );
});

test("a word of the command line with a blank in it is read as it was", () => {
  expect(readTokens(rebuildQuery(["say hi\\"]), CONTEXT.ownFields)).toMatchObject([
    { kind: "phrase", text: "say hi\\" },
  ]);
  expect(readTokens(rebuildQuery(["tag:a\\b c"]), CONTEXT.ownFields)).toMatchObject([
    { items: [{ text: "a\\b c" }] },
  ]);
});

describe("a hint parses", () => {
  test.each([
    ['tag>"say \\"hi\\""', 'tag:"say \\"hi\\""'],
    ['headline<"the salt ledger"', 'headline:"the salt ledger"'],
    ['title:"the salt ledger" is:live', 'headline:"the salt ledger"'],
    ['headlin:"the salt ledger"', 'headline:"the salt ledger"'],
    ['tag:"a b', 'tag:"a b"'],
    ['headline:"a b\\', 'headline:"a b\\\\"'],
    ["(a OR (b c", "(a OR (b c))"],
    ["updated>2026-01..2026-02", "updated:2026-01..2026-02"],
    ['updated:"2026-02-01 10:00..2026-01-01"', 'updated:"2026-01-01..2026-02-01 10:00"'],
  ])("%s", (query, hint) => {
    expect(hintOf(query)).toBe(hint);
    expect(() => parseQueryText(hint, CONTEXT)).not.toThrow();
  });

  test("whatever the value", () => {
    fc.assert(
      fc.property(value, (text) => {
        const written = writtenValue(`say ${text}`);
        for (const query of [`tag>${written}`, `title:${written}`, `headlin:${written}`, `label:${written}`])
          expect(() => parseQueryText(hintOf(query), CONTEXT)).not.toThrow();
      }),
      { numRuns: runs(100) },
    );
  });
});
