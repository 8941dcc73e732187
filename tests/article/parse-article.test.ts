// The contract of an article file: types by field, defaults, every field's shape (article-format.md).
import { describe, expect, test } from "vitest";
import { KINDS, STATUSES } from "../../src/article/article.ts";
import { LIMITS } from "../../src/article/limits.ts";
import { articleOf, problemsOf, readArticle } from "./read-text.ts";

describe("the smallest article", () => {
  test("is a headline", () => {
    expect(articleOf("headline: Commission fines chipmaker\n")).toEqual({
      headline: "Commission fines chipmaker",
      slug: "file-name",
      formerSlugs: [],
      authors: [],
      tags: [],
      language: "en-GB",
      kind: "news",
      status: "draft",
      related: [],
      corrections: [],
      x: {},
      body: "",
    });
  });

  test.each([
    ["", "1:1 error schema: the file is empty"],
    ["\uFEFF", "1:1 error schema: the file is empty"],
    ["# nothing but a comment\n", "1:1 error schema: the file is empty"],
    ["---\n", "1:1 error schema: the file is empty"],
    ["\n\n\n", "1:1 error schema: the file is empty"],
    ["~\n", "1:1 error schema: the file holds no fields"],
    ["just words\n", "1:1 error schema: the file holds no fields"],
    ["- a\n- list\n", "1:1 error schema: the file holds no fields"],
    ["[a, b]\n", "1:1 error schema: the file holds no fields"],
    ["{}\n", "1:1 error schema: an article needs a headline"],
    ["kicker: a\n", "1:1 error schema: an article needs a headline"],
    ["headline:\n", "1:10 error schema: an article needs a headline"],
    ['headline: ""\n', "1:11 error schema: an article needs a headline"],
    ['headline: "  "\n', "1:11 error schema: an article needs a headline"],
  ])("%j is none", (text, problem) => {
    expect(problemsOf(text).map((line) => line.replace(/^[1-9]\d*:1 (?=.*empty)/, "1:1 "))).toEqual([
      problem,
    ]);
  });
});

test("every field at once", () => {
  const text = [
    "id: 01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11   # minted once",
    'headline: "Commission fines chipmaker"',
    "slug: commission-fines-chipmaker",
    "former_slugs: [eu-fines-chipmaker]",
    "kicker: Competition",
    'summary: "Two sentences."',
    "section: world/europe",
    "authors:",
    "  - Jane Doe",
    "  - jane",
    "  - {name: Li Wei, email: li@courier.example, url: https://courier.example/li, role: Photographs}",
    "dateline: BRUSSELS",
    "tags: [competition, semiconductors]",
    "language: nl-BE",
    "kind: analysis",
    "status: published",
    "created: 2026-11-22T09:00:00+01:00",
    "published: 2026-11-23T06:00:00+01:00",
    "updated: 2026-11-23 08:15",
    "embargo: 2026-11-23T05:00:00+01:00",
    "expires: 2027-11-23",
    'image: {src: images/chip.jpg, alt: "A wafer", caption: "...", credit: "Li Wei"}',
    "related: [chip-act-explained]",
    "translation_of: puce-l-amende",
    "corrections:",
    '  - {at: 2026-11-23T09:00:00+01:00, text: "An earlier version misstated the fine."}',
    "source: https://wire.example/991",
    'notes: "Internal."',
    "x: {print_page: 3}",
    "body: |",
    "  First paragraph, **Markdown**.",
    "",
    "  ## A subhead",
    "",
  ].join("\n");
  const instant = (written: string, utc: string): object => ({ epochMs: Date.parse(utc), written });
  const authors = new Map([["jane", { name: "Jane Marple", email: "jane@courier.example" }]]);
  const sections = new Map([["world/europe", { name: "Europe" }]]);
  expect(articleOf(text, { authors, sections })).toEqual({
    id: "01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11",
    headline: "Commission fines chipmaker",
    slug: "commission-fines-chipmaker",
    formerSlugs: ["eu-fines-chipmaker"],
    kicker: "Competition",
    summary: "Two sentences.",
    section: "world/europe",
    authors: [
      { name: "Jane Doe" },
      { name: "Jane Marple", email: "jane@courier.example" },
      { name: "Li Wei", email: "li@courier.example", url: "https://courier.example/li", role: "Photographs" },
    ],
    dateline: "BRUSSELS",
    tags: ["competition", "semiconductors"],
    language: "nl-BE",
    kind: "analysis",
    status: "published",
    created: instant("2026-11-22T09:00:00+01:00", "2026-11-22T08:00:00Z"),
    published: instant("2026-11-23T06:00:00+01:00", "2026-11-23T05:00:00Z"),
    updated: instant("2026-11-23 08:15", "2026-11-23T07:15:00Z"),
    embargo: instant("2026-11-23T05:00:00+01:00", "2026-11-23T04:00:00Z"),
    expires: instant("2027-11-23", "2027-11-22T23:00:00Z"),
    image: { src: "images/chip.jpg", alt: "A wafer", caption: "...", credit: "Li Wei" },
    related: ["chip-act-explained"],
    translationOf: "puce-l-amende",
    corrections: [
      {
        at: instant("2026-11-23T09:00:00+01:00", "2026-11-23T08:00:00Z"),
        text: "An earlier version misstated the fine.",
      },
    ],
    source: "https://wire.example/991",
    notes: "Internal.",
    x: { print_page: 3 },
    body: "First paragraph, **Markdown**.\n\n## A subhead\n",
  });
});

