// `stet search` at the desk: it finds what plain reading finds, ranks by where the words stand, and in an order that does
// not depend on how the index came about.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LIST_FIELDS } from "../../src/desk/find/list-fields.ts";
import { isReadable, readEntries } from "../../src/desk/find/read-entries.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { searchArticles } from "../../src/desk/find/search-articles.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { wordsOf } from "../../src/query/fold-text.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";

const newsroom = sampleToRead();

async function found(desk: Desk, ...query: readonly string[]): Promise<[slug: string, score: number][]> {
  const { files } = await searchArticles(desk, { query: readQuery(desk, query) });
  return Array.from(files, ({ slug, score }) => [slug, score ?? 0]);
}

async function slugs(desk: Desk, ...query: readonly string[]): Promise<string[]> {
  return (await found(desk, ...query)).map(([slug]) => slug);
}

type Files = Readonly<Record<string, string>>;

/** A newsroom of these articles, by slug, each as YAML. */
function newsroomOf(articles: Files): string {
  const root = temporaryFolder();
  writeFileSync(path.join(root, "stet.yaml"), "stet: 1\narticles: articles/{slug}.yaml\n");
  mkdirSync(path.join(root, "articles"));
  for (const [slug, yaml] of Object.entries(articles)) put(root, slug, yaml);
  return root;
}

function put(root: string, slug: string, yaml: string): void {
  writeFileSync(path.join(root, `articles/${slug}.yaml`), yaml);
}

const SCRIPTS: Files = {
  accents: "headline: Crème brûlée à l’Élysée\nbody: Ils l’ont mangée, fût-ce debout.\n",
  decomposed: "headline: Cafe\u0301 olé\nbody: re\u0301sume\u0301\n",
  german: "headline: Maße der Straße\nsummary: Größe, Fuß und Überfluß\nbody: STRASSE\n",
  turkish: "headline: İstanbul ışık\nbody: DİYARBAKIR ığdır\n",
  ligatures: "headline: \uFB01nal o\uFB03ce\nbody: ½ cup № 5 x² Æsir\n",
  wide: "headline: ＦＵＬＬ　ｗｉｄｔｈ　１２３\nbody: ｶﾞｲﾄﾞ\n",
  cjk: "headline: 灯台守がいた島\nsummary: 中文新闻标题\nbody: 東京とTokyoとトウキョウ\n",
  hangul: "headline: 한국어 기사\nbody: 서울에서\n",
  arabic: "headline: مكتبةُ الميناءِ\nauthors: [سلمى القرنفلي]\nbody: كتبٌ تُعار\n",
  thai: "headline: ภาษาไทย\nbody: กรุงเทพมหานคร\n",
  greek: "headline: ΟΔΥΣΣΕΥΣ και θάλασσα\nbody: λόγος\n",
  hebrew: "headline: שָׁלוֹם עולם\ntags: [ירושלים]\nbody: x\n",
};

/** The plain answer: the articles whose headline, summary, body, a tag or a byline has the word. */
function byReading(desk: Desk, word: string): string[] {
  return [...readEntries(desk)]
    .filter(isReadable)
    .filter(({ article: { headline, summary, body, tags, authors } }) => {
      const texts = [headline, summary ?? "", body, ...tags, ...authors.map(({ name }) => name)];
      return texts.some((text) => wordsOf(text).includes(word));
    })
    .map(({ article }) => article.slug)
    .sort();
}

function everyWord(desk: Desk): string[] {
  const texts = [...readEntries(desk)]
    .filter(isReadable)
    .flatMap(({ article: { headline, summary, body, tags, authors } }) =>
      [headline, summary ?? "", body, ...tags, ...authors.map(({ name }) => name)].flatMap(wordsOf),
    );
  return [...new Set(texts)];
}

