// Every example of the CommonMark specification through the body's tree and back out.
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { Body } from "../../src/body/blocks.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { COMMONMARK_DIALECT } from "../../src/render/html/html-dialect.ts";
import { htmlBlocks } from "../../src/render/html/html-blocks.ts";
import { PLAIN_DIALECT } from "../../src/render/markdown/markdown-dialect.ts";
import { printMarkdown } from "../../src/render/markdown/print-markdown.ts";

interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const { tests }: { tests: Example[] } = createRequire(import.meta.url)("commonmark-spec");
const examples = tests.map(({ markdown, html, ...rest }) => ({
  ...rest,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
}));

function html(body: Body): string {
  const written = htmlBlocks(body.blocks, COMMONMARK_DIALECT);
  return written === "" ? "" : `${written}\n`;
}

test("the specification has its 652 examples", () => {
  expect(examples).toHaveLength(652);
});

describe("CommonMark 0.31.2, byte for byte", () => {
  test.each(examples)("$number $section", ({ markdown, html: expected }) => {
    expect(html(parseBody(markdown, { commonmark: true }))).toBe(expected);
  });
});

describe("what is printed reads back as the same tree", () => {
  test.each(examples)("$number $section", ({ markdown }) => {
    const body = parseBody(markdown);
    expect(parseBody(printMarkdown(body, PLAIN_DIALECT))).toEqual(body);
  });
});

/** Where newsroom copy differs on purpose: raw HTML is text, a paragraph that is only an image is a figure. */
describe("newsroom copy differs from CommonMark only where it means to", () => {
  test.each(examples)("$number $section", ({ markdown, html: expected }) => {
    const rawHtml = /"type":"raw-/.test(JSON.stringify(parseBody(markdown, { commonmark: true })));
    const figure = /"type":"figure"/.test(JSON.stringify(parseBody(markdown)));
    const same = html(parseBody(markdown)) === expected;
    expect(same || rawHtml || figure).toBe(true);
  });
});
