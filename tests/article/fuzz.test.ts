// Whatever stands in a file, reading it neither throws nor takes long, and every Problem is in order.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../src/article/parse-settings.ts";
import type { Problem } from "../../src/base/problem.ts";
import { corrected, readArticle } from "./read-text.ts";
import { threadTime } from "../support/thread-time.ts";
import { runs } from "../support/runs.ts";
import { anyCharacter } from "../support/any-character.ts";

fc.configureGlobal({ seed: 20_261_122 });

const VALID = [
  "id: 01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11   # minted once",
  'headline: "Commission fines chipmaker"',
  "former_slugs: [eu-fines-chipmaker]",
  "section: world/europe",
  "authors:",
  "  - Jane Doe",
  "  - {name: Li Wei, email: li@courier.example, role: Photographs}",
  "status: published",
  "published: 2026-11-23T06:00:00+01:00",
  'image: {src: images/chip.jpg, alt: "A wafer"}',
  "corrections:",
  '  - {at: 2026-11-23T09:00:00+01:00, text: "An earlier version misstated the fine."}',
  "x: {print_page: 3, a: &a [1, 2], b: *a}",
  "body: |",
  "  First paragraph, **Markdown**.",
  "",
  '  > "Nobody is happy."',
  "",
].join("\n");

const PIECES = [
  ...Array.from("[]{},:?-#&*!|>'\"%@`~\n\t \r\\"),
  ": ",
  " #",
  "- ",
  "? ",
  "---",
  "...",
  "\n  ",
  "\n\n",
  "<<: *a",
  "!!str ",
  "!!binary ",
  "&a ",
  "*a",
  "|+2",
  ">-",
  "%YAML 1.1\n",
  "headline: ",
  "body: |\n",
  "tags: ",
  "x: ",
  "<<<<<<< HEAD\n",
  "\uFEFF",
  "\u0000",
  "\uD800",
  "\u0085",
  "\u2028",
  "é",
  "1e3",
  "\r\n",
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 60 })
  .map((pieces) => pieces.join(""));
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(VALID.length),
      cut: fc.nat(6),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.constant("")),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((edits) =>
    edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), VALID),
  );
const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder("latin1").decode(array));
const binary = fc.string({ unit: anyCharacter, maxLength: 200 });

function checkProblem(text: string, problem: Problem): void {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const { line = 0, column = 0, source, message, correction } = problem;
  expect(source).toBe((lines[line - 1] ?? "missing").replace(/\r$/, ""));
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual((source ?? "").length + 2);
  expect(message).not.toMatch(/\.$|^$/);
  // A correction mends its line: what remains wrong, if anything, is something else.
  if (correction === undefined) return;
  expect(correction).not.toMatch(/\n/);
  expect(correction).not.toBe(source);
  const remaining = readArticle(corrected(text, problem)).problems;
  expect(
    remaining.filter((other) => other.line === line && other.column === column && other.message === message),
  ).toEqual([]);
}

/** Once more, on this thread's own clock, which is slower to ask: the machine may have done something else. */
function timeToRead(text: string): number {
  const start = threadTime();
  readArticle(text);
  return threadTime() - start;
}

function checkReading(text: string): void {
  const start = performance.now();
  const { article, problems } = readArticle(text);
  if (performance.now() - start > 1_000) expect(timeToRead(text)).toBeLessThan(1_000);
  expect(article === undefined).toBe(problems.some(({ severity }) => severity === "error"));
  for (const problem of problems) checkProblem(text, problem);
}

describe("no text throws, hangs or leaves a Problem without its place", () => {
  test.each([
    ["pieces of YAML", soup, 2_500],
    ["a valid article, damaged", mutated, 500],
    ["bytes", bytes, 1_000],
    ["any characters", binary, 1_000],
  ] as const)("%s", (_, texts, numRuns) => {
    fc.assert(fc.property(texts, checkReading), { numRuns: runs(numRuns) });
  });

  test("as stet.yaml", () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated, bytes), (text) => {
        for (const problem of parseSettings(text).problems) expect(problem.line).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: runs(1_000) },
    );
  });
});
