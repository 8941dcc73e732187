import * as fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { dropIllegalCharacters } from "../../src/base/escape-html.ts";
import { printFrontMatter } from "../../src/formats/front-matter.ts";
import { anyText } from "./sample-entry.ts";

function readBack(text: string): unknown {
  const lines = text.split("\n");
  expect([lines[0], ...lines.slice(-2)]).toEqual(["---", "---", ""]);
  return load(lines.slice(1, -2).join("\n"));
}

describe("printFrontMatter", () => {
  test("every string is quoted, booleans are not", () => {
    expect(printFrontMatter({ title: "no", date: "2026-01-01", draft: true })).toBe(
      '---\ntitle: "no"\ndate: "2026-01-01"\ndraft: true\n---\n',
    );
  });

  test("lists and maps stand on one line", () => {
    expect(printFrontMatter({ tags: ["a", "b: c"], image: { path: "/a.jpg", alt: undefined } })).toBe(
      '---\ntags: ["a", "b: c"]\nimage: {path: "/a.jpg"}\n---\n',
    );
  });

  test("what says nothing is left out", () => {
    expect(printFrontMatter({ a: undefined, b: "", c: [] })).toBe("---\n---\n");
  });

  test("a line of dashes cannot end it early", () => {
    expect(printFrontMatter({ title: "a\n---\nb" })).toBe('---\ntitle: "a\\n---\\nb"\n---\n');
  });

  test("characters no page may hold are left out", () => {
    expect(printFrontMatter({ title: "a\u0002\u000B\uFFFE\uD800b" })).toBe('---\ntitle: "ab"\n---\n');
  });

  test("js-yaml reads back every string", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { minLength: 1 }), (title, tags) => {
        const kept = [title, ...tags].map(dropIllegalCharacters);
        const read = readBack(printFrontMatter({ title: `x${title}`, tags }));
        expect(read).toEqual({ title: `x${kept[0]}`, tags: kept.slice(1) });
      }),
    );
  });
});
