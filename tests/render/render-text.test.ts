import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { STATES } from "../../src/article/state.ts";
import { renderText } from "../../src/render/lines/render-text.ts";
import { HOSTILE_BODIES, HOSTILE_TEXTS } from "./hostile-payloads.ts";
import { FULL_STORY, instant, storyOf } from "./sample-story.ts";
import { anyCharacter } from "../support/any-character.ts";

/** The lines between the headline's rule and the newsroom's name. */
function bodyOf(markdown: string, width = 72): string[] {
  const lines = renderText(storyOf({ headline: "H", body: markdown }), { width }).split("\n");
  return lines.slice(lines.indexOf("===") + 2, -3);
}

describe("blocks", () => {
  test.each<[string, string[]]>([
    ["a *b* **c** `d` ~~e~~", ["a b c d ~~e~~"]],
    ["a\nb\\\nc", ["a b", "c"]],
    ["## A\n\n### Bcdef", ["A", "---", "", "Bcdef", "~~~~~"]],
    ["- a\n- b\n\n  c", ["- a", "", "- b", "", "  c"]],
    ["9. a\n10. b\n    - c", [" 9. a", "10. b", "    - c"]],
    ["-\n- a", ["-", "- a"]],
    ["> a\n>\n> > b", ["> a", ">", "> > b"]],
    ["> a\n>\n> — *B*", ["> a", "> — B"]],
    ["```\na\n\n\tb\n```", ["    a", "", "        b"]],
    ["***", ["* * *"]],
    ["![a](b.png 'c')", ["[Image: a]", "c"]],
    ["a ![](b.png)", ["a [Image]"]],
    ["|a|b|\n|:-|-:|\n|日本|1|", ["a       b", "----  ---", "日本    1"]],
    ["From here", [" From here"]],
    ["<b>raw</b>", ["<b>raw</b>"]],
    ["a\u202Ab\u2067c\u202Ed\u0092e\u200Ff\u200Cg", ["abcde\u200Ff\u200Cg"]],
  ])("%j", (markdown, lines) => {
    expect(bodyOf(markdown)).toEqual(lines);
  });

  test("a table too wide is one record per row", () => {
    const table = "|Name|Text|\n|-|-|\n|a|one two three four|\n|b|five|";
    expect(bodyOf(table, 16)).toEqual([
      "Name: a",
      "Text: one two",
      "  three four",
      "",
      "Name: b",
      "Text: five",
    ]);
  });

  test("text nested very deep stays within the width", () => {
    const lines = bodyOf(`${"> - ".repeat(40)}some words that go on and on and on`, 40);
    expect(lines.filter((line) => displayWidth(line) > 40)).toEqual([]);
  });
});

describe("links", () => {
  test("get a number at the text and a line at the end, one number per address", () => {
    const text = renderText(
      storyOf({ body: "[a](https://x.test/1) [b](https://x.test/2) [c](https://x.test/1)" }),
    );
    expect(text).toContain("\na [1] b [2] c [1]\n");
    expect(text).toContain("\nLinks\n-----\n[1] https://x.test/1\n[2] https://x.test/2\n");
  });
  test.each([
    ["<https://x.test/>", "https://x.test/"],
    ["<a@x.test>", "a@x.test"],
    ["[a](javascript:b)", "a"],
    ["[a](article:gone)", "a"],
  ])("%j needs no number", (markdown, line) => {
    expect(bodyOf(markdown)).toEqual([line]);
  });
  test("relative ones are made absolute", () => {
    expect(renderText(storyOf({ body: "[a](/b)" }))).toContain("[1] https://courier.example/b\n");
  });
});

describe("a story", () => {
  test("has everything an article can have, but its notes", () => {
    const text = renderText(FULL_STORY);
    const shown = [
      "Home > World > Europe",
      "Competition",
      "Commission fines chipmaker over “loyalty” rebates",
      "Brussels says",
      "By Jane Doe [1], Li Wei [2] (Photographs) and Ana Sá",
      "BRUSSELS · Published 23 November 2026, 06:00 CET",
      "Updated 23 November 2026, 08:15 CET",
      "[Image: A wafer held up to the light]\nA wafer at the plant in Dresden. (Photo: Li Wei)",
      "Footnotes\n---------\n¹ Under Article 102.",
      "Corrections\n-----------\n23 November 2026: An earlier version misstated the fine.",
      "First published at https://wire.example/991",
      "Related\n-------\n- The Chip Act, explained [3]\n- Inside the fab",
      "[1] https://courier.example/jane\n[2] mailto:li@courier.example",
      "The Courier\nhttps://courier.example/2026/11/commission-fines-chipmaker/\n",
    ];
    expect(shown.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).not.toContain("CANARY");
  });

  test.each(STATES.filter((state) => state !== "live"))("that is %s says so first", (state) => {
    const article = { published: instant("2026-11-23T06:00:00Z"), expires: instant("2026-11-24T06:00:00Z") };
    expect(renderText(storyOf(article, { state })).split("\n")[0]).toMatch(/^\[ [A-Z –:,0-9]+ \]$/);
  });

  test("under embargo says until when", () => {
    const until = (embargo: ReturnType<typeof instant> | "open") =>
      renderText(storyOf({ embargo }, { state: "embargoed" })).split("\n")[0];
    expect(until(instant("2026-11-23T05:00:00Z"))).toBe("[ EMBARGOED UNTIL 23 NOVEMBER 2026, 06:00 CET ]");
    expect(until("open")).toBe("[ EMBARGOED UNTIL FURTHER NOTICE ]");
  });
});

describe("safe to mail", () => {
  const unsafe = (text: string): string[] =>
    text
      .split("\n")
      .filter(
        (line) =>
          /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\s$/.test(line) ||
          line.startsWith("From ") ||
          (displayWidth(line) > 78 && !/:\/\/|^\[\d+\] /.test(line)),
      );

  test.each([...HOSTILE_BODIES, ...HOSTILE_TEXTS])("%j", (payload) => {
    const text = renderText(
      storyOf({ body: payload, headline: payload, summary: `From ${payload}`, kicker: `\u202E${payload}` }),
    );
    expect(unsafe(text)).toEqual([]);
    expect(text).toContain("CANARY");
  });

  test("any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (body) => {
        expect(unsafe(renderText(storyOf({ body })))).toEqual([]);
      }),
    );
  });
});
