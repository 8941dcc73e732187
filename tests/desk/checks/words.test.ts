// The newsroom's own words, words to come, and words typed twice.
import { describe, expect, test } from "vitest";
import { checkedBody } from "./check-files.ts";

const STYLE =
  'style: {words: {advisor: adviser, Zelensky: Zelenskyy, UN: the UN, per cent: percent}, banned: [iconic, "very unique"]}\n';

describe("preferred words", () => {
  test.each([
    ["An advisor.", "advisor", "adviser"],
    ["Advisor Smith.", "Advisor", "Adviser"],
    ["ADVISOR SMITH.", "ADVISOR", "ADVISER"],
    ["He met Zelensky’s staff.", "Zelensky", "Zelenskyy"],
    ["ZELENSKY WINS.", "ZELENSKY", "ZELENSKYY"],
    ["For UN staff.", "UN", "the UN"],
    ["One per cent.", "per cent", "percent"],
    ["**advisor**", "advisor", "adviser"],
    ["[advisor](https://x.example/)", "advisor", "adviser"],
  ])("%s", async (body, found, written) => {
    const column = body.indexOf(found) + 3;
    expect(await checkedBody(body, [], STYLE)).toEqual([
      `a.yaml:3:${column} warning preferred-word: "${found}" is written "${written}" here`,
    ]);
  });

  test.each([
    "An adviser.",
    "An advisory.",
    "zelensky and Zelenskyy.",
    "The UN and the UN.",
    "`advisor`",
    "Text.\n\n    advisor",
    "https://x.example/advisor and [x](advisor.html) and @advisor and #advisor",
    "“My advisor,” she said.",
    'The "advisor".',
    "> My advisor\n>\n> — Jane",
    "aDvIsOr",
  ])("not in %j", async (body) => {
    expect(await checkedBody(body, [], STYLE)).toEqual([]);
  });

  test("in every text readers meet, and not in notes", async () => {
    const head = [
      "kicker: Advisor",
      "summary: >",
      "  One line, and an",
      "  advisor in the next.",
      "image: {src: https://x.example/a.png, alt: An advisor}",
      "corrections:",
      '  - {at: 2026-11-01, text: "No \\"\\u00e9\\" advisor."}',
      "notes: advisor",
    ];
    expect((await checkedBody("Text.", head, STYLE)).map((line) => line.split(" ")[0])).toEqual([
      "a.yaml:2:9",
      "a.yaml:5:3",
      "a.yaml:6:47",
      "a.yaml:8:43",
    ]);
  });

  test("a phrase over two lines", async () => {
    expect(await checkedBody("One per\ncent.", [], STYLE)).toEqual([
      'a.yaml:3:7 warning preferred-word: "per cent" is written "percent" here',
    ]);
  });

  test("a second text is looked through from its beginning", async () => {
    const found = await checkedBody("advisor", ["summary: Some words, and then an advisor"], STYLE);
    expect(found.map((line) => line.split(" ")[0])).toEqual(["a.yaml:2:34", "a.yaml:4:3"]);
  });
});

test("banned words and phrases, not in quotations", async () => {
  expect(await checkedBody("An Iconic and very unique bridge, “iconic” they say.", [], STYLE)).toEqual([
    'a.yaml:3:6 warning banned-word: "Iconic" is on the newsroom\'s list of words it does not print',
    'a.yaml:3:17 warning banned-word: "very unique" is on the newsroom\'s list of words it does not print',
  ]);
});

describe("words to come", () => {
  test("in a draft a warning, once the desk is done an error", async () => {
    expect(await checkedBody("By TK, with TKTK and XXX and Lorem ipsum.")).toEqual([
      'a.yaml:3:6 warning placeholder: "TK" stands for words to come',
      'a.yaml:3:15 warning placeholder: "TKTK" stands for words to come',
      'a.yaml:3:24 warning placeholder: "XXX" stands for words to come',
      'a.yaml:3:32 warning placeholder: "Lorem ipsum" stands for words to come',
    ]);
    expect(await checkedBody("Text.", ["status: ready", "kicker: TK"])).toEqual([
      'a.yaml:3:9 error placeholder: "TK" stands for words to come',
    ]);
  });

  test.each(["ATK and TKS.", "www.x.tk", "XX and xxx.", "`TK`", "[x](https://x.example/TK)"])(
    "not in %s",
    async (body) => {
      expect(await checkedBody(body)).toEqual([]);
    },
  );
});

describe("doubled words", () => {
  test.each([
    ["In the the end.", "the", 6],
    ["The the end.", "the", 3],
    ["It is, and and then.", "and", 10],
    ["> over the\n> the hill", "the", 10],
  ])("%j", async (body, word, column) => {
    expect(await checkedBody(body)).toEqual([
      `a.yaml:3:${column} warning doubled-word: "${word}" stands here twice`,
    ]);
  });

  test.each([
    "He had had that that.",
    "The The played.",
    "The\n\nthe",
    "Of the thesis.",
    "Lathe the wood.",
    "the, the",
  ])("not in %j", async (body) => {
    expect(await checkedBody(body)).toEqual([]);
  });

  test("in the article's language", async () => {
    expect(await checkedBody("Nous nous lavons de de.", ["language: fr-BE"])).toEqual([
      'a.yaml:4:20 warning doubled-word: "de" stands here twice',
    ]);
    expect(await checkedBody("the the", ["language: fa"])).toEqual([]);
  });
});
