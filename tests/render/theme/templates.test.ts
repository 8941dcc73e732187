import { describe, expect, test } from "vitest";
import { StetError } from "../../../src/base/stet-error.ts";
import { fillTemplate } from "../../../src/render/theme/fill-template.ts";
import { checkTemplates, type Templates } from "../../../src/render/theme/templates.ts";
import { bareCopy, markup, markupOf, type View } from "../../../src/render/theme/view.ts";

function templates(texts: Readonly<Record<string, string>>): Templates {
  return new Map(
    Object.entries(texts).map(([name, text]) => [name, { file: `theme/${name}.mustache`, text }]),
  );
}

function fill(text: string, view: View, others: Readonly<Record<string, string>> = {}): string {
  return markupOf(fillTemplate(templates({ page: text, ...others }), "page", view)) ?? "";
}

describe("filling", () => {
  test.each<[string, string, View, string]>([
    ["text is escaped", "{{a}}", { a: `<b title="x">'&` }, "&lt;b title=&quot;x&quot;&gt;&#39;&amp;"],
    ["characters HTML forbids are dropped", "{{a}}", { a: "x\u0000\u000By" }, "xy"],
    ["markup is printed as it is", "{{a}}", { a: markup("<b>'x'</b>") }, "<b>'x'</b>"],
    ["empty markup is not there", "{{#a}}[{{a}}]{{/a}}{{^a}}none{{/a}}", { a: markup("") }, "none"],
    ["numbers", "{{a}}", { a: 0 }, "0"],
    ["groups print nothing", "[{{a}}{{b}}]", { a: { b: "x" }, b: ["y"] }, "[]"],
    ["functions are no data", "[{{a}}]", { a: bareCopy(() => "x") }, "[]"],
    ["prototypes are out of reach", "[{{a.toString}}{{constructor}}{{a.b.map}}]", { a: { b: [] } }, "[]"],
    ["an object cannot pose as markup", "[{{a}}]", { a: { html: "<b>", markup: "<b>" } }, "[]"],
    ["lists", "{{#a}}{{b}},{{/a}}", { a: [{ b: 1 }, { b: 2 }] }, "1,2,"],
    ["a list's own keys hide those around it", "{{#a}}[{{b}}]{{/a}}", { b: "outer", a: [{ b: "" }] }, "[]"],
  ])("%s", (_, text, view, html) => {
    expect(fill(text, view)).toBe(html);
  });

  test("a template calls another", () => {
    expect(fill("<ul>{{#a}}{{> item}}{{/a}}</ul>", { a: ["x", "<y>"] }, { item: "<li>{{.}}</li>" })).toBe(
      "<ul><li>x</li><li>&lt;y&gt;</li></ul>",
    );
  });
});

function faultOf(texts: Readonly<Record<string, string>>): object {
  try {
    checkTemplates(templates(texts), new Set(["headline", "article", "stories", "x"]));
  } catch (error) {
    if (error instanceof StetError) {
      const { where, hint } = error.details;
      return { at: `${where?.file}:${where?.line}:${where?.column}`, says: error.message, hint };
    }
    throw error;
  }
  return {};
}

describe("checking", () => {
  test.each<[string, Readonly<Record<string, string>>, object]>([
    [
      "an unescaped tag",
      { a: "<p>\n  {{{headline}}}" },
      {
        at: "theme/a.mustache:2:3",
        says: "{{{headline}}} would print text as HTML",
        hint: "write {{headline}}: what is HTML already stays HTML",
      },
    ],
    [
      "an unescaped tag in a section",
      { a: "{{#article}}\n{{&headline}}{{/article}}" },
      {
        at: "theme/a.mustache:2:1",
        says: "{{{headline}}} would print text as HTML",
        hint: "write {{headline}}: what is HTML already stays HTML",
      },
    ],
    [
      "an unknown name",
      { a: "\n\n{{headlin}}" },
      { at: "theme/a.mustache:3:1", says: "no page has a value headlin", hint: "did you mean headline?" },
    ],
    [
      "an unknown template",
      { a: "{{> tease}}", teaser: "" },
      { at: "theme/a.mustache:1:1", says: "there is no template tease", hint: "did you mean teaser?" },
    ],
    [
      "a path",
      { a: "{{> ../../etc/passwd}}" },
      { at: "theme/a.mustache:1:1", says: "there is no template ../../etc/passwd", hint: undefined },
    ],
    [
      "an unclosed tag",
      { a: "x\n{{headline\ny\nz" },
      { at: "theme/a.mustache:2:1", says: "this {{ is never closed", hint: "write }} behind the name" },
    ],
    [
      "an unclosed section",
      { a: "x\n{{#article}}\ny\nz" },
      {
        at: "theme/a.mustache:2:1",
        says: "the section article is never closed",
        hint: "{{/article}} closes it",
      },
    ],
    [
      "a section closed by another",
      { a: "{{#article}}\n{{#stories}}\n{{/article}}" },
      {
        at: "theme/a.mustache:2:1",
        says: "the section stories is never closed",
        hint: "{{/stories}} closes it",
      },
    ],
    [
      "a section that was never opened",
      { a: "x\n\n{{/article}}" },
      {
        at: "theme/a.mustache:3:1",
        says: "{{/article}} closes what is not open",
        hint: "{{#article}} opens it",
      },
    ],
    [
      "a circle",
      { a: "{{> b}}", b: "\n{{> c}}", c: "{{> b}}" },
      {
        at: "theme/c.mustache:1:1",
        says: "the template comes back to itself: a > b > c > b",
        hint: undefined,
      },
    ],
  ])("%s", (_, texts, fault) => {
    expect(faultOf(texts)).toEqual(fault);
  });

  test.each([
    "{{article.headline}}",
    "{{#stories}}{{.}}{{/stories}}",
    "{{! any words }}",
    "{{x.print_page}}",
  ])("%s is fine", (text) => {
    expect(faultOf({ a: text })).toEqual({});
  });

  test("a template may be called from many places", () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`t${at}`, `{{> t${at + 1}}}{{> t${at + 1}}}`]),
    );
    expect(faultOf({ ...many, t40: "" })).toEqual({});
  });
});