describe("search finds what reading finds", () => {
  test("for every word of every sample article", async () => {
    const desk = testDesk(newsroom());
    const { freshIndex } = await import("../../src/desk/keep-index/fresh-index.ts");
    const { searchFiles } = await import("../../src/index/search-files.ts");
    const { soughtPhrases, withBylines } = await import("../../src/query/sought-phrases.ts");
    const { index } = await freshIndex(desk);
    const words = everyWord(desk);
    expect(words.length).toBeGreaterThan(3000);
    const entries = new Map(words.map((word) => [word, new Set<string>()]));
    for (const entry of readEntries(desk)) {
      if (!isReadable(entry)) continue;
      const { headline, summary, body, tags, authors, slug } = entry.article;
      const texts = [headline, summary ?? "", body, ...tags, ...authors.map(({ name }) => name)];
      for (const word of texts.flatMap(wordsOf)) entries.get(word)?.add(slug);
    }
    for (const [word, expected] of entries) {
      const node = { kind: "words", phrase: { words: [word], isPrefix: false } } as const;
      const options = { sought: soughtPhrases(node), at: desk.now, limit: 0 };
      const { files } = searchFiles(index, withBylines(node), options);
      expect([word, Array.from(files, ({ slug }) => slug).sort()]).toEqual([word, [...expected].sort()]);
    }
  });

  test("in any script, as it is typed", async () => {
    const desk = testDesk(newsroomOf(SCRIPTS));
    for (const word of everyWord(desk))
      expect([word, (await slugs(desk, word)).sort()]).toEqual([word, byReading(desk, word)]);
  });

  test.each([
    ["elysee", "accents"],
    ["CAFÉ", "decomposed"],
    ["strasse", "german"],
    ["istanbul", "turkish"],
    ["final", "ligatures"],
    ["office", "ligatures"],
    ["width", "wide"],
    ["ガイド", "wide"],
    ["灯台", "cjk"],
    ["台守が", "cjk"],
    ["新闻", "cjk"],
    ["tokyo", "cjk"],
    ["서울에서", "hangul"],
    ["مكتبة", "arabic"],
    ["القرنفلي", "arabic"],
    ["เทพ", "thai"],
    ["οδυσσευσ", "greek"],
    ["ירושלים", "hebrew"],
    ["שלום", "hebrew"],
    ["manz* OR mang*", "accents"],
  ])("%s is in %s", async (query, slug) => {
    expect(await slugs(testDesk(newsroomOf(SCRIPTS)), ...query.split(" "))).toEqual([slug]);
  });
});

describe("search takes the whole query language", () => {
  test.each([
    [
      ["harbour", "tide"],
      ["the-harbour-that-rose-twice", "the-tide-gauge-that-would-not-lie"],
    ],
    [["harbour", "tide", "is:live"], ["the-tide-gauge-that-would-not-lie"]],
    [["harbour", "tide", "-rose"], []],
    [["vandermoor", "brackenfold"], ["commission-fines-brackenfold-silicon"]],
    [["author:vandermoor", "chip*"], ["commission-fines-brackenfold-silicon"]],
    [["power chips"], ["commission-fines-brackenfold-silicon"]],
    [["hazelnut", "headline~price"], ["the-hazelnut-floor-at-castelrosso"]],
    [
      ["velodrome", "OR", "kind:obituary"],
      ["notes-from-a-small-velodrome", "halina-morawek-poet-and-printer"],
    ],
    [["correction:turnout"], ["port-averne-harbour-list-loses-majority"]],
  ])("%j", async (query, expected) => {
    const desk = testDesk(newsroom());
    const { files, count } = await searchArticles(desk, { query: readQuery(desk, query) });
    const all = Array.from(files, ({ slug }) => slug);
    expect(all.filter((slug) => expected.includes(slug))).toEqual(expected);
    if (expected.length < 2) expect(all).toEqual(expected);
    expect(count()).toBe(all.length);
  });

  test.each([[["tag:rail"]], [["-harbour"]], [["is:live"]], [["@europe"]]])(
    "%j looks for nothing",
    async (query) => {
      const desk = testDesk(newsroom());
      await expect(found(desk, ...query)).rejects.toMatchObject({ kind: "usage", code: "need-input" });
    },
  );
});

