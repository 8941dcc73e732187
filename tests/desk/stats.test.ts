// `stet stats` counts what is there: exactly in the sample newsroom, and as looking at every file does in any other.
import fc from "fast-check";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { stateAt } from "../../src/article/state.ts";
import { countWords } from "../../src/body/count-words.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";
import { isReadable, readEntries, type ArticleEntry } from "../../src/desk/find/read-entries.ts";
import { groupByPeriod } from "../../src/desk/count/read-stories.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import {
  GROUPINGS,
  readStats,
  type Grouping,
  type Stats,
  type StatsRequest,
} from "../../src/desk/count/stats.ts";
import { fold } from "../../src/query/fold-text.ts";
import { isPeriodUnit, periodAt } from "../../src/query/walk-periods.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { testDesk } from "../support/test-desk.ts";
import { articles, writeCounted } from "./counted-newsroom.ts";
import { runs } from "../support/runs.ts";

const newsroom = sampleToRead();

const statsOf = (
  desk: Desk,
  by: readonly Grouping[],
  { words = [], ...request }: Partial<StatsRequest> & { readonly words?: readonly string[] } = {},
): Promise<Stats> => readStats(desk, { query: readQuery(desk, words), by, date: "published", ...request });

const countsOf = (stats: Stats): (readonly [string | null, number, number])[] =>
  (stats.tables[0]?.groups ?? []).map(({ name, articles: count, words }) => [name, count, words]);

describe("the sample newsroom", () => {
  test("by state", async () => {
    const stats = await statsOf(testDesk(newsroom()), ["state"]);
    expect([stats.total.articles, stats.total.words]).toEqual([33, 12_987]);
    expect(countsOf(stats)).toEqual([
      ["live", 22, 10_944],
      ["draft", 3, 239],
      ["embargoed", 2, 538],
      ["expired", 1, 68],
      ["killed", 1, 65],
      ["ready", 1, 340],
      ["review", 1, 343],
      ["scheduled", 1, 342],
      ["withdrawn", 1, 108],
    ]);
  });

  test("by section, of one author", async () => {
    const stats = await statsOf(testDesk(newsroom()), ["section"], { words: ["author:Ilse"] });
    const lastYear = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const never = lastYear.map(() => 0);
    expect(stats.tables[0]?.groups).toEqual([
      { name: "world", articles: 2, own: 0, words: 1419, share: 2 / 3, series: lastYear },
      { name: "world/europe", articles: 2, own: 2, words: 1419, share: 2 / 3, series: lastYear },
      { name: "politics", articles: 1, own: 1, words: 114, share: 1 / 3, series: never },
    ]);
    expect(stats.periods.map(({ name }) => name)).toContain("2026-02");
  });

  test("a part of a headline is no word of the index and is found all the same", async () => {
    const stats = await statsOf(testDesk(newsroom()), ["tag"], { words: ["headline~bridg"] });
    expect(countsOf(stats)).toEqual([
      ["bridges", 1, 65],
      ["safety", 1, 65],
    ]);
  });

  test("nothing selected is nothing", async () => {
    const stats = await statsOf(testDesk(newsroom()), ["section", "month"], { words: ["tag:nosuch"] });
    expect([stats.total.articles, stats.tables.map(({ groups }) => groups)]).toEqual([0, [[], []]]);
  });

  test("a file that cannot be read is a problem and no article", async () => {
    const folder = sampleNewsroom();
    writeFileSync(path.join(folder, "articles/broken.yaml"), "headline: [");
    const stats = await statsOf(testDesk(folder), ["status"]);
    expect([stats.total.articles, stats.problems.map(({ file }) => file)]).toEqual([
      33,
      ["articles/broken.yaml"],
    ]);
  });

  test("sorted by words, by name", async () => {
    const desk = testDesk(newsroom());
    const by = async (key: "words" | "name", isDescending: boolean): Promise<(string | null)[]> =>
      countsOf(await statsOf(desk, ["kind"], { sort: [{ key, isDescending }] })).map(([name]) => name);
    expect((await by("words", true)).slice(0, 2)).toEqual(["feature", "news"]);
    expect((await by("name", false)).slice(0, 2)).toEqual(["analysis", "feature"]);
  });
});

