// The generated newsroom: the same for the same seed, valid to the last article, and shaped like a real one.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { castOf, composeArticles, type ComposedArticle } from "../../bench/compose-article.ts";
import { generateNewsroom, type Corpus } from "../../bench/generate-newsroom.ts";
import { hugoPathOf, printHugoArticle } from "../../bench/hugo-site.ts";
import { rareWordOf } from "../../bench/rare-word.ts";
import { seededRandom } from "../../bench/random.ts";
import { inventVocabulary } from "../../bench/vocabulary.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { parseSettings } from "../../src/article/parse-settings.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function generate(seed: number, folder: string = temporaryFolder()): Corpus {
  return generateNewsroom({ folder, seed, articles: 120, withHugo: true });
}

/** Every file of the folder: path and text. */
function textsIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file): [string, string] => [path.relative(folder, file), readFileSync(file, "utf8")])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function compose(count: number): ComposedArticle[] {
  return [...composeArticles(castOf(7), count)];
}

describe("the files", () => {
  test("are the same for the same seed, and others for another", () => {
    const first = textsIn(generate(7).folder);
    expect(textsIn(generate(7).folder)).toEqual(first);
    expect(textsIn(generate(8).folder).map(([name]) => name)).not.toEqual(first.map(([name]) => name));
  });

  test("are 120 articles, 120 for Hugo, and settings", () => {
    const files = textsIn(generate(7).folder).map(([name]) => name);
    expect(files.filter((name) => /^newsroom\/articles\/\d{4}\/\d\d\/[^/]+\.yaml$/.test(name))).toHaveLength(
      120,
    );
    expect(files.filter((name) => /^hugo\/content\/.+-\d+\.md$/.test(name))).toHaveLength(120);
    expect(files).toContain("newsroom/stet.yaml");
    expect(files).toContain("hugo/hugo.toml");
  });

  test("are read without any problem", () => {
    const { newsroom, bytes } = generate(7);
    const { settings, problems } = parseSettings(readFileSync(path.join(newsroom, "stet.yaml"), "utf8"));
    expect(problems).toEqual([]);
    const articles = textsIn(path.join(newsroom, "articles"));
    const found = articles.flatMap(
      ([name, text]) => parseArticle({ text, fileSlug: path.basename(name, ".yaml") }, settings).problems,
    );
    expect(found).toEqual([]);
    expect(Buffer.byteLength(articles.map(([, text]) => text).join(""))).toBe(bytes);
  });

  test("are left alone when they are complete, and written again when they are not", () => {
    const { folder, newsroom, isNew } = generate(7);
    expect(isNew).toBe(true);
    writeFileSync(path.join(newsroom, "mark"), "");
    expect(generate(7, folder)).toMatchObject({ isNew: false });
    expect(readdirSync(newsroom)).toContain("mark");
    expect(generate(8, folder)).toMatchObject({ isNew: true });
    expect(readdirSync(newsroom)).not.toContain("mark");
  });

  test("never replace what somebody else put there", () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "thesis.txt"), "");
    expect(() => generate(7, folder)).toThrow("holds something else");
    expect(readdirSync(folder)).toEqual(["thesis.txt"]);
  });

  test("have a word that few of them hold", () => {
    const { newsroom, probe } = generate(7);
    const rare = rareWordOf({ newsroom, probe });
    const texts = textsIn(newsroom).map(([, text]) => text);
    const holding = texts.filter((text) => text.includes(rare));
    expect(rare.length).toBeGreaterThan(6);
    expect(holding.length / texts.length).toBeLessThan(0.1);
  });

  test("hold the words to search for side by side in the probe", () => {
    const { newsroom, hugo, probe } = generate(7);
    expect(probe.phrase).toMatch(/^\p{Ll}+ \p{Ll}+$/u);
    expect(readFileSync(path.join(newsroom, probe.path), "utf8")).toContain(probe.phrase);
    expect(readFileSync(path.join(hugo, probe.hugoPath), "utf8")).toContain(probe.phrase);
    expect(path.basename(probe.path)).toBe(`${probe.slug}.yaml`);
  });
});

describe("the articles", () => {
  test("are about 4.1 KB each", () => {
    const { bytes } = generate(7);
    expect(bytes / 120).toBeGreaterThan(3_800);
    expect(bytes / 120).toBeLessThan(4_400);
  });

  test("span ten years, sixty authors, ten sections and every state", () => {
    const articles = compose(2_000);
    const distinct = (values: readonly string[]): number => new Set(values).size;
    expect(distinct(articles.flatMap(({ authors }) => authors))).toBe(60);
    expect(distinct(articles.map(({ section }) => section))).toBe(10);
    expect(distinct(articles.map(({ slug }) => slug))).toBe(2_000);
    expect([articles[0], articles.at(-1)].map((article) => article?.created.slice(0, 7))).toEqual([
      "2016-11",
      "2026-11",
    ]);
    expect(new Set(articles.map(({ status }) => status))).toEqual(
      new Set(["draft", "review", "ready", "published", "withdrawn"]),
    );
    expect(articles.filter(({ embargo }) => embargo !== undefined).length).toBeGreaterThan(5);
  });
});

test("links lead to older articles, near and far", () => {
  const places = new Map<string, number>();
  const steps = compose(300).flatMap(({ slug, body }, place) => {
    places.set(slug, place);
    const links = [...body.matchAll(/\]\(article:([^)]+)\)/g)].map(([, target = ""]) => places.get(target));
    return links.map((target) => place - (target ?? place));
  });
  expect(Math.min(...steps)).toBeGreaterThan(0);
  expect(Math.max(...steps)).toBeGreaterThan(200);
});

test("Hugo's copy holds back what the gate holds back", () => {
  const article: ComposedArticle = {
    headline: 'A "quoted" headline',
    slug: "a-headline-1",
    summary: "Two words.",
    section: "world/europe",
    authors: ["Jane Doe"],
    tags: ["no"],
    status: "published",
    created: "2026-11-20T09:00:00+01:00",
    published: "2026-11-21T09:00:00+01:00",
    embargo: "2026-12-01T09:00:00+01:00",
    body: "See [this](article:other-0).\n",
  };
  expect(hugoPathOf(article)).toBe("content/world/europe/a-headline-1.md");
  expect(printHugoArticle(article).split("\n")).toEqual([
    "---",
    'title: "A \\"quoted\\" headline"',
    'slug: "a-headline-1"',
    'description: "Two words."',
    'date: "2026-11-21T09:00:00+01:00"',
    'publishDate: "2026-12-01T09:00:00+01:00"',
    "draft: false",
    'authors: ["Jane Doe"]',
    'tags: ["no"]',
    'months: ["2026-11"]',
    "---",
    "",
    "See [this](/story/other-0).",
    "",
  ]);
  expect(printHugoArticle({ ...article, status: "withdrawn" })).toContain("draft: true");
});

test("few words are common and many are rare, as Zipf says", () => {
  const { words, draw } = inventVocabulary(seededRandom(7), 20_000);
  const chance = seededRandom(1);
  const uses = new Map<string, number>();
  for (let each = 0; each < 100_000; each++) {
    const word = draw(chance);
    uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const shareOf = (from: number, to: number): number =>
    words.slice(from, to).reduce((sum, word) => sum + (uses.get(word) ?? 0), 0) / 100_000;
  expect(shareOf(0, 10)).toBeCloseTo(0.15, 1);
  expect(shareOf(0, 1_000)).toBeCloseTo(0.65, 1);
  expect(shareOf(10_000, 20_000)).toBeCloseTo(0.08, 1);
});
