import { expect, test } from "vitest";
import { parseBody } from "../../src/body/parse-body.ts";
import { renderMarkdown } from "../../src/render/markdown/render-markdown.ts";
import { FULL_STORY, storyOf } from "./sample-story.ts";

test("a story is one readable document", () => {
  const markdown = renderMarkdown(FULL_STORY);
  const shown = [
    "[Home](https://courier.example/) › [World](https://courier.example/world/)",
    "\n\nCompetition\n\n# Commission fines chipmaker over “loyalty” rebates\n\n**Brussels says",
    "By [Jane Doe](https://courier.example/jane), [Li Wei](mailto:li@courier.example) (Photographs) and Ana Sá\n",
    "BRUSSELS · Published 23 November 2026, 06:00 CET · Updated 23 November 2026, 08:15 CET\n",
    "![A wafer held up to the light](images/chip.jpg)\n\nA wafer at the plant in Dresden. (Photo: Li Wei)\n",
    "[the explainer](https://courier.example/2026/10/chip-act-explained/), a draft and",
    "\n## What was decided\n",
    "> — A *senior* diplomat\n",
    "\n### The figures\n\n| Country | Fine | Paid |\n| :-- | --: | :-: |\n",
    "## Corrections\n\n- 23 November 2026: An earlier version misstated the fine.\n",
    "## Related\n\n- [The Chip Act, explained](https://courier.example/2026/10/chip-act-explained/)\n- Inside the fab\n",
    "[^1]: Under Article 102.\n\n    With a second paragraph.\n\n[^2]: See `Annex II`.\n",
  ];
  expect(shown.filter((part) => !markdown.includes(part))).toEqual([]);
  expect(markdown).not.toContain("CANARY");
});

test("text fields are text, whatever they look like", () => {
  const story = storyOf({
    headline: "# *1* [x](y)\n- z",
    kicker: "1. a",
    authors: [{ name: "_B_" }],
    summary: "<b>",
  });
  const { blocks } = parseBody(renderMarkdown(story));
  expect(blocks.map(({ type }) => type)).toEqual([
    "paragraph",
    "paragraph",
    "heading",
    "paragraph",
    "paragraph",
  ]);
  expect(blocks[2]).toEqual({
    type: "heading",
    level: 1,
    children: [{ type: "text", text: "# *1* [x](y) - z" }],
  });
  expect(blocks[4]).toEqual({ type: "paragraph", children: [{ type: "text", text: "By _B_" }] });
});

test("a story that is not live says so first", () => {
  expect(renderMarkdown(storyOf({}, { state: "killed" }))).toMatch(/^\*\*Killed: do not use\*\*\n/);
});
