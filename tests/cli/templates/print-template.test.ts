import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../../src/cli/templates/parse-template.ts";
import { printTemplate } from "../../../src/cli/templates/print-template.ts";
import type { TemplateLook } from "../../../src/cli/templates/template.ts";
import { PIPE, TERMINAL } from "./look.ts";
import { anyCharacter } from "../../support/any-character.ts";

const ROW = {
  slug: "eu-budget",
  headline: "EU leaders strike budget deal",
  tags: ["eu", "budget"],
  words: 1234567,
  score: 2.25,
  updated: "2026-11-19T11:05:09+01:00",
  published: "2026-11-22T23:30:00Z",
  embargo: "open",
  expires: null,
  live: false,
  problems: 0,
  none: [],
  url: "https://courier.example/eu-budget/",
  quotes: [{ text: "No", source: "A" }],
  japanese: "灯台守がいた島",
};

function print(
  template: string,
  look: TemplateLook = PIPE,
  row: Readonly<Record<string, unknown>> = ROW,
): string {
  return printTemplate(parseTemplate(template, Object.keys(row)), row, look);
}

describe("text and braces", () => {
  test.each([
    ["{slug}", "eu-budget\n"],
    ["{slug}: {headline}", "eu-budget: EU leaders strike budget deal\n"],
    [String.raw`{slug}\t{words}\n`, "eu-budget\t1234567\n\n"],
    [String.raw`{slug}\0`, "eu-budget\0"],
    [String.raw`{slug}\c`, "eu-budget"],
    [String.raw`{slug}\\c`, "eu-budget\\c\n"],
    ["{{{slug}}}", "{eu-budget}\n"],
    ["{{slug}} {slug}", "{slug} eu-budget\n"],
    ["100 % of {slug} for $5", "100 % of eu-budget for $5\n"],
  ])("%s", (template, text) => expect(print(template)).toBe(text));
});

describe("values without filters", () => {
  test.each([
    ["{tags}", "eu; budget\n"],
    ["{live}", "false\n"],
    ["{expires}|", "|\n"],
    ["{none}|", "|\n"],
    ["{quotes}", '[{"text":"No","source":"A"}]\n'],
  ])("%s", (template, text) => expect(print(template)).toBe(text));
});

describe("filters", () => {
  test.each([
    ["{slug|pad:12}|", "eu-budget   |"],
    ["{slug|pad:12 right}|", "   eu-budget|"],
    ["{slug|pad:13 center}|", "  eu-budget  |"],
    ["{slug|pad:3}|", "eu-budget|"],
    ["{japanese|pad:16}|", "灯台守がいた島  |"],
    ["{expires|pad:3}|", "   |"],
    ["{headline|trunc:12}", "EU leaders…"],
    ["{japanese|trunc:7}", "灯台守…"],
    ["{headline|trunc:12|pad:14}|", "EU leaders…   |"],
    ["{slug|upper}", "EU-BUDGET"],
    ["{headline|lower}", "eu leaders strike budget deal"],
    ['{tags|join:", "}', "eu, budget"],
    ["{tags|join:', '}", "eu, budget"],
    ["{tags|join}", "eu, budget"],
    ["{tags|join:/}", "eu/budget"],
    [String.raw`{tags|join:"\t\"|}"}`, 'eu\t"|}budget'],
    ["{tags|join:'-'|upper}", "EU-BUDGET"],
    ["{slug|join:x}", "eu-budget"],
    ["{words|num}", "1,234,567"],
    ["{slug|num}", "eu-budget"],
    ["{score|fixed:1}", "2.3"],
    ["{words|fixed:0}", "1234567"],
    ["{expires|fixed:1}", ""],
    ["{expires|json}", "null"],
    ["{tags|json}", '["eu","budget"]'],
    ["{headline|json}", '"EU leaders strike budget deal"'],
    ["{expires|default:never}", "never"],
    ["{none|default:-}", "-"],
    ["{problems|default:-}", "0"],
    ["{slug|default:-}", "eu-budget"],
    ["{updated|date:DD MMM HH:mm}", "19 Nov 11:05"],
    ["{updated|date}", "2026-11-19 11:05"],
    ["{published|date:YYYY-MM-DDTHH:mm:ssZ}", "2026-11-23T00:30:00+01:00"],
    ["{embargo|date:DD MMM}", "open"],
    ["{expires|date}", ""],
    ["{updated|ago}", "2 d 21 h ago"],
    ["{published|ago}", "in 15 h 30 min"],
    ["{embargo|ago}", "open"],
    ["{headline|trunc:40|bold}", "EU leaders strike budget deal"],
    ["{url|link:headline}", "EU leaders strike budget deal"],
    ["{url|link}", "https://courier.example/eu-budget/"],
  ])("%s", (template, text) => expect(print(template)).toBe(`${text}\n`));

  test.each([
    ["de", "1.234.567"],
    ["fr", "1 234 567"],
    ["en_GB", "1,234,567"],
  ])("num in %s", (language, text) => {
    const look = { ...PIPE, language };
    expect(print(String.raw`{words|num}\c`, look).replace(/[\u00A0\u202F]/g, " ")).toBe(text);
  });

  test("upper knows the newsroom's language", () => {
    expect(print(String.raw`{slug|upper}\c`, { ...PIPE, language: "tr" }, { slug: "izmir" })).toBe("İZMİR");
  });
});

