import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropIllegalCharacters } from "../../src/base/escape-html.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { MARKDOWN } from "../../src/formats/markdown.ts";
import { anyText, entry, FULL, OPTIONS } from "./sample-entry.ts";
import { shownText } from "./visible-text.ts";

const bodyOf = (body: string, options = OPTIONS): string =>
  MARKDOWN.document(entry({ body }), options).replace(/^---\n[^]*?\n---\n\n?/, "");

describe("Markdown", () => {
  test("a full article", () => {
    expect(MARKDOWN.document(entry(FULL), OPTIONS)).toBe(
      [
        "---",
        'title: "Commission fines chipmaker"',
        'slug: "commission-fines-chipmaker"',
        'date: "2026-11-23T06:00:00+01:00"',
        'lastmod: "2026-11-23T08:15:00+01:00"',
        "draft: false",
        'description: "Two sentences.\\nA reader sees them first."',
        'categories: ["world/europe"]',
        'tags: ["competition", "no"]',
        'authors: ["Jane Doe", "Li Wei"]',
        'kicker: "Competition"',
        'dateline: "BRUSSELS"',
        'language: "en-GB"',
        'genre: "news"',
        'source: "https://wire.example/991"',
        'corrections: [{date: "2026-11-23T09:00:00+01:00", text: "An earlier version misstated the fine."}]',
        'image: {src: "images/chip.jpg", alt: "A wafer", caption: "Chips", credit: "Li Wei"}',
        "---",
        "",
        "First, **Markdown**.",
        "",
        '> "It is',
        '> a deal."',
        ">",
        "> — A diplomat",
        "",
      ].join("\n"),
    );
  });

  test("the file is named by the slug", () => {
    expect(MARKDOWN.fileName(entry(), OPTIONS)).toBe("commission-fines-chipmaker.md");
  });

  test("an empty body is an empty body", () => {
    expect(bodyOf("")).toBe("");
  });

  test("subheads begin at level 2", () => {
    expect(bodyOf("# One\n\n### Two\n")).toBe("## One\n\n### Two\n");
  });

  test("a link to an article leads where the newsroom says", () => {
    const options = { ...OPTIONS, linkTo: (slug: string) => `https://courier.example/${slug}/` };
    expect(bodyOf("[the act](article:chip-act)\n", options)).toBe(
      "[the act](https://courier.example/chip-act/)\n",
    );
  });

  test("a link to an article that may not be linked is its text", () => {
    expect(bodyOf("[the act](article:chip-act)\n")).toBe("the act\n");
  });

  test("an address that would run a program is its text", () => {
    expect(bodyOf("[here](javascript:alert) ![pic](data:x)\n")).toBe("here pic\n");
  });

  test("control characters from a wire are left out", () => {
    expect(bodyOf("a\u0002b\u000Bc\n")).toBe("abc\n");
  });

  test("stet shows the same when it reads it back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shownText(bodyOf(text))).toBe(shownText(dropIllegalCharacters(text)));
      }),
    );
  });

  test("the body is parsed again as the same tree", () => {
    const body = FULL.body ?? "";
    expect(parseBody(bodyOf(body))).toEqual(parseBody(body));
  });
});
