// The style block of stet.yaml: every key, its default, what is refused, and one mind with the schema.
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../src/article/parse-settings.ts";
import { newsroomSchema } from "../../src/article/schema.ts";
import { DEFAULT_STYLE } from "../../src/article/settings.ts";

const fitsSchema = new Ajv2020({ strict: false }).compile(newsroomSchema());

function read(style: string): ReturnType<typeof parseSettings> {
  return parseSettings(`stet: 1\nstyle: ${style}\n`);
}

test("every key", () => {
  const style =
    "{words: {advisor: adviser, per cent: percent, 1980s: eighties}, banned: [iconic, very unique], headline: {max: 90}, summary: {max: 250}}";
  const { settings, problems } = read(style);
  expect(problems).toEqual([]);
  expect(settings.style).toEqual({
    words: new Map([
      ["advisor", "adviser"],
      ["per cent", "percent"],
      ["1980s", "eighties"],
    ]),
    banned: ["iconic", "very unique"],
    headline: 90,
    summary: 250,
  });
  expect(fitsSchema(parse(`stet: 1\nstyle: ${style}\n`))).toBe(true);
});

test.each(["", "{}", "{words: , banned: , headline: , summary: }", "{headline: {}, summary: {max: }}"])(
  "%j leaves the defaults",
  (style) => {
    const { settings, problems } = read(style);
    expect(problems).toEqual([]);
    expect(settings.style).toEqual(DEFAULT_STYLE);
    expect(fitsSchema(parse(`stet: 1\nstyle: ${style}\n`))).toBe(true);
  },
);

describe("mistakes", () => {
  test.each([
    ["{word: {a: b}}", '"word" is not a field stet knows; it is kept as it is', 9],
    ["{words: {a: a}}", 'words says nothing new for "a"', 17],
    ["{words: {a: }}", 'words says nothing new for "a"', 17],
    ["{words: [a]}", "words must be a mapping of keys", 16],
    ["{banned: iconic}", "banned must be a list", 17],
    ["{headline: {max: 0}}", "max is a whole number from 1 to 100000", 25],
    ["{headline: {max: many}}", "max is a whole number from 1 to 100000", 25],
    ["{headline: {most: 9}}", '"most" is not a field stet knows; it is kept as it is', 20],
    ["{headline: 9}", "headline must be a mapping of keys", 19],
  ])("%s", (style, message, column) => {
    const { settings, problems } = read(style);
    expect(problems.map(({ message, line, column }) => ({ message, line, column }))).toEqual([
      { message, line: 2, column },
    ]);
    expect(settings.style).toEqual(DEFAULT_STYLE);
  });
});
