// stet.yaml: every key, its default, and the caret where it is wrong (article-format.md "stet.yaml").
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../src/article/parse-settings.ts";
import {
  articlesFolder,
  DEFAULT_PUBLISH,
  DEFAULT_SETTINGS,
  DEFAULT_STYLE,
} from "../../src/article/settings.ts";

test("stet: 1 is enough", () => {
  expect(parseSettings("stet: 1\n")).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test("every key", () => {
  const text = [
    "stet: 1",
    "name: The Courier",
    "url: https://courier.example/news",
    "language: en-GB",
    "timezone: Europe/Brussels   # 6 a.m. is 6 a.m. there",
    'articles: "stories/{year}/{slug}.yml"',
    "permalinks: /{section}/{slug}/",
    "slugs: ascii",
    "sections:",
    "  world: World",
    '  world/europe: {name: Europe, summary: "The Union."}',
    "  bare:",
    "authors:",
    "  jane: {name: Jane Doe, email: jane@courier.example, url: https://courier.example/jane}",
    "  desk: Courier desk",
    'queries: {hot: "status:review updated:-7d.."}',
    "fields: {print_page: number, legal: boolean, desk: text, due: instant}",
    "publish: {to: public}",
    "",
  ].join("\n");
  expect(parseSettings(text)).toEqual({
    problems: [],
    settings: {
      name: "The Courier",
      url: "https://courier.example/news/",
      language: "en-GB",
      timezone: "Europe/Brussels",
      articles: "stories/{year}/{slug}.yml",
      permalinks: "/{section}/{slug}/",
      slugs: "ascii",
      sections: new Map([
        ["world", { name: "World" }],
        ["world/europe", { name: "Europe", summary: "The Union." }],
        ["bare", { name: "bare" }],
      ]),
      authors: new Map([
        ["jane", { name: "Jane Doe", email: "jane@courier.example", url: "https://courier.example/jane" }],
        ["desk", { name: "Courier desk" }],
      ]),
      queries: new Map([["hot", "status:review updated:-7d.."]]),
      fields: new Map([
        ["print_page", "number"],
        ["legal", "boolean"],
        ["desk", "text"],
        ["due", "instant"],
      ]),
      publish: DEFAULT_PUBLISH,
      style: DEFAULT_STYLE,
    },
  });
});

describe("wrong keys have carets, and the default stands", () => {
  test.each([
    ["name: a", "1:1 error bad-config: stet.yaml needs the line stet: 1, the version of its format"],
    ["stet: one", "1:7 error bad-config: stet.yaml needs the line stet: 1, the version of its format"],
    ["stet: 0", "1:7 error bad-config: stet.yaml needs the line stet: 1, the version of its format"],
    [
      "stet: 1\ntimezone: Brussels",
      '2:11 error bad-config: "Brussels" is no time zone; write one such as Europe/Brussels',
    ],
    [
      'stet: 1\ntimezone: "+01:00"',
      '2:11 error bad-config: "+01:00" is no time zone; write one such as Europe/Brussels',
    ],
    [
      "stet: 1\nurl: courier.example",
      "2:6 error bad-config: url is an absolute address such as https://courier.example/",
    ],
    [
      "stet: 1\nurl: https://a b",
      "2:6 error bad-config: url is an absolute address such as https://courier.example/",
    ],
    [
      "stet: 1\nurl: javascript:alert(1)",
      "2:6 error bad-config: url is an absolute address such as https://courier.example/",
    ],
    [
      "stet: 1\nurl: https://[",
      "2:6 error bad-config: url is an absolute address such as https://courier.example/",
    ],
    ["stet: 1\nslugs: latin", "2:8 error bad-config: slugs is unicode or ascii"],
    ["stet: 1\narticles: articles/{year}.yaml", "2:11 error bad-config: articles ends in {slug}.yaml"],
    ["stet: 1\narticles: ../{slug}.yaml", "2:11 error bad-config: articles is a path inside the newsroom"],
    ["stet: 1\narticles: /etc/{slug}.yaml", "2:11 error bad-config: articles is a path inside the newsroom"],
    ["stet: 1\narticles: a/./{slug}.yaml", "2:11 error bad-config: articles is a path inside the newsroom"],
    ["stet: 1\npermalinks: '{slug}'", "2:13 error bad-config: permalinks begins with /"],
    [
      "stet: 1\npermalinks: /a/../{slug}/",
      "2:13 error bad-config: permalinks has no step that begins with a dot",
    ],
    ["stet: 1\npermalinks: /{slug}?amp", "2:13 error bad-config: permalinks is a path: no ? and no #"],
    [
      "stet: 1\npermalinks: /{yaer}/{slug}/",
      "2:13 error bad-config: {yaer} is none of {year} {month} {day} {section} {slug} {id}",
    ],
    [
      "stet: 1\narticles: a/{Month}/{slug}.yaml",
      "2:11 error bad-config: {Month} is none of {year} {month} {day} {section} {slug} {id}",
    ],
    ["stet: 1\nsections: [world]", "2:11 error schema: sections must be a mapping of keys"],
    ["stet: 1\nauthors: {jane: {email: a@b.example}}", "2:17 error schema: an author needs a name"],
    ["stet: 1\nqueries: {hot: [a]}", "2:16 error schema: queries must be text"],
    [
      "stet: 1\nfields: {page: int}",
      "2:16 error bad-config: the type of a field is one of text, number, boolean, instant",
    ],
    ["stet: 1\nlanguage: en_GB", '2:11 warning schema: "en_GB" is no language tag; write one such as en-GB'],
    ["stet: 1\ntimezon: UTC", '2:1 warning schema: "timezon" is not a field stet knows; it is kept as it is'],
    ["stet: 1\nname: The #1 paper", '2:11 error yaml-lost-text: "#1 paper" is read as a comment and lost'],
    ["stet: 1\nname: A: B", "2:8 error yaml-syntax: the name needs quotes"],
    ["", "1:1 error schema: the file is empty"],
    ["- a", "1:1 error schema: the file holds no fields"],
  ])("%j", (text, problem) => {
    const { problems, settings } = parseSettings(`${text}\n`);
    expect(
      problems.map(
        ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`,
      ),
    ).toEqual([problem]);
    expect(problems[0]?.file).toBe("stet.yaml");
    expect({ ...settings, name: DEFAULT_SETTINGS.name, language: DEFAULT_SETTINGS.language }).toEqual(
      DEFAULT_SETTINGS,
    );
  });
});

test.each(["/world", "world/", "world//europe", "..", "world/../europe", ".", "a?b", "a#b", "50%", "a\\b"])(
  "%j is no path of a section",
  (path) => {
    const { problems, settings } = parseSettings(`stet: 1\nsections: {'${path}': World}\n`);
    expect(problems).toMatchObject([
      { severity: "error", code: "bad-config", line: 2, column: 12, field: "sections" },
    ]);
    expect(problems[0]?.message).toBe(
      "a section is a path such as world/europe: no step of it is empty, begins with a dot or holds one of ? # % \\",
    );
    expect(settings.sections.size).toBe(0);
  },
);

test("a newer format is named, not read over", () => {
  expect(parseSettings("stet: 2\n")).toMatchObject({ newerFormat: 2, problems: [] });
  expect(parseSettings("stet: 1\n").newerFormat).toBeUndefined();
});

test.each([
  ["articles/{year}/{month}/{slug}.yaml", "articles"],
  ["{slug}.yaml", ""],
  ["a/b/{slug}.yaml", "a/b"],
  ["news-{year}/{slug}.yaml", ""],
  ["a/news-{year}/{slug}.yaml", "a"],
])("articles under %s lie in %j", (articles, folder) => {
  expect(articlesFolder({ ...DEFAULT_SETTINGS, articles })).toBe(folder);
});
