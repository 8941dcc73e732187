// One story in several languages: pages of live articles name each other with hreflang, whichever of them says so, and
// nothing of one that is held back.
import { describe, expect, test } from "vitest";
import { article, newsroomOf, publishAt, siteFromNothing, siteTree, write } from "./site-newsroom.ts";

const NOON = "2026-11-22T12:00:00Z";

function told(number: number, language: string, more = ""): string {
  const day = String(number).padStart(2, "0");
  const fields = `headline: In ${language}\nlanguage: ${language}\nstatus: published\npublished: 2026-01-${day}T09:00:00Z`;
  return article(number, `${fields}\n${more}`);
}

function page(root: string, slug: string, day = "01"): string {
  return Buffer.from(siteTree(root).get(`2026/${day}/${slug}/index.html`) ?? "", "latin1").toString("utf8");
}

/** What the head of the page says, as `fr 2026/01/fr/`. */
function alternates(html: string): string[] {
  return [
    ...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/courier\.example\/([^"]*)">/g),
  ].map(([, language = "", path = ""]) => `${language} ${path}`);
}

/** What its sitemap says of the page, in the same words. */
function mapped(root: string, slug: string): string[] {
  const text = siteTree(root).get("sitemap-2026-01.xml") ?? "";
  const row = text
    .split("<url>")
    .find((each) => each.startsWith(`<loc>https://courier.example/2026/01/${slug}/<`));
  return [
    ...(row ?? "no row").matchAll(
      /<xhtml:link rel="alternate" hreflang="([^"]+)" href="https:\/\/courier\.example\/([^"]*)"\/>/g,
    ),
  ].map(([, language = "", path = ""]) => `${language} ${path}`);
}

const ALL = ["en-GB 2026/01/en/", "fr 2026/01/fr/", "ar 2026/01/ar/", "x-default 2026/01/en/"];

describe("a story in three languages", () => {
  test.each([
    ["two that name the original", "", "translation_of: en", "translation_of: en"],
    [
      "one after the other, by slug and id",
      "",
      "translation_of: en",
      "translation_of: 01958f5c-9a3e-7c11-b0f4-000000000002",
    ],
    ["the other way round", "translation_of: fr", "translation_of: ar", ""],
    ["in a circle", "translation_of: fr", "translation_of: ar", "translation_of: en"],
  ])("%s: each page names all, itself too", async (_, en, fr, ar) => {
    const root = newsroomOf({
      "articles/en.yaml": told(1, "en-GB", en),
      "articles/fr.yaml": told(2, "fr", fr),
      "articles/ar.yaml": told(3, "ar", ar),
      "articles/other.yaml": told(4, "fr"),
    });
    await publishAt(root, NOON);
    for (const slug of ["en", "fr", "ar"]) {
      expect(alternates(page(root, slug))).toEqual(ALL);
      expect(mapped(root, slug)).toEqual(ALL);
    }
    expect(alternates(page(root, "other"))).toEqual([]);
    expect(mapped(root, "other")).toEqual([]);
    expect(page(root, "other")).not.toContain("versions");
  });

  test("readers find the others, each by its own name, in the words of the page's language", async () => {
    const root = newsroomOf({
      "articles/en.yaml": told(1, "en-GB"),
      "articles/fr.yaml": told(2, "fr", "translation_of: en"),
      "articles/ar.yaml": told(3, "ar", "translation_of: en"),
    });
    await publishAt(root, NOON);
    const link = (slug: string, language: string, name: string, dir = "ltr"): string =>
      `<a href="https://courier.example/2026/01/${slug}/" hreflang="${language}" lang="${language}" dir="${dir}">${name}</a>`;
    const [english, french, arabic] = [
      link("en", "en-GB", "English"),
      link("fr", "fr", "Français"),
      link("ar", "ar", "العربية", "rtl"),
    ];
    expect(page(root, "en")).toContain(`<p class="versions">Also in: ${french} ${arabic} </p>`);
    expect(page(root, "fr")).toContain(
      `<p class="versions">Dans d’autres langues\u00A0: ${english} ${arabic} </p>`,
    );
    const data = /<script type="application\/ld\+json">(.+)<\/script>/;
    const said = (slug: string): Record<string, unknown> => {
      const graph: { readonly "@graph": readonly Record<string, unknown>[] } = JSON.parse(
        data.exec(page(root, slug))?.[1] ?? "",
      );
      return graph["@graph"][0] ?? {};
    };
    const work = (slug: string, inLanguage: string): object => ({
      "@type": "NewsArticle",
      "@id": `https://courier.example/2026/01/${slug}/`,
      inLanguage,
    });
    expect(said("en")).toMatchObject({ workTranslation: [work("fr", "fr"), work("ar", "ar")] });
    expect(said("en")).not.toHaveProperty("translationOfWork");
    expect(said("fr")).toMatchObject({ translationOfWork: work("en", "en-GB") });
    expect(said("fr")).not.toHaveProperty("workTranslation");
  });
});

test.each(["draft", "withdrawn", "killed", "published\nembargo: open"])(
  "two translations of a %s original name each other, and nothing of it",
  async (status) => {
    const root = newsroomOf({
      "articles/qheldq.yaml": told(1, "en-GB", "translation_of: fr").replace(
        "status: published",
        `status: ${status}`,
      ),
      "articles/fr.yaml": told(2, "fr", "translation_of: qheldq"),
      "articles/ar.yaml": told(3, "ar", "translation_of: qheldq"),
    });
    await publishAt(root, NOON);
    const both = ["fr 2026/01/fr/", "ar 2026/01/ar/", "x-default 2026/01/fr/"];
    expect(alternates(page(root, "fr"))).toEqual(both);
    expect(alternates(page(root, "ar"))).toEqual(both);
    expect([mapped(root, "fr"), mapped(root, "ar")]).toEqual([both, both]);
    expect(page(root, "fr")).not.toContain("qheldq");
  },
);

test("one held back joins nothing by what it says", async () => {
  const root = newsroomOf({
    "articles/en.yaml": told(1, "en-GB"),
    "articles/fr.yaml": told(2, "fr", "translation_of: hub"),
    "articles/hub.yaml": told(3, "ar", "translation_of: en\nembargo: 2026-12-01").replace(
      "headline",
      "x: {a: 1}\nheadline",
    ),
  });
  await publishAt(root, NOON);
  expect(alternates(page(root, "en"))).toEqual([]);
  await publishAt(root, "2026-12-02T12:00:00Z");
  expect(alternates(page(root, "en"))).toHaveLength(4);
});

test("a translation that goes up, moves or comes down changes its partners' pages and rows of sitemaps, and no other page", async () => {
  const french = told(2, "fr", "translation_of: en");
  const root = newsroomOf({
    "articles/en.yaml": told(1, "en-GB"),
    "articles/other.yaml": told(4, "de"),
    "articles/fr.yaml": french.replace("status: published", "status: draft"),
  });
  await publishAt(root, NOON);
  expect(alternates(page(root, "en"))).toEqual([]);
  write(root, { "articles/fr.yaml": french });
  const { rewritten } = await publishAt(root, NOON);
  expect(rewritten).toContain("2026/01/en/index.html");
  expect(rewritten).not.toContain("2026/01/other/index.html");
  expect(alternates(page(root, "en"))).toContain("fr 2026/01/fr/");
  expect(mapped(root, "en")).toEqual(alternates(page(root, "en")));
  write(root, { "articles/fr.yaml": french.replace("language: fr", "language: fr-CA") });
  await publishAt(root, NOON);
  expect(alternates(page(root, "en"))).toContain("fr-CA 2026/01/fr/");
  expect(mapped(root, "en")).toContain("fr-CA 2026/01/fr/");
  write(root, { "articles/fr.yaml": french.replace("status: published", "status: withdrawn") });
  await publishAt(root, NOON);
  expect(alternates(page(root, "en"))).toEqual([]);
  expect(siteTree(root).get("sitemap-2026-01.xml")).not.toContain("xhtml");
  expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
});

test("of two in one language the first is named; one that ran first elsewhere names none to search engines", async () => {
  const root = newsroomOf({
    "articles/en.yaml": told(1, "en-GB"),
    "articles/fr.yaml": told(2, "fr", "translation_of: en"),
    "articles/fr2.yaml": told(3, "FR", "translation_of: en"),
    "articles/ar.yaml": told(4, "ar", "translation_of: en\nsource: https://wire.example/1"),
  });
  await publishAt(root, NOON);
  const named = ["en-GB 2026/01/en/", "fr 2026/01/fr/", "x-default 2026/01/en/"];
  expect(alternates(page(root, "en"))).toEqual(named);
  expect(alternates(page(root, "fr"))).toEqual(named);
  expect(alternates(page(root, "ar"))).toEqual([]);
  expect(alternates(page(root, "fr2"))).toEqual([]);
  expect(page(root, "fr2")).toContain(`hreflang="en-GB" lang="en-GB"`);
  expect(["en", "fr", "fr2", "ar"].map((slug) => mapped(root, slug))).toEqual([named, named, [], []]);
  expect(page(root, "en")).toContain(`hreflang="ar" lang="ar"`);
  expect(page(root, "ar")).toContain(`hreflang="fr" lang="fr"`);
});

test.each([false, true])(
  "one that goes up before another of its language takes its place at search engines, with force %s",
  async (force) => {
    const root = newsroomOf({
      "articles/en.yaml": told(5, "en-GB"),
      "articles/de.yaml": told(6, "de", "translation_of: en").replace("2026-01", "2026-02"),
    });
    await publishAt(root, NOON);
    write(root, {
      "articles/first.yaml": told(4, "en-GB", "translation_of: en").replace("2026-01", "2025-12"),
    });
    await publishAt(root, NOON, { force });
    expect(mapped(root, "en")).toEqual([]);
    expect(siteTree(root)).toEqual(await siteFromNothing(root, NOON));
  },
);
