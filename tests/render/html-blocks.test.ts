import { describe, expect, test } from "vitest";
import type { Inline } from "../../src/body/blocks.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { htmlBlocks } from "../../src/render/html/html-blocks.ts";
import { storyDialect } from "../../src/render/html/html-dialect.ts";
import { htmlFootnotes } from "../../src/render/html/html-footnotes.ts";
import { htmlInlines } from "../../src/render/html/html-inline.ts";
import { storyOf } from "./sample-story.ts";

const links = new Map([["live", { href: "/live/", headline: "Live" }]]);

function html(body: string): string {
  const story = storyOf({ body }, { links, imagesAt: "../" });
  return htmlBlocks(story.body.blocks, storyDialect(story));
}

describe("newsroom blocks", () => {
  test.each([
    [
      "> a\n>\n> — *B*",
      '<figure class="pull-quote">\n<blockquote>\n<p>a</p>\n</blockquote>\n<figcaption>— <em>B</em></figcaption>\n</figure>',
    ],
    ['![a](b.png "c")', '<figure>\n<img src="../b.png" alt="a">\n<figcaption>c</figcaption>\n</figure>'],
    ["![a](data:x)", "<figure>\n<p>a</p>\n</figure>"],
    ["# a\n\n## b", "<h2>a</h2>\n<h3>b</h3>"],
    ["a\\\nb\n***", "<p>a<br>\nb</p>\n<hr>"],
    ["~~a~~", "<p><s>a</s></p>"],
    ["x ![a](/b.png 't')", '<p>x <img src="/b.png" alt="a" title="t"></p>'],
    ["``` js x\n<a>\n```", '<pre><code class="language-js">&lt;a&gt;\n</code></pre>'],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test("a table has scoped headers, alignment and a name", () => {
    expect(html("|a|b|\n|:-:|-|\n|c|d|")).toBe(
      [
        '<div class="table" role="region" aria-label="Table" tabindex="0">',
        "<table>",
        "<thead>",
        '<tr><th scope="col" class="center">a</th><th scope="col">b</th></tr>',
        "</thead>",
        "<tbody>",
        '<tr><td class="center">c</td><td>d</td></tr>',
        "</tbody>",
        "</table>",
        "</div>",
      ].join("\n"),
    );
  });
});

describe("links", () => {
  test.each([
    ["[a](article:live)", '<p><a href="/live/">a</a></p>'],
    ["[*a*](article:draft)", "<p><em>a</em></p>"],
    ["[a](https://x.test/?b=c&d 'e\"')", '<p><a href="https://x.test/?b=c&amp;d" title="e&quot;">a</a></p>'],
    ["[a](javascript:b)", "<p>a</p>"],
    ["<javascript:b>", "<p>javascript:b</p>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

test("a link inside a link is its text, a footnote's mark there is no link", () => {
  const inner: Inline = { type: "link", href: "/b", children: [{ type: "text", text: "a" }] };
  const note: Inline = { type: "footnote-reference", number: 1, occurrence: 1 };
  const written = htmlInlines(
    [{ type: "link", href: "/c", children: [inner, note] }],
    storyDialect(storyOf({})),
  );
  expect(written).toBe('<a href="/c">a<sup id="story-fnref-1">1</sup></a>');
});

test("footnotes lead back to every reference", () => {
  const body = "a[^1] b[^1] c[^2]\n\n[^1]: d\n\n[^2]: - e\n\n[^3]: f";
  const story = storyOf({ body, slug: "été" });
  const dialect = storyDialect(story);
  expect(htmlBlocks(story.body.blocks, dialect)).toContain(
    '<sup><a href="#%C3%A9t%C3%A9-fn-1" id="été-fnref-1-2" aria-label="Footnote 1">1</a></sup>',
  );
  const back = (to: string, label: string) =>
    `<a href="#%C3%A9t%C3%A9-fnref-${to}" aria-label="${label}">↩\uFE0E</a>`;
  expect(htmlFootnotes(story.body.footnotes, dialect)).toBe(
    [
      "<ol>",
      '<li id="été-fn-1">',
      `<p>d ${back("1", "Back to the text")} ${back("1-2", "Back to the text (2)")}</p>`,
      "</li>",
      '<li id="été-fn-2">',
      "<ul>",
      "<li>e</li>",
      "</ul>",
      `<p>${back("2", "Back to the text")}</p>`,
      "</li>",
      '<li id="été-fn-3">',
      "<p>f</p>",
      "</li>",
      "</ol>",
    ].join("\n"),
  );
});

test("a body without blocks is nothing", () => {
  expect(htmlBlocks(parseBody("").blocks, storyDialect(storyOf({})))).toBe("");
});
