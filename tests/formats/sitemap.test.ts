import { describe, expect, test } from "vitest";
import { checkFeed } from "../../src/formats/check-feed.ts";
import { newsRows, printNewsSitemap } from "../../src/formats/news-sitemap.ts";
import {
  planSitemaps,
  printArticleSitemap,
  printSitemap,
  printSitemapIndex,
  SITEMAP_ROWS,
} from "../../src/formats/sitemap.ts";
import { HELD_BACK } from "./held-back.ts";
import { elementsOf } from "./read-feeds.ts";
import { instant } from "./sample-entry.ts";
import { AT, feedEntry, head, HOME, HOSTILE_TEXTS, hourly } from "./sample-feed.ts";

const ZONE = "Europe/Brussels";
const FRAME = { self: `${HOME}sitemap.xml`, home: HOME, at: AT };
const HOUR = 3_600_000;

describe("sitemaps", () => {
  test("one row", () => {
    expect(printArticleSitemap([feedEntry()], ZONE, AT)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        "<url><loc>https://courier.example/2026/11/story/</loc><lastmod>2026-11-23T08:15:00+01:00</lastmod></url>",
        "</urlset>\n",
      ].join("\n"),
    );
  });
  test("a page that nothing dates has no date", () => {
    expect(printSitemap([{ url: HOME }], ZONE)).toContain(`<url><loc>${HOME}</loc></url>`);
  });
  test.each(HELD_BACK)("no %s article", (_state, changes) => {
    expect(printArticleSitemap([feedEntry(changes)], ZONE, AT)).not.toContain("<url>");
  });
  test("that of a month is as new as its latest change", () => {
    const rows = hourly(3, "2026-10-31T21:30:00Z");
    expect(planSitemaps("2026-10", rows)).toEqual([{ name: "2026-10", rows, updated: rows[2]?.updated }]);
  });
  test("a month of more rows than a sitemap may have is split", () => {
    const row = feedEntry();
    const rows = Array.from({ length: SITEMAP_ROWS + 1 }, (_, index) => ({
      ...row,
      url: `${HOME}${index}/`,
    }));
    const plans = planSitemaps("2026-11", rows);
    expect(plans.map((plan) => [plan.name, plan.rows.length])).toEqual([
      ["2026-11", SITEMAP_ROWS],
      ["2026-11-2", 1],
    ]);
    const text = printArticleSitemap(plans[0]?.rows ?? [], ZONE, AT);
    expect(checkFeed("sitemap", text, FRAME)).toEqual([]);
    expect(text.length).toBeLessThan(50_000_000);
  });
  describe("a story in two languages", () => {
    const [here, there] = [`${HOME}en/`, `${HOME}fr/`];
    const both = [
      { language: "en", href: here },
      { language: "fr", href: there },
      { language: "x-default", href: here },
    ];
    const faultsOf = (...alternates: readonly (typeof both)[]): string[] => {
      const rows = [here, there].map((url, at) => feedEntry({ url, alternates: alternates[at] ?? [] }));
      return checkFeed("sitemap", printArticleSitemap(rows, ZONE, AT), FRAME).map(({ message }) => message);
    };

    test("each row names both", () => {
      const text = printArticleSitemap([feedEntry({ url: here, alternates: both })], ZONE, AT);
      expect(text).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
      expect(text).toContain(`
<xhtml:link rel="alternate" hreflang="en" href="${here}"/>
<xhtml:link rel="alternate" hreflang="fr" href="${there}"/>
<xhtml:link rel="alternate" hreflang="x-default" href="${here}"/></url>`);
      expect(faultsOf(both, both)).toEqual([]);
    });
    test("what search engines would not heed is no good sitemap", () => {
      expect(faultsOf(both, both.slice(1, 2))).toEqual([`${there} does not name ${here} as its version`]);
      expect(faultsOf(both.slice(1, 2))).toContain(`${here} does not name itself among its versions`);
      expect(faultsOf([...both, { language: "fr", href: `${HOME}x/` }], both)).toEqual([
        `hreflang of ${here} comes twice: fr`,
      ]);
      expect(faultsOf([...both, { language: "", href: "x" }], both)).toEqual([
        `a version of ${here} is no absolute address: x`,
        `the language of a version of ${here} is missing`,
      ]);
    });
  });
  test("an index", () => {
    const text = printSitemapIndex([{ url: `${HOME}sitemap-2026-11.xml`, updated: AT }], ZONE);
    expect(text).toContain(
      `<sitemap><loc>${HOME}sitemap-2026-11.xml</loc><lastmod>2026-12-01T01:00:00+01:00</lastmod></sitemap>`,
    );
    expect(checkFeed("sitemap", text, FRAME)).toEqual([]);
  });
});

describe("the news sitemap", () => {
  const print = (changes = {}, at = AT) =>
    printNewsSitemap(head(), [feedEntry({ published: instant("2026-11-30T00:00:00Z"), ...changes })], at);

  test("one row", async () => {
    await expect(print()).toMatchFileSnapshot("../golden/feeds/news-row.xml");
  });
  test("rolls off by the clock, two days after first publication", () => {
    const published = instant("2026-11-29T00:00:00Z");
    const row = feedEntry({ published, updated: AT - 1 });
    expect(newsRows([row], AT - 1)).toEqual([row]);
    expect(newsRows([row], AT)).toEqual([]);
    expect(newsRows([row], published.epochMs)).toEqual([row]);
    expect(newsRows([row], published.epochMs - 1)).toEqual([]);
  });
  test("has the newest thousand", () => {
    const rows = hourly(1, "2026-11-30T20:00:00Z");
    const many = Array.from({ length: 1500 }, (_, index) => {
      const epochMs = AT - 40 * HOUR + index * 60_000;
      return feedEntry({ url: HOME + index, published: { epochMs, written: "" } });
    });
    const found = newsRows([...many, ...rows], AT);
    expect([found.length, found[0], found.at(-1)]).toEqual([1000, rows[0], many[501]]);
  });
  test.each(HELD_BACK)("no %s article", (_state, changes) => {
    expect(print(changes)).not.toContain("<url>");
  });
  test.each([
    ["en-GB", "en"],
    ["pt", "pt"],
    ["yue-Hant", "yue"],
    ["zh", "zh-cn"],
    ["zh-Hans-SG", "zh-cn"],
    ["zh-Hant", "zh-tw"],
    ["zh-HK", "zh-tw"],
  ])("language %s is %s", (language, expected) => {
    expect(print({ language })).toContain(`<news:language>${expected}</news:language>`);
  });
  test.each(HOSTILE_TEXTS)("%j in a title and the newsroom's name", (text) => {
    const rows = [feedEntry({ published: instant("2026-11-30T00:00:00Z"), title: `a ${text}` })];
    const xml = printNewsSitemap({ ...head(), publisher: `P ${text}` }, rows, AT);
    expect(checkFeed("sitemap", xml, FRAME)).toEqual([]);
    expect(elementsOf(xml, "news:title")).toHaveLength(1);
  });
});
