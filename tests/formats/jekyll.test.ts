import { describe, expect, test } from "vitest";
import { JEKYLL } from "../../src/formats/jekyll.ts";
import { article, entry, FULL, instant, OPTIONS } from "./sample-entry.ts";

const frontOf = (text: string): string[] => text.split("---\n")[1]?.split("\n") ?? [];
const bodyOf = (body: string): string => JEKYLL.document(entry({ body }), OPTIONS).split("---\n\n")[1] ?? "";

describe("Jekyll's front matter", () => {
  test("a full article", () => {
    const permalink = "https://courier.example/sub/2026/11/commission-fines-chipmaker/";
    expect(frontOf(JEKYLL.document(entry(FULL, { permalink }), OPTIONS))).toEqual([
      'layout: "post"',
      'title: "Commission fines chipmaker"',
      'slug: "commission-fines-chipmaker"',
      'date: "2026-11-23T06:00:00+01:00"',
      'last_modified_at: "2026-11-23T08:15:00+01:00"',
      "published: true",
      'redirect_from: ["/sub/2026/11/eu-fines-chipmaker/"]',
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
      'image: {path: "/images/chip.jpg", alt: "A wafer", caption: "Chips", credit: "Li Wei"}',
      "",
    ]);
  });

  test("a later embargo is the date", () => {
    const embargo = instant("2027-01-01T00:00:00Z");
    expect(frontOf(JEKYLL.document(entry({ embargo }), OPTIONS))).toContain('date: "2027-01-01T00:00:00Z"');
  });

  test.each([
    { embargo: "open" },
    { status: "draft" },
    { expires: instant("2026-11-24T00:00:00Z") },
  ] as const)("%j is not published", (changes) => {
    expect(frontOf(JEKYLL.document(entry(changes), OPTIONS))).toContain("published: false");
  });

  test("former slugs stand where the slug does, not where its word does", () => {
    const each = entry(
      { slug: "news", formerSlugs: ["olds"] },
      { permalink: "https://e.example/news/news/" },
    );
    expect(frontOf(JEKYLL.document(each, OPTIONS))).toContain('redirect_from: ["/news/olds/"]');
  });

  test("former slugs lead from percent-encoded paths", () => {
    const changes = { slug: "東京", formerSlugs: ["łódź"] };
    const text = JEKYLL.document(
      entry(changes, { permalink: "https://e.example/%E6%9D%B1%E4%BA%AC/" }),
      OPTIONS,
    );
    expect(frontOf(text)).toContain('redirect_from: ["/%C5%82%C3%B3d%C5%BA/"]');
  });
});

describe("Jekyll's file name", () => {
  test("begins with the day in the newsroom's zone", () => {
    const published = instant("2026-11-22T23:30:00Z");
    expect(JEKYLL.fileName(entry({ published }), OPTIONS)).toBe("2026-11-23-commission-fines-chipmaker.md");
  });

  test("has no day where the article has no date", () => {
    const { published: _, ...undated } = article({ status: "draft" });
    const each = entry({}, { article: undated, state: "draft" });
    expect(JEKYLL.fileName(each, OPTIONS)).toBe("commission-fines-chipmaker.md");
  });
});

describe("Jekyll's body", () => {
  test.each([
    ["It's \"plain\", isn't it... snake_case\n", "It's \"plain\", isn't it... snake_case\n"],
    ["{{ x }} {% raw %}\n", "\\{\\{ x }} &#123;% raw %}\n"],
    ["`{{ x }}` `{% raw %}`\n", '`{{ "{{" }} x }}` `{{ "{%" }} raw %}`\n'],
    ["`{{{%`\n", '`{{ "{{" }}{{ "{%" }}`\n'],
    ["{: .x} {::y}\n", "\\{: .x} \\{::y}\n"],
    ["<b> &amp;amp; a \\^ ~~~ $$\n", "&lt;b> &amp;amp; a ^ &#126;&#126;&#126; \\$$\n"],
    ["`a|b` ``c`d``\n", "<code>a&#124;b</code> <code>c`d</code>\n"],
    ["a \\| b \\` c\n", "a &#124; b &#96; c\n"],
    ["2_3_4 _\n", "2\\_3\\_4 \\_\n"],
    ["a\\\nb\n", "a<br>\nb\n"],
    ["[x]: y\n\n\\[x]: y\n", "\\[x\\]\\: y\n"],
    ["*a*b*\n", "*a*b\\*\n"],
    ["***a *b* c***\n", "*__a b c__*\n"],
    ["![^a](b.jpg)\n", "![&#94;a](/b.jpg)\n"],
    ['![A](a.jpg "C")\n', "![A](/a.jpg)<br>\n*C*\n"],
    ["- ```\n  x\n  ```\n-\n", "- &nbsp;\n\n  ```\n  x\n  ```\n\n- &nbsp;\n"],
    ["- a\n  - b\n", "- a\n  - b\n"],
    ["##\n", "&nbsp;\n"],
  ])("%j", (body, expected) => {
    expect(bodyOf(body)).toBe(expected);
  });
});