describe("names", () => {
  const nothing = { authors: [], tags: [], kind: "news", status: "draft", words: 0 };
  const other = { section: undefined, language: undefined, created: undefined, published: undefined };
  const article = { ...nothing, ...other, embargo: undefined };

  test("are as stet.yaml has them, else as most articles write them", async () => {
    const folder = temporaryFolder();
    const sections = ["World/Europe", "World/Europe", "SPORT", "Sport", "Sport"];
    writeCounted(
      folder,
      sections.map((section) => ({ ...article, section })),
      "UTC",
    );
    appendFileSync(path.join(folder, "stet.yaml"), "sections: {world/europe: Europe}\n");
    const stats = await statsOf(testDesk(folder), ["section"]);
    expect(countsOf(stats).map(([name]) => name)).toEqual(["Sport", "world", "world/europe"]);
  });

  test("what has no date stands last, by whichever date", async () => {
    const folder = temporaryFolder();
    const dated = { ...article, created: "2026-03-01T00:00:00Z" };
    writeCounted(folder, [article, dated, article], "UTC");
    const stats = await statsOf(testDesk(folder), ["month"], { date: "updated" });
    expect(countsOf(stats)).toEqual([
      ["2026-03", 1, 0],
      [null, 2, 0],
    ]);
  });
});

test("an article at the very end of a period belongs to the next one", () => {
  const clock = { timezone: "UTC", now: 0 };
  const moments = ["2026-04-01T00:00:00Z", "2026-03-31T23:59:59Z"].map((at) => Date.parse(at));
  expect(groupByPeriod([...moments, null], "month", clock)).toEqual([
    { value: "2026-03", rows: [1] },
    { value: "2026-04", rows: [0] },
    { value: null, rows: [2] },
  ]);
});

describe("any newsroom", () => {
  const zones = ["Europe/Brussels", "America/New_York", "UTC"];

  test("counts equal those of looking at every file", async () => {
    await fc.assert(
      fc.asyncProperty(
        articles,
        fc.constantFrom(...zones),
        fc.constantFrom(...GROUPINGS),
        async (counted, zone, by) => {
          await inFolder(async (folder) => {
            writeCounted(folder, counted, zone);
            const desk = testDesk(folder);
            const stats = await statsOf(desk, [by]);
            const found = countsOf(stats).map(([name, ...counts]) => [
              name === null ? null : fold(name),
              ...counts,
            ]);
            expect(sorted(found)).toEqual(sorted(naiveCounts(desk, by)));
            closeIndexOf(desk);
          });
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("a month of the series is what the query counts for it", async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.constantFrom(...zones), async (counted, zone) => {
        await inFolder(async (folder) => {
          writeCounted(folder, counted, zone);
          const desk = testDesk(folder);
          const { total, periods } = await statsOf(desk, []);
          for (const [at, { name }] of periods.entries()) {
            const month = await statsOf(desk, [], { words: [`published:${name}`] });
            expect([name, total.series[at]]).toEqual([name, month.total.articles]);
          }
          closeIndexOf(desk);
        });
      }),
      { numRuns: runs(10) },
    );
  });
});

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "stet-test-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Count = readonly unknown[];

function naiveCounts(desk: Desk, by: Grouping): Count[] {
  const counts = new Map<string | null, [articles: number, words: number]>();
  for (const entry of readEntries(desk)) {
    if (!isReadable(entry)) continue;
    const words = countWords(parseBody(entry.article.body));
    for (const value of valuesOf(desk, entry, by)) {
      const [count, sum] = counts.get(value) ?? [0, 0];
      counts.set(value, [count + 1, sum + words]);
    }
  }
  return Array.from(counts, ([value, count]) => [value, ...count]);
}

function valuesOf(desk: Desk, { article }: ArticleEntry, by: Grouping): Set<string | null> {
  const clock = { timezone: desk.settings.timezone, now: desk.now };
  const { section, authors, tags, kind, language, status, published } = article;
  if (isPeriodUnit(by))
    return new Set([published === undefined ? null : fold(periodAt(published.epochMs, by, clock).name)]);
  const steps = section?.split("/") ?? [];
  const values = {
    section: steps.map((_, at) => steps.slice(0, at + 1).join("/")),
    author: authors.map(({ name }) => name),
    tag: tags,
    state: [stateAt(article, desk.now)],
    status: [status],
    kind: [kind],
    lang: [language],
  }[by];
  return new Set(values.length === 0 ? [null] : values.map(fold));
}

function sorted(counts: readonly Count[]): Count[] {
  return [...counts].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
