// Queries and values at the edges: as deep and as long as the grammar allows, numbers next to nothing, texts that are
// there and say nothing. The list is still that of those who look at every file.
import { describe, expect, test } from "vitest";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { readQueryText } from "../../src/desk/find/read-query.ts";
import { lookAtFiles } from "../index/look-at-files.ts";
import { withDesk, withNewsroom } from "../index/make-newsroom.ts";
import type { Files } from "../index/random-newsroom.ts";

/** The paths, without folder and ending, that a list finds, once it is known that looking at the files finds them. */
async function found(articles: Files, text: string): Promise<string[]> {
  const files = Object.entries(articles).map(
    ([name, content]) => [`articles/${name}.yaml`, content] as const,
  );
  return withNewsroom(
    { "stet.yaml": "stet: 1\nfields: {page: number}\n", ...Object.fromEntries(files) },
    (root) =>
      withDesk(root, async (desk) => {
        const query = readQueryText(desk, text);
        const listing = await listArticles(desk, { query, sort: [{ field: "path", isDescending: false }] });
        const paths = [...listing.files].map(({ path }) => path);
        expect(paths).toEqual(lookAtFiles(desk, query.node).map(({ path }) => path));
        expect(listing.count()).toBe(paths.length);
        return paths.map((path) => path.slice("articles/".length, -".yaml".length));
      }),
  );
}

const TWO: Files = { a: "headline: Alpha rail\ntags: [rail]\n", b: "headline: Beta\ntags: [sea]\n" };

/** `parts` in groups in groups, as deep as the grammar allows. */
function nested(parts: readonly string[], connective: string): string {
  const deep = Array.from({ length: 49 }, (_, at) => `${parts[at % parts.length]}${connective}(`);
  return `${deep.join("")}${parts[0]}${")".repeat(49)}`;
}

describe("a query as deep as the grammar allows", () => {
  test.each([
    ["words", nested(["alpha", "rail"], " "), ["a"]],
    ["either word", nested(["alpha", "none"], " OR "), ["a"]],
    ["words and either word", nested(["alpha", "rail OR none", "-beta"], " "), ["a"]],
    ["fields", nested(["tag:rail", "kind:news"], " "), ["a"]],
    ["fields and words", nested(["tag:rail", "none"], " OR "), ["a"]],
    ["not not", nested(["tag:rail", "-none"], " -"), []],
    ["parts of texts", nested(["headline~alph", "kind:news"], " "), ["a"]],
  ])("%s", async (_, text, wanted) => expect(await found(TWO, text)).toEqual(wanted));
});

describe("a query as long as a script makes it", () => {
  const many = (length: number, of: (at: number) => string): string[] =>
    Array.from({ length }, (_, at) => of(at));

  test.each([
    ["2,000 values of one field", `tag:rail,${many(2_000, (at) => `none-${at}`).join(",")}`],
    ["40,000 values of one field", `tag:rail,${many(40_000, (at) => `none-${at}`).join(",")}`],
    [
      "2,000 terms, any of them",
      `tag:rail OR ${many(2_000, (at) => `kind:news slug:none-${at}`).join(" OR ")}`,
    ],
    ["2,000 words, any of them", `alpha OR ${many(2_000, (at) => `none${at}`).join(" OR ")}`],
    ["2,000 words, all of them", many(2_000, () => "alpha").join(" ")],
    ["2,000 terms, all of them", many(2_000, (at) => `-tag:none-${at}`).join(" ") + " tag:rail"],
    ["2,000 periods", `created:2025 OR tag:rail OR ${many(2_000, () => "created:2024").join(" OR ")}`],
    ["2,000 parts of texts", `headline~alph OR ${many(2_000, (at) => `headline~none${at}`).join(" OR ")}`],
    ["17,000 fields", `tag:rail OR ${many(17_000, (at) => `x.none${at}:1`).join(" OR ")}`],
    ["a phrase of 2,000 words", `tag:rail OR "${many(2_000, () => "alpha").join(" ")}"`],
  ])("%s", async (_, text) => expect(await found(TWO, text)).toEqual(["a"]));
});

describe("numbers and texts next to nothing", () => {
  const articles: Files = {
    empty: "headline: a\nx: {page: 0, small: 5e-324}\n",
    one: "headline: a\nbody: one\nx: {page: 1}\n",
    said: 'headline: a\ncorrections: [{at: 2026-01-01, text: ""}]\nx: {page: -1}\n',
    tiny: "headline: a\nx: {page: 1e-17}\n",
  };

  test.each([
    ["words:0", ["empty", "said", "tiny"]],
    ["words>0", ["one"]],
    ["words:..0", ["empty", "said", "tiny"]],
    ["x.page:0", ["empty"]],
    ["x.page>0", ["one", "tiny"]],
    ["x.page<1", ["empty", "said", "tiny"]],
    ["x.page:1", ["one"]],
    ["correction:any", []],
    ["correction:none", ["empty", "one", "said", "tiny"]],
    ["is:corrected", ["said"]],
  ])("%s", async (text, wanted) => expect(await found(articles, text)).toEqual(wanted));
});

describe("characters that a database could stumble over", () => {
  const articles: Files = {
    cut: 'headline: "a"\ntags: ["rail\\0way", "sea"]\nbody: "begun \\0 ended"\nx: {desk: "a\\0b", "page\\0s": 4}\n',
    half: 'headline: "a"\ntags: ["\\ud800"]\nbody: "\\udc00 begun"\n',
    plain: "headline: a\ntags: [rail]\nx: {desk: a}\n",
  };

  test.each([
    ["tag:rail", ["plain"]],
    ["tag:sea", ["cut"]],
    ["ended", ["cut"]],
    ["begun", ["cut", "half"]],
    ["way", ["cut"]],
    ["x.desk:a", ["plain"]],
    ["x.desk:any", ["cut", "plain"]],
    ["tag~way", ["cut"]],
    ['tag:"rail\0way"', ["cut"]],
    ["x.page:any", []],
  ])("%s", async (text, wanted) => expect(await found(articles, text)).toEqual(wanted));
});

describe("what once was refused", () => {
  const articles: Files = { a: "headline: A\nsection: sci-tech\nlanguage: en-GB\nx: {list: [1, 2]}\n" };

  // An escaped hyphen is none that the flag u takes.
  test.each([["lang:en-GB"], ["section:sci-tech"], ["slug:a-*"]])("%s", async (text) => {
    await found(articles, text);
  });

  // The length of a list is no key of it.
  test("x.list.length:2", async () => {
    await found(articles, "x.list.length:2");
  });
});
