import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/display-width.ts";
import { PLAIN_STYLE, type Style } from "../../src/render/lines/ansi-look.ts";
import { renderAnsi } from "../../src/render/lines/render-ansi.ts";
import { stateSymbol } from "../../src/render/lines/state-symbol.ts";
import { HOSTILE_BODIES, HOSTILE_TEXTS } from "./hostile-payloads.ts";
import { FULL_STORY, storyOf } from "./sample-story.ts";

const tag = (name: string) => (text: string) => `{${name}:${text}}`;

/** Every style as visible braces. */
const BRACES: Style = {
  bold: tag("b"),
  dim: tag("d"),
  italic: tag("i"),
  underline: tag("u"),
  strikethrough: tag("s"),
  cyan: tag("c"),
  yellow: tag("y"),
  link: (text, url) => `{${url}|${text}}`,
  hyperlinks: true,
  unicode: true,
};

function bodyOf(body: string, style: Style, width = 80): string {
  return renderAnsi(storyOf({ body }), { width, style }).split("\n\n").slice(1).join("\n\n");
}

test("a story as `stet show` prints it", () => {
  const story = storyOf(
    {
      headline: "EU leaders strike budget deal",
      authors: [{ name: "Jane Doe" }],
      status: "review",
      body: "After 14 hours of talks the leaders agreed.\n\n> “Nobody is happy.”\n>\n> — a senior diplomat",
    },
    {
      state: "review",
      breadcrumb: [{ name: "Home" }, { name: "Europe" }],
      related: [
        { slug: "a", headline: "The EU budget in five charts" },
        { slug: "b", headline: "Another" },
      ],
    },
  );
  expect(renderAnsi(story, { width: 80, style: PLAIN_STYLE })).toBe(
    [
      "Home › Europe",
      "EU leaders strike budget deal",
      "By Jane Doe · ◐ In review · 14 words",
      "",
      "  After 14 hours of talks the leaders agreed.",
      "",
      "  ┃ “Nobody is happy.”",
      "  ┃ — a senior diplomat",
      "",
      "Related: The EU budget in five charts",
      "         Another",
      "",
    ].join("\n"),
  );
});

describe("styles", () => {
  test.each([
    ["*a* **b** ~~c~~ `d`", "  {i:a} {b:b} ~{s:c}~ {c:d}\n"],
    ["***a***", "  {i:{b:a}}\n"],
    ["## A", "  {b:A}\n"],
    ["[a *b*](https://x.test/)", "  {https://x.test/|{u:a }}{https://x.test/|{u:{i:b}}}\n"],
    ["> a", "  {d:┃ }a\n"],
    ["- a", "  • a\n"],
  ])("%j", (markdown, expected) => {
    expect(bodyOf(markdown, BRACES)).toBe(expected);
  });
  test("are closed at each line's end and opened again", () => {
    expect(bodyOf("**one two three**", BRACES, 10)).toBe("  {b:one two}\n  {b:three}\n");
  });
  test("without hyperlinks addresses are listed", () => {
    expect(bodyOf("[a](https://x.test/)", PLAIN_STYLE)).toBe("  a [1]\n\nLinks\n  [1] https://x.test/\n");
  });
  test("without Unicode only ASCII is drawn", () => {
    const ascii = renderAnsi(
      { ...FULL_STORY, state: "draft" },
      { width: 80, style: { ...PLAIN_STYLE, unicode: false } },
    );
    expect(ascii.replace(/[“”á日本€—]/g, "")).toMatch(/^[ -~\n]*$/);
  });
});

test.each([20, 40, 80, 200])("at %i columns no line is wider, nor than 80", (width) => {
  const lines = renderAnsi(FULL_STORY, { width, style: PLAIN_STYLE }).split("\n");
  const wide = lines.filter(
    (line) => displayWidth(line) > Math.min(width, 80) && !/:\/\/|mailto:|tel:/.test(line),
  );
  expect(wide).toEqual([]);
});

describe("hostile text is shown, not obeyed", () => {
  test.each([...HOSTILE_BODIES, ...HOSTILE_TEXTS])("%j", (payload) => {
    const hostile = `\u001B]0;x\u0007\u202E\u{E0041}${payload}`;
    const author = { name: hostile, role: hostile, url: `https://x.test/${hostile}` };
    const text = renderAnsi(
      storyOf({ body: hostile, headline: hostile, authors: [author], dateline: hostile }),
      {
        width: 80,
        style: { ...PLAIN_STYLE, hyperlinks: true, link: (label, url) => `${label}${url}` },
      },
    );
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u,
    );
    expect(text).toContain("^[]0;x^G<U+202E>");
  });
});

test("each state has its sign", () => {
  expect([stateSymbol("review", true), stateSymbol("review", false)]).toEqual(["◐", "~"]);
});
