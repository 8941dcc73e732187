// Inputs that make Markdown parsers hang or overflow, through the parser and every renderer.
import { expect, test } from "vitest";
import { countWords } from "../../src/body/count-words.ts";
import { renderAnsi } from "../../src/render/lines/render-ansi.ts";
import { PLAIN_STYLE } from "../../src/render/lines/ansi-look.ts";
import { renderHtmlPage } from "../../src/render/html/html-page.ts";
import { renderMarkdown } from "../../src/render/markdown/render-markdown.ts";
import { renderText } from "../../src/render/lines/render-text.ts";
import { storyOf } from "../render/sample-story.ts";
import { threadTime } from "../support/thread-time.ts";

const MANY = 10_000;
const many = (text: string, times = MANY): string => text.repeat(times);
const lines = (line: (index: number) => string, count = MANY): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

const INPUTS: Readonly<Record<string, string>> = {
  "nested emphasis": many("*a **a ") + many("b** b*"),
  "openers of emphasis": many("*a "),
  "closers of emphasis": many("a* "),
  "nested brackets": many("[") + "a" + many("]"),
  "open links": many("[a](<b>"),
  "nested images": many("![") + "a" + many("](b)"),
  "nested quotes": many("> ") + "a",
  "nested lists": many("- ") + "a",
  "nested list lines": lines((depth) => `${" ".repeat(2 * depth)}- a`, 500),
  "quotes and lists": many("> - ") + "a",
  "runs of backticks": Array.from({ length: 1_000 }, (_, length) => `e${"`".repeat(length)}`).join(""),
  comments: many("<!--"),
  "open tags": many("<a "),
  references: `${lines((at) => `[${at}]: u`)}\n${many("[1]")}`,
  "open footnotes": `[^1]: a\n\n${many("[^")}`,
  "chained footnotes": lines((at) => `[^${at}]: a[^${at + 1}]\n`, 2_000),
  "nested inline footnotes": many("^[") + "a" + many("]"),
  "a wide table": `|${many("a|", 1_000)}\n|${many("-|", 1_000)}\n${many("|x\n", 100)}`,
  strikes: many("~~a ") + many("b~~ "),
  "one long word": many("x", 10 * MANY),
  "blanks within a line": `a${many(" ")}b${many("\u00A0")}c`,
  "empty lines": `a${many("\n")}b`,
  "empty lines in code": `\`\`\`\na${many("\n")}b`,
  "marks on a letter": `か${many("\u3099")}`,
  "emoji families": many("👨‍👩‍👧"),
  underscores: many("_") + "a" + many("_"),
  tildes: many("~a~"),
  "a heading of hashes": `# ${many("#")} a`,
};

test.each(Object.entries(INPUTS))("%s", (_, body) => {
  const started = threadTime();
  const story = storyOf({ body });
  const outputs = [
    renderHtmlPage(story),
    renderText(story),
    renderAnsi(story, { width: 80, style: PLAIN_STYLE }),
    renderMarkdown(story),
  ];
  expect(outputs.map((output) => output.endsWith("\n"))).toEqual([true, true, true, true]);
  expect(countWords(story.body)).toBeGreaterThanOrEqual(0);
  expect(threadTime() - started).toBeLessThan(5_000);
});
