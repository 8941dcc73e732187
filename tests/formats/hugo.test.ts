import { describe, expect, test } from "vitest";
import { HUGO } from "../../src/formats/hugo.ts";
import { entry, FULL, instant, OPTIONS } from "./sample-entry.ts";

const frontOf = (text: string): string[] => text.split("---\n")[1]?.split("\n") ?? [];
const bodyOf = (body: string): string => HUGO.document(entry({ body }), OPTIONS).split("---\n\n")[1] ?? "";

describe("Hugo's front matter", () => {
  test("a full article", () => {
    expect(frontOf(HUGO.document(entry(FULL), OPTIONS))).toEqual([
      'title: "Commission fines chipmaker"',
      'slug: "commission-fines-chipmaker"',
      'date: "2026-11-23T06:00:00+01:00"',
      'publishDate: "2026-11-23T06:00:00+01:00"',
      'lastmod: "2026-11-23T08:15:00+01:00"',
      'expiryDate: "2027-11-23T00:00:00+01:00"',
      "draft: false",
      'aliases: ["eu-fines-chipmaker"]',
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
      'images: ["/images/chip.jpg"]',
      "",
    ]);
  });

  test("a later embargo is the publishDate, and date stays", () => {
    const embargo = instant("2027-01-01T00:00:00Z");
    const front = frontOf(HUGO.document(entry({ embargo }), OPTIONS));
    expect(front).toContain('date: "2026-11-23T06:00:00+01:00"');
    expect(front).toContain('publishDate: "2027-01-01T00:00:00Z"');
    expect(front).toContain("draft: false");
  });

  test.each([{ embargo: "open" }, { status: "draft" }, { status: "killed" }] as const)(
    "%j is a draft",
    (changes) => {
      expect(frontOf(HUGO.document(entry(changes), OPTIONS))).toContain("draft: true");
    },
  );

  test("never holds the notes", () => {
    expect(HUGO.document(entry({ notes: "Secret." }), OPTIONS)).not.toContain("Secret");
  });
});

describe("Hugo's file name", () => {
  test("is the slug", () => {
    expect(HUGO.fileName(entry({ slug: "日本" }), OPTIONS)).toBe("日本.md");
  });
  test("is never index.md, which would swallow the folder", () => {
    expect(HUGO.fileName(entry({ slug: "index" }), OPTIONS)).toBe("index_.md");
  });
});

describe("Hugo's body", () => {
  test.each([
    ["It's \"plain\", isn't it... snake_case\n", "It's \"plain\", isn't it... snake_case\n"],
    ["{{< x >}} {{% y\n", "\\{\\{< x >}} \\{\\{% y\n"],
    ["`{{< x >}}`\n", "`{{</* x */>}}`\n"],
    ["`{{% x %}}` `{{ .Title }}`\n", "`{{%/* x */%}}` `{{ .Title }}`\n"],
    ["`{{< x`\n", "\\{\\{< x\n"],
    ["`{{< x %}}`\n", "\\{\\{< x %}}\n"],
    ["`{{</* x */>}}`\n", "\\{\\{\\</\\* x \\*/>}}\n"],
    ["    {{< x\n      y\n", "\\{\\{< x\\\n&#160;&#160;y\n"],
    ["`<!--more-->` <!--more-->\n", "\\<!\\--more\\--> \\<!\\--more\\-->\n"],
    ["```\n{{<\n\n```\n", "\\{\\{\\<\n"],
    ["a\\\\\\\nb\n", "a&#92;\\\nb\n"],
    ["- a\n-\n", "- a\n- &nbsp;\n"],
    ["- a\n  - b\n  # c\n", "- a\n\n  - b\n\n  ## c\n"],
    ["![^a](b.jpg)\n", "![\\^a](/b.jpg)\n"],
    ["## A {#id}\n", "## A \\{#id}\n"],
    ["a\n: b\n", "a\n\\: b\n"],
    ["--force << >>\n", "\\--force \\<< \\>>\n"],
    ["```go {hl_lines=[1]}\nx\n```\n", "```go\nx\n```\n"],
    ['![A](a.jpg "C *c*")\n', "![A](/a.jpg)\\\n*C \\*c\\**\n"],
    ["![A](https://e.example/a.jpg)\n", "![A](https://e.example/a.jpg)\n"],
    ['[a](/b "c {{ d }}") [a](/b "plain")\n', '[a](/b) [a](/b "plain")\n'],
    ["a\n\n[^x]: Nobody refers to this.\n", "a\n\nNobody refers to this.\n"],
    ["> Q\n>\n> — S\n", "> Q\n>\n> — S\n"],
  ])("%j", (body, expected) => {
    expect(bodyOf(body)).toBe(expected);
  });
});