describe("choices", () => {
  test.each([
    ["{if embargo}held{else}free{end}", "held"],
    ["{if expires}soon{else}never{end}", "never"],
    ["{if live}yes{end}", ""],
    ["{if problems}!{end}", ""],
    ["{if none}some{else}none{end}", "none"],
    ["{if tags}[{tags|join:' '}]{end} {slug}", "[eu budget] eu-budget"],
    ["{if slug}{if expires}a{else}b{end}{else}c{end}", "b"],
  ])("%s", (template, text) => expect(print(template)).toBe(`${text}\n`));
});

describe("colour and links", () => {
  test("a style is painted after the text is cut and padded, and not on its padding", () => {
    expect(print("{slug|bold|pad:12|red}|", TERMINAL)).toBe("<red><bold>eu-budget</bold></red>   |\n");
  });

  test("a link shows the text of the other field", () => {
    expect(print("{url|link:headline|trunc:11}", TERMINAL)).toBe(
      "<a https://courier.example/eu-budget/>EU leaders…</a>\n",
    );
  });

  test.each([["javascript:alert(1)"], ["eu-budget"], [null]])("%j is no address to link to", (url) => {
    expect(print("{url|link:headline}", TERMINAL, { ...ROW, url })).toBe("EU leaders strike budget deal\n");
  });

  test("there is no link without a text", () => {
    expect(print("{url|link:expires|pad:2}|", TERMINAL)).toBe("  |\n");
  });

  test("an escape in an address does not end the link", () => {
    const url = "https://a.example/\u001B\\x";
    expect(print("{url|link:slug}", { ...TERMINAL, isTerminal: false }, { ...ROW, url })).toBe(
      "<a https://a.example/%1B%5Cx>eu-budget</a>\n",
    );
  });
});

describe("hostile text", () => {
  const row = {
    headline: "a\u001B[2Jb\tc\u202Ed",
    tags: ["\u0007x"],
    quotes: [{ text: "\u009B1m" }],
    body: "1\n2",
  };

  test("a terminal shows it written out", () => {
    expect(print("{headline} {tags} {quotes} {body}", { ...PIPE, isTerminal: true }, row)).toBe(
      'a^[[2Jb c<U+202E>d ^Gx [{"text":"<U+009B>1m"}] 1\n2\n',
    );
  });

  test("a pipe gets every byte", () => {
    expect(print(String.raw`{headline}\0`, PIPE, row)).toBe("a\u001B[2Jb\tc\u202Ed\0");
  });

  test("no control character of an article reaches a terminal, whatever the filters", () => {
    const filters = fc.constantFrom(
      "",
      "|trunc:5",
      "|pad:9",
      "|upper",
      "|json",
      "|default:x",
      "|link:b",
      "|date",
    );
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        fc.string({ unit: anyCharacter }),
        filters,
        (a, b, filter) => {
          const shown = print(`{a${filter}}{b}`, { ...PIPE, isTerminal: true }, { a, b });
          expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        },
      ),
    );
  });

  test("a text without filters comes through a pipe as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (a) => {
        expect(print(String.raw`{a}\c`, PIPE, { a })).toBe(a);
      }),
    );
  });
});
