// The JSON Schemas: valid by the standard, and of one mind with the parsers on the sample newsroom and on mistakes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/article/fields.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { parseSettings } from "../../src/article/parse-settings.ts";
import { articleSchema, newsroomSchema } from "../../src/article/schema.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/article/settings.ts";
import { readArticle } from "./read-text.ts";

const ROOT = join(import.meta.dirname, "../..");
const STET_YAML = readFileSync(join(ROOT, "stet.yaml"), "utf8");
const SAMPLES = readdirSync(join(ROOT, "articles"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .toSorted();

function compile(schema: object): ValidateFunction {
  return new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    schema,
  );
}

function faultsOf(validate: ValidateFunction, text: string): unknown[] {
  validate(parse(text));
  return validate.errors ?? [];
}

const settings: Settings = parseSettings(STET_YAML).settings;
const article = compile(articleSchema(settings));
const general = compile(articleSchema());
const newsroom = compile(newsroomSchema());

test("stet.yaml of the sample newsroom", () => {
  expect(parseSettings(STET_YAML).problems).toEqual([]);
  expect(faultsOf(newsroom, STET_YAML)).toEqual([]);
});

describe("every sample article", () => {
  test.each(SAMPLES)("%s", (path) => {
    const text = readFileSync(join(ROOT, "articles", path), "utf8");
    const fileSlug = path.replace(/^.*[\\/]|\.yaml$/g, "");
    expect(parseArticle({ text, fileSlug, file: path }, settings).problems).toEqual([]);
    expect(faultsOf(article, text)).toEqual([]);
    expect(faultsOf(general, text)).toEqual([]);
  });
});

test("every field has a sentence for an editor's hover", () => {
  const properties: object = Object.assign({}, articleSchema()["properties"]);
  expect(Object.keys(properties)).toEqual(FIELDS.map(({ name }) => name));
  for (const field of Object.values(properties))
    expect(field).toMatchObject({ description: expect.stringMatching(/^[A-Z].*[.]$/) });
});

test("sections, authors and fields of a newsroom are offered", () => {
  const offered = JSON.stringify(
    articleSchema({
      ...DEFAULT_SETTINGS,
      sections: new Map([["world/europe", { name: "Europe" }]]),
      authors: new Map([["jane", { name: "Jane" }]]),
      fields: new Map([["page", "number"]]),
    }),
  );
  expect(offered).toContain('{"enum":["world/europe"]}');
  expect(offered).toContain('{"enum":["jane"]}');
  expect(offered).toContain('"properties":{"page":{"type":["number","null"]}}');
});

describe("refused by the schema and by the parser", () => {
  test.each([
    "kicker: no headline",
    "headline:",
    'headline: ""',
    'headline: "  "',
    "headline: [a]",
    "headline: {a: b}",
    'headline: "a\\nb"',
    "- a",
    "words",
    `headline: ${"h".repeat(1002)}`,
    "headline: a\ntags: b",
    "headline: a\ntags: [[b]]",
    "headline: a\ntags: {b: c}",
    "headline: a\nauthors: Jane",
    "headline: a\nauthors: [{email: e}]",
    "headline: a\nkind: opinon",
    "headline: a\nkind: 3",
    "headline: a\nstatus: Draft",
    "headline: a\nstatus: published",
    "headline: a\ncreated: yesterday",
    "headline: a\ncreated: 2026-13-01",
    "headline: a\ncreated: 2026-01-01T25:00",
    "headline: a\nexpires: 1",
    "headline: a\nembargo: closed",
    "headline: a\nimage: s.jpg",
    "headline: a\nimage: {alt: t}",
    "headline: a\ncorrections: [{text: t}]",
    "headline: a\ncorrections: [t]",
    "headline: a\nid: 7",
    "headline: a\nslug: A",
    "headline: a\nslug: a b",
    "headline: a\nslug: con",
    'headline: a\nslug: ""',
    "headline: a\nx: 3",
    "headline: a\nx: {print_page: three}",
    "headline: a\nbody: [b]",
    "headline: a\nnotes: {n: m}",
  ])("%j", (text) => {
    const { problems } = parseArticle({ text, fileSlug: "a" }, settings);
    expect(problems.filter(({ severity }) => severity === "error")).not.toEqual([]);
    expect(faultsOf(article, text)).not.toEqual([]);
  });

  test.each([
    "name: a",
    "stet: one",
    "stet: 0",
    "stet: 1\nurl: courier.example",
    "stet: 1\nslugs: latin",
    "stet: 1\narticles: a.yaml",
    "stet: 1\narticles: /a/{slug}.yaml",
    "stet: 1\narticles: a/../{slug}.yaml",
    "stet: 1\npermalinks: a",
    "stet: 1\nsections: [a]",
    "stet: 1\nauthors: {j: {email: e}}",
    "stet: 1\nfields: {a: int}",
    "stet: 1\nqueries: {a: [b]}",
  ])("stet.yaml %j", (text) => {
    expect(parseSettings(text).problems.filter(({ severity }) => severity === "error")).not.toEqual([]);
    expect(faultsOf(newsroom, text)).not.toEqual([]);
  });
});

describe("taken by both", () => {
  test.each([
    "headline: 1984",
    "headline: yes",
    "headline: a\nkicker:",
    "headline: a\nkicker: 2026-01-01",
    "headline: a\ntags: [1984, yes, ~]",
    "headline: a\nembargo: open",
    "headline: a\ncreated: 2026-01-01",
    "headline: a\ncreated: 2026-01-01 06:00",
    "headline: a\nimage:",
    "headline: a\ntags:",
    "headline: a\nunknown: [1]",
    "headline: a\nslug: 7",
    "headline: a\nauthors: [Jane, {name: Li, role: r}]",
    "headline: |\n  a\n",
    "headline: a\nstatus: published\npublished: 2026-01-01",
    "headline: a\nbody: |\n  b\n",
    "headline: a\nslug: ニュース",
  ])("%j", (text) => {
    expect(readArticle(text).problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(faultsOf(general, text)).toEqual([]);
  });
});
