import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../../src/render/theme/fill-template.ts";
import { markupOf, sharedView, type View } from "../../../src/render/theme/view.ts";

function filler(text: string, partials: Readonly<Record<string, string>> = {}): (view: View) => string {
  const named = Object.entries({ page: text, ...partials });
  const templates = new Map(named.map(([name, each]) => [name, { file: name, text: each }]));
  return (view) => markupOf(fillTemplate(templates, "page", view)) ?? "";
}

describe("a view that many pages have", () => {
  const link = sharedView({ name: "World", links: [{ name: "Europe" }] });

  test("is filled in every section by itself", () => {
    const fill = filler("{{#link}}<{{name}}>{{/link}}{{#link}}{{#links}}({{name}}){{/links}}{{/link}}");
    expect(fill({ link })).toBe("<World>(Europe)");
    expect(fill({ link })).toBe("<World>(Europe)");
  });

  test.each([
    ["in a section", "{{#link}}{{name}} {{page}}{{/link}}"],
    ["deeper in it", "{{#link}}{{#links}}{{name}} {{page}}{{/links}}{{/link}}"],
    ["in a list", "{{#list}}{{name}} {{page}}{{/list}}"],
    ["where it is asked for", "{{#link}}{{#page}}{{name}} {{page}}{{/page}}{{/link}}"],
    ["where it is not there", "{{#link}}{{name}}{{^page}}none{{/page}}{{/link}}"],
    ["in a template it calls", "{{#link}}{{name}} {{> inner}}{{/link}}"],
  ])("shows what each page has around it: %s", (_, text) => {
    const fill = filler(text, { inner: "{{page}}" });
    const pages = ["1", "", "2"].map((page) => fill({ link, list: [link], page }));
    expect(pages).toEqual(
      ["1", "", "2"].map((page) => filler(text, { inner: "{{page}}" })({ link, list: [link], page })),
    );
  });
});
