// What goes with an article: what a person would say of the sample newsroom, and the rules.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { findArticle } from "../../src/desk/find/find-article.ts";
import { isReadable } from "../../src/desk/find/read-entries.ts";
import { relatedArticles, type RelatedHit } from "../../src/desk/find/related-articles.ts";
import { sampleNewsroom, sampleToRead } from "../support/sample-newsroom.ts";
import { testDesk } from "../support/test-desk.ts";

const newsroom = sampleToRead();

async function relatedTo(desk: Desk, slug: string, onlyLive = false): Promise<RelatedHit[]> {
  const { entry } = await findArticle(desk, slug, { exact: true });
  if (!isReadable(entry)) throw new Error(`there is no ${slug}`);
  return relatedArticles(desk, entry, { limit: 0, onlyLive });
}

async function slugs(desk: Desk, slug: string, onlyLive = false): Promise<string[]> {
  return (await relatedTo(desk, slug, onlyLive)).map((hit) => hit.slug);
}

describe("a person would agree", () => {
  test.each([
    ["the-tide-gauge-that-would-not-lie", ["the-harbour-that-rose-twice", "live-storm-ilva"]],
    ["the-harbour-that-rose-twice", ["the-tide-gauge-that-would-not-lie"]],
    ["notes-from-a-small-velodrome", ["oddsdal-wins-the-three-passes"]],
    ["oddsdal-wins-the-three-passes", ["notes-from-a-small-velodrome"]],
    ["commission-fines-brackenfold-silicon", ["how-rebate-clauses-work"]],
    [
      "port-averne-harbour-list-loses-majority",
      ["harbour-pension-fund-audit", "live-storm-ilva", "let-the-minutes-stand"],
    ],
    ["harbour-pension-fund-audit", ["port-averne-harbour-list-loses-majority", "live-storm-ilva"]],
    [
      "the-ferry-subsidy-nobody-voted-for",
      ["the-last-carriage-to-holm", "norrvig-ferries-orders-two-battery-ships"],
    ],
    [
      "norrvig-ferries-orders-two-battery-ships",
      ["the-last-carriage-to-holm", "the-ferry-subsidy-nobody-voted-for"],
    ],
    [
      "the-last-carriage-to-holm",
      ["the-ferry-subsidy-nobody-voted-for", "norrvig-ferries-orders-two-battery-ships"],
    ],
    ["weekend-rail-works-estuary-line", ["the-last-carriage-to-holm", "live-storm-ilva"]],
    ["swing-bridge-cleared-to-reopen", ["slownews-and-the-art-of-saying-not-yet"]],
    ["rust-breathing-microbe", ["norrvig-ferries-orders-two-battery-ships"]],
    ["let-the-minutes-stand", ["port-averne-harbour-list-loses-majority", "harbour-pension-fund-audit"]],
  ])("%s", async (slug, first) => {
    const found = await slugs(testDesk(newsroom()), slug);
    expect(found.slice(0, first.length).sort()).toEqual([...first].sort());
  });

  test.each(["who-owns-the-seabed", "maktabat-al-mina", "灯台守がいた島"])(
    "nothing goes with %s",
    async (slug) => {
      expect(await slugs(testDesk(newsroom()), slug)).toEqual([]);
    },
  );
});

describe("relatedTo", () => {
  test("pins come first, in their order, and not again", async () => {
    const found = await relatedTo(testDesk(newsroom()), "lock-keepers-of-the-lisse-canal");
    expect(found.slice(0, 3).map(({ slug, why }) => [slug, why])).toEqual([
      ["the-last-carriage-to-holm", "pinned"],
      ["the-last-woman-who-can-read-the-exchange", "pinned"],
      ["la-derniere-fonderie-de-caracteres", "pinned"],
    ]);
    expect(new Set(found.map(({ path: file }) => file)).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(3);
  });

  test("what readers cannot see is left out where they are asked about", async () => {
    const desk = testDesk(newsroom());
    expect(await slugs(desk, "the-tide-gauge-that-would-not-lie", true)).toEqual(["live-storm-ilva"]);
    expect(await slugs(desk, "port-averne-harbour-list-loses-majority", true)).not.toContain(
      "harbour-pension-fund-audit",
    );
  });

  test("an article is not related to itself, pinned or not", async () => {
    const root = sampleNewsroom();
    const file = path.join(root, "articles/2026/11/the-bog-that-pays-rent.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace("tags:", "related: [the-bog-that-pays-rent, no-such, live-storm-ilva]\ntags:"),
    );
    const found = await slugs(testDesk(root), "the-bog-that-pays-rent");
    expect(found[0]).toBe("live-storm-ilva");
    expect(found).not.toContain("the-bog-that-pays-rent");
  });

  test("says why", async () => {
    const found = await relatedTo(testDesk(newsroom()), "the-tide-gauge-that-would-not-lie");
    expect(found[0]?.why).toMatch(
      /^linked in the text · \d+ shared words: .*\bsea\b.* · tags sea-level, measurement, oceans · same section$/,
    );
  });

  test("is the same from an index brought up step by step", async () => {
    const root = sampleNewsroom();
    const desk = testDesk(root, { clock: () => Date.now() + 60_000 });
    const before = await relatedTo(desk, "port-averne-harbour-list-loses-majority");
    const file = path.join(root, "articles/2026/11/live-storm-ilva.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("Averne", "Elsewhere").replace("port-averne]", "elsewhere]"));
    const between = await slugs(desk, "port-averne-harbour-list-loses-majority");
    writeFileSync(file, text);
    expect(await relatedTo(desk, "port-averne-harbour-list-loses-majority")).toEqual(before);
    expect(between).not.toEqual(before.map(({ slug }) => slug));
  });
});