describe("the schema decides the type, not YAML", () => {
  const words = [
    "1984",
    "yes",
    "no",
    "on",
    "off",
    "true",
    "True",
    "null",
    "Null",
    "~",
    "016",
    "0o17",
    "0x1F",
    "1e3",
    "1_000",
    "+1",
    "-1",
    "1.10",
    ".5",
    ".inf",
    "-.inf",
    ".NaN",
    "12345678901234567890",
    "2025-01-01",
    "2025-01-01T00:00:00Z",
    "12:30:45",
    "1:20",
    "=",
    "<<",
    "y",
    "N",
    "0.1.2",
    "007",
    "0b1",
    "1e400",
    "-0",
  ];
  test.each(words)("%s is text in every text field", (word) => {
    const text = `headline: ${word}\nkicker: ${word}\nsummary: ${word}\ntags: [${word}]\nauthors:\n  - ${word}\n  - {name: ${word}}\nbody: ${word}\n`;
    const article = articleOf(text);
    expect(article).toMatchObject({ headline: word, kicker: word, summary: word, tags: [word], body: word });
    expect(article.authors).toEqual([{ name: word }, { name: word }]);
  });

  test.each(words)("%s is a key of x by its own name", (word) => {
    expect(Object.keys(articleOf(`headline: a\nx: {${word}: 1}\n`).x)).toEqual([word]);
  });

  test("in x YAML 1.2 decides, but no digit is lost", () => {
    const text =
      "headline: a\nx: {a: 3, b: 1.5, c: true, d: null, e: yes, f: 016, g: 12345678901234567890, h: 2025-01-01, i: 1e3, j: [1, a], k: {l: 2}, m: -0017, n: 9007199254740993}\n";
    expect(articleOf(text).x).toEqual({
      a: 3,
      b: 1.5,
      c: true,
      d: null,
      e: "yes",
      f: "016",
      g: "12345678901234567890",
      h: "2025-01-01",
      i: 1000,
      j: [1, "a"],
      k: { l: 2 },
      m: "-0017",
      n: "9007199254740993",
    });
  });

  test("names that mean something to JavaScript are just keys", () => {
    const { x } = articleOf("headline: a\nx: {__proto__: {polluted: 1}, constructor: 2, toString: 3}\n");
    expect(Object.keys(x)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(x)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });

  const fields = new Map([
    ["page", "number"],
    ["read", "boolean"],
    ["desk", "text"],
    ["due", "instant"],
  ] as const);
  test("stet.yaml's fields give x types", () => {
    const text = "headline: a\nx: {page: 3, read: true, desk: 007, due: 2026-11-23, other: 007}\n";
    expect(articleOf(text, { fields }).x).toEqual({
      page: 3,
      read: true,
      desk: "007",
      due: "2026-11-23",
      other: "007",
    });
  });

  test.each([
    ["x: {page: three}", "2:11 error schema: x.page is a number by stet.yaml's fields"],
    ["x: {read: yes}", "2:11 error schema: x.read is a boolean by stet.yaml's fields"],
    ["x: {desk: [a]}", "2:11 error schema: x.desk must be text"],
    ["x: {due: tomorrow}", '2:10 error bad-date: x.due is no date stet can read: "tomorrow"'],
    ["x: words", "2:4 error schema: x must be a mapping of keys"],
  ])("%s is refused", (line, problem) => {
    expect(problemsOf(`headline: a\n${line}\n`, { fields })).toEqual([problem]);
  });
});

describe("absent values", () => {
  test("a key without a value is as good as none", () => {
    const keys =
      "id slug former_slugs kicker summary section authors dateline tags language kind status created published updated embargo expires image related translation_of corrections source notes x body";
    const text = `headline: a\n${keys
      .split(" ")
      .map((key) => `${key}:\n`)
      .join("")}`;
    expect(articleOf(text)).toEqual(articleOf("headline: a\n"));
  });

  test("an empty text in quotes is as good as none", () => {
    expect(articleOf('headline: a\nkicker: ""\nsummary: ""\nnotes: ""\nlanguage: ""\n')).toEqual(
      articleOf("headline: a\n"),
    );
  });
});

describe("layouts that say the same", () => {
  const meant = { headline: "Fine: 5% & more", tags: ["a", "b c"], body: "One.\n\nTwo.\n" };
  test.each([
    ["literal", 'headline: "Fine: 5% & more"\ntags: [a, b c]\nbody: |\n  One.\n\n  Two.\n'],
    ["single quotes", "headline: 'Fine: 5% & more'\ntags: ['a', 'b c']\nbody: |\n  One.\n\n  Two.\n"],
    ["a line each", 'headline: "Fine: 5% & more"\ntags:\n- a\n- b c\nbody: |\n    One.\n\n    Two.\n'],
    ["folded", "headline: >-\n  Fine: 5%\n  & more\ntags:\n  - a\n  - b c\nbody: >\n  One.\n\n\n  Two.\n"],
    ["double quotes", 'headline: "Fine: 5%\\\n  \\ & more"\ntags: ["a", "b c"]\nbody: "One.\\n\\nTwo.\\n"\n'],
    ["JSON", '{"headline": "Fine: 5% & more", "tags": ["a", "b c"], "body": "One.\\n\\nTwo.\\n"}'],
    ["CRLF", 'headline: "Fine: 5% & more"\r\ntags: [a, b c]\r\nbody: |\r\n  One.\r\n\r\n  Two.\r\n'],
    ["a byte order mark", '\uFEFFheadline: "Fine: 5% & more"\ntags: [a, b c]\nbody: |\n  One.\n\n  Two.\n'],
    ["document marks", '---\nheadline: "Fine: 5% & more"\ntags: [a, b c]\nbody: |\n  One.\n\n  Two.\n...\n'],
    [
      "an indented top level",
      '  headline: "Fine: 5% & more"\n  tags: [a, b c]\n  body: |\n    One.\n\n    Two.\n',
    ],
    ["explicit keys", '? headline\n: "Fine: 5% & more"\n? tags\n: [a, b c]\n? body\n: |\n  One.\n\n  Two.\n'],
    ["quoted keys", '"headline": "Fine: 5% & more"\n\'tags\': [a, b c]\n"body": |\n  One.\n\n  Two.\n'],
    [
      "tags of the core",
      'headline: !!str "Fine: 5% & more"\ntags: !!seq [a, !!str b c]\nbody: !!str |\n  One.\n\n  Two.\n',
    ],
    [
      "anchors in use",
      'headline: "Fine: 5% & more"\nx: {first: &first a}\ntags: [*first, b c]\nbody: |\n  One.\n\n  Two.\n',
    ],
    ["no final line break", 'headline: "Fine: 5% & more"\nbody: |\n  One.\n\n  Two.\n\ntags: [a, b c]'],
  ])("%s", (_, text) => {
    expect(articleOf(text)).toMatchObject(meant);
  });
});

describe("one of a few words", () => {
  test.each(KINDS)("kind %s", (kind) => {
    expect(articleOf(`headline: a\nkind: ${kind}\n`).kind).toBe(kind);
  });

  test.each(STATUSES)("status %s", (status) => {
    expect(
      articleOf(`headline: a\nstatus: ${status} # a word can hold no hash\npublished: 2026-11-23\n`).status,
    ).toBe(status);
  });

  test.each([
    [
      "kind: opinon",
      '2:7 error schema: kind is one of news, analysis, opinion, feature, interview, review, live, obituary, press-release; not "opinon"',
    ],
    [
      "status: Published",
      '2:9 error schema: status is one of draft, review, ready, published, withdrawn, killed; not "Published"',
    ],
    ["status: [draft]", "2:9 error schema: status must be text"],
    [
      "status: published",
      "2:9 error schema: a published article needs published, the instant it first went live",
    ],
  ])("%s is refused", (line, problem) => {
    expect(problemsOf(`headline: a\n${line}\n`)).toEqual([problem]);
  });
});

describe("shapes that are refused, each at its place", () => {
  test.each([
    ["headline: [a]", "2:11 error schema: headline must be text"],
    ["headline: {a: b}", "2:11 error schema: headline must be text"],
    ["headline:\n  - a", "3:3 error schema: headline must be text"],
    ["headline: |\n  a\n  b", "2:11 error schema: headline must be one line"],
    ['headline: "a\\nb"', "2:11 error schema: headline must be one line"],
    [
      `headline: ${"a".repeat(LIMITS.lineCharacters + 1)}`,
      "2:11 error too-large: headline is over 1000 characters",
    ],
  ])("%s", (line, problem) => {
    expect(problemsOf(`kicker: k\n${line}\n`)).toEqual([problem]);
  });

  test.each([
    ["tags: a, b", "2:7 error schema: tags must be a list"],
    ["tags: {a: b}", "2:7 error schema: tags must be a list"],
    ["tags: [[a]]", "2:8 error schema: tags must be text"],
    ['tags: [a, "", b]', "2:11 error schema: an empty item in tags"],
    ["tags:\n  - a\n  -\n  - b", "4:4 error schema: an empty item in tags"],
    ["former_slugs: a", "2:15 error schema: former_slugs must be a list"],
    ["related: a", "2:10 error schema: related must be a list"],
    ["authors: Jane Doe", "2:10 error schema: authors must be a list"],
    ["authors: [{email: a@b.example}]", "2:11 error schema: an author needs a name"],
    ["authors: [[a]]", "2:11 error schema: authors must be text"],
    ['authors: [""]', "2:11 error schema: an empty item in authors"],
    ["image: chip.jpg", "2:8 error schema: image must be a mapping of keys"],
    ["image: [a]", "2:8 error schema: image must be a mapping of keys"],
    ["image: {alt: a}", "2:8 error schema: an image needs src, the path or URL of the picture"],
    ["corrections: {at: 2026-01-01, text: a}", "2:14 error schema: corrections must be a list"],
    ["corrections: [words]", "2:15 error schema: corrections must be a mapping of keys"],
    ["corrections: [{text: a}]", "2:15 error schema: a correction needs at and text"],
    ["corrections: [{at: 2026-01-01}]", "2:15 error schema: a correction needs at and text"],
    ["corrections: [{at: then, text: a}]", '2:20 error bad-date: at is no date stet can read: "then"'],
    ["id: 1984", "2:5 error schema: an id is a UUID; stet makes it and it never changes"],
    [
      "slug: Budget deal",
      "2:7 error schema: a slug holds letters, numbers and hyphens between them, nothing else",
    ],
    [
      "slug: ../etc/passwd",
      "2:7 error schema: a slug holds letters, numbers and hyphens between them, nothing else",
    ],
    ['slug: ""', "2:7 error schema: a slug may not be empty"],
    [`tags: [${"a,".repeat(LIMITS.items)}a]`, "2:7 error too-large: more than 500 items in one list"],
  ])("%s", (line, problem) => {
    expect(problemsOf(`headline: a\n${line}\n`)).toEqual([problem]);
  });

  test("a file name that is no slug needs a slug in the file", () => {
    const source = (text: string): object => readArticle(text);
    expect(source("headline: a\n")).toMatchObject({ article: { slug: "file-name" } });
    expect(problemsOf("headline: a\n")).toEqual([]);
  });
});

describe("instants", () => {
  test.each(["created", "published", "updated", "expires", "embargo"])(
    "%s refuses what is no date",
    (field) => {
      expect(problemsOf(`headline: a\n${field}: 2026-02-30\n`)).toEqual([
        `2:${field.length + 3} error bad-date: ${field} is no date stet can read: "2026-02-30"`,
      ]);
    },
  );

  test("a time the clock skips is an error that names the two neighbours", () => {
    expect(readArticle("headline: a\npublished: 2026-03-29 02:30\n").problems).toMatchObject([
      {
        severity: "error",
        code: "bad-date",
        line: 2,
        column: 12,
        message: "2026-03-29 02:30 does not exist in Europe/Brussels: the clock jumps from 01:59 to 03:00",
        hint: "write a time up to 01:59 or from 03:00 on, or add the offset",
      },
    ]);
  });

  test("a time that happens twice is the earlier, with a warning", () => {
    const { article, problems } = readArticle("headline: a\npublished: 2026-10-25 02:30\n");
    expect(article?.published?.epochMs).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(problems).toMatchObject([{ severity: "warning", code: "bad-date", line: 2, column: 12 }]);
  });

  test("an embargo may be open, in any layout", () => {
    expect(articleOf("headline: a\nembargo: open\n").embargo).toBe("open");
    expect(articleOf('headline: a\nembargo: "open" # until the court has ruled\n').embargo).toBe("open");
    expect(articleOf("headline: a\nembargo: |\n  open\n").embargo).toBe("open");
  });
});

describe("warnings leave the article whole", () => {
  test.each([
    [
      "hedline: b",
      '2:1 warning schema: "hedline" is not a field stet knows; it is kept as it is',
      'did you mean "headline"?',
    ],
    ["printer: b", '2:1 warning schema: "printer" is not a field stet knows; it is kept as it is', undefined],
    [
      "He said: no",
      '2:1 warning schema: "He said" is not a field stet knows; it is kept as it is',
      "indent the line by two spaces if it belongs to the text above",
    ],
    [
      "image: {src: a, captoin: b}",
      '2:17 warning schema: "captoin" is not a field stet knows; it is kept as it is',
      'did you mean "caption"?',
    ],
    [
      "section: world/europ",
      '2:10 warning schema: "world/europ" is not one of stet.yaml\'s sections',
      'did you mean "world/europe"?',
    ],
    [
      "language: en_GB",
      '2:11 warning schema: "en_GB" is no language tag; write one such as en-GB',
      undefined,
    ],
  ])("%s", (line, problem, hint) => {
    const text = `headline: a\n${line}\n`;
    const sections = new Map([["world/europe", { name: "Europe" }]]);
    expect(problemsOf(text, { sections })).toEqual([problem]);
    const { article, problems } = readArticle(text, { sections });
    expect(article?.headline).toBe("a");
    expect(problems[0]?.hint).toBe(hint);
  });

  test.each(["\u0001", "\u001B", "\u0085", "\u2028", "\uFFFE", "😀", "\t"])(
    "%j in a body is read as it stands",
    (character) => {
      const { article, problems } = readArticle(`headline: a\nbody: |\n  c${character}d\n`);
      expect({ body: article?.body, problems }).toEqual({ body: `c${character}d\n`, problems: [] });
    },
  );
});