describe("ranking", () => {
  const long = "word ".repeat(300);
  const PLACES: Files = {
    a: `headline: Alpha\nbody: The comet, ${long}\n`,
    b: "headline: Beta\nauthors: [Comet Jones]\nbody: Here.\n",
    c: "headline: Gamma\nsummary: A comet.\nbody: Here.\n",
    d: "headline: The comet\nbody: Here.\n",
    e: "headline: Delta\nbody: Here.\n",
    f: `headline: Zeta\nbody: The comet, comet, comet, ${long}\n`,
  };

  test("headline before summary before byline before body; more before fewer", async () => {
    expect(await slugs(testDesk(newsroomOf(PLACES)), "comet")).toEqual(["d", "c", "b", "f", "a"]);
  });

  test("rare words count more than common ones", async () => {
    const articles = {
      ...PLACES,
      g: "headline: Eta\nbody: quark here\n",
      h: "headline: Theta\nbody: the here\n",
    };
    expect((await slugs(testDesk(newsroomOf(articles)), "quark", "OR", "the")).slice(0, 2)).toEqual([
      "g",
      "d",
    ]);
  });

  test("a phrase counts where its words stand together", async () => {
    const articles = {
      a: "headline: Comet seen by a dusty tail\nbody: x\nsummary: A comet tail.\n",
      b: "headline: The comet tail\nbody: x\n",
      c: "headline: Comet, dust, tail, comet\nbody: One comet tail in a body.\n",
    };
    expect(await slugs(testDesk(newsroomOf(articles)), "comet tail")).toEqual(["b", "a", "c"]);
  });

  test("of equals the newest is first, then the path", async () => {
    const same = (created: string): string => `headline: Comet\n${created}body: x\n`;
    const desk = testDesk(
      newsroomOf({
        b: same(""),
        a: same(""),
        old: same("created: 2020-01-01\n"),
        new: same("created: 2026-01-01\n"),
      }),
    );
    expect(await slugs(desk, "comet")).toEqual(["new", "old", "a", "b"]);
  });

  test("an index brought up step by step ranks and scores as one made anew", async () => {
    const root = newsroomOf(PLACES);
    const desk = testDesk(root, { clock: () => Date.now() + 60_000 });
    await found(desk, "comet");
    put(root, "a", `headline: Comet comet comet\nbody: ${"noise ".repeat(5000)}\n`);
    put(root, "z", `headline: Comet\nbody: ${"comet ".repeat(5000)}\n`);
    await found(desk, "comet");
    put(root, "a", PLACES["a"] ?? "");
    rmSync(path.join(root, "articles/z.yaml"));
    const queries = [["comet"], ["comet", "OR", "here"], ['"the comet"'], ["com*"]];
    const anew = testDesk(newsroomOf(PLACES));
    for (const query of queries) expect(await found(desk, ...query)).toEqual(await found(anew, ...query));
  });

  test("a limit takes the best", async () => {
    const desk = testDesk(newsroomOf(PLACES));
    const { files, count } = await searchArticles(desk, { query: readQuery(desk, ["comet"]), limit: 2 });
    expect([Array.from(files, ({ slug }) => slug), count()]).toEqual([["d", "c"], 5]);
  });
});

test("score and snippet are no fields of a list", () => {
  expect(LIST_FIELDS).not.toContain("score");
  expect(LIST_FIELDS).not.toContain("snippet");
});

test("more words than one search can look for are refused, not a bug", async () => {
  const desk = testDesk(newsroomOf(SCRIPTS), {});
  const words = Array.from({ length: 12_000 }, (_, n) => (n === 0 ? "w0" : `OR w${n}`));
  await expect(slugs(desk, words.join(" "))).rejects.toMatchObject({ kind: "usage", code: "bad-query" });
});
