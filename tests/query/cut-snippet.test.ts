import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { countHeld, cutSnippet } from "../../src/query/cut-snippet.ts";
import { phraseOf } from "../../src/query/read-term.ts";

/** The snippet with its hits in brackets. */
function marked(text: string, sought: readonly string[], columns: number): string {
  return cutSnippet(text, sought.map(phraseOf), columns)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join("");
}

describe("cutSnippet", () => {
  test.each([
    ["A short text.", ["short"], 40, "A [short] text."],
    ["Nothing of the kind is found in here.", ["tide"], 20, "Nothing of the kind…"],
    ["one two three four five six seven eight", ["six"], 20, "…five [six] seven…"],
    ["one two three four five six seven eight", ["eight"], 20, "…six seven [eight]"],
    [
      "tide. One two three four five six. A tide at the gauge, he said.",
      ["tide", "gauge"],
      24,
      "…[tide] at the [gauge], he…",
    ],
    ["line one\n\nline\ttwo  end", ["two"], 40, "line one line [two] end"],
    [
      "音羽島へ渡る定期船はない。白い灯台が立っている。明治の末に灯がともった。",
      ["灯台"],
      20,
      "…白い[灯台]が立ってい…",
    ],
    ["Cre\u0300me bru\u0302le\u0301e", ["creme"], 40, "[Cre\u0300me] bru\u0302le\u0301e"],
    ["budget budget deal", ["budget deal", "budget"], 40, "[budget] [budget deal]"],
    ["a\u001B[2Jb \u202Ehidden", ["hidden"], 60, "a^[[2Jb <U+202E>[hidden]"],
    ["", ["x"], 10, ""],
  ])("%s", (text, sought, columns, expected) => {
    expect(marked(text, sought, columns)).toBe(expected);
  });

  test("is one harmless line that fits, and shows a hit where there is one and room for it", () => {
    const word = fc.constantFrom(
      "tide",
      "gauge",
      "Hafen",
      "灯台",
      "e\u0301tat",
      "👩‍👩‍👧",
      "\u001B[31m",
      "ﬁn",
      "日本語",
      "a".repeat(30),
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 200 }), (sample, columns) => {
        const parts = cutSnippet(sample, [phraseOf("tide")], columns);
        const line = parts.map(({ text: part }) => part).join("");
        // oxlint-disable-next-line no-control-regex
        expect(line).not.toMatch(/[\u0000-\u001F]/);
        expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(parts.some(({ isHit }) => isHit)).toBe(/\btide\b/.test(sample));
      }),
    );
  });
});

test("countHeld counts phrases, not places", () => {
  expect(countHeld("tide and tide and gauge", ["tide", "gauge", "sea"].map(phraseOf))).toBe(2);
});
