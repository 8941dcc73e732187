import { expect, test } from "vitest";
import type { Kind } from "../../../src/article/article.ts";
import { articleProperties, listProperties } from "../../../src/render/site/open-graph.ts";
import {
  breadcrumbList,
  newsArticle,
  printStructuredData,
} from "../../../src/render/site/structured-data.ts";
import { FULL_STORY, instant, storyOf } from "../sample-story.ts";
import { sampleSite } from "./sample-site.ts";

const PAGE = "https://courier.example/2026/11/commission-fines-chipmaker/";
const IMAGE = `${PAGE}images/chip.jpg`;
const story = { ...FULL_STORY, imageSizes: new Map([["images/chip.jpg", { width: 1200, height: 675 }]]) };

test("a story as a NewsArticle", () => {
  expect(newsArticle(story, PAGE)).toEqual({
    "@type": ["NewsArticle", "ReportageNewsArticle"],
    identifier: "urn:uuid:01958f5c-9a3e-7c11-b0f4-5a2f6f0c9d11",
    mainEntityOfPage: PAGE,
    url: PAGE,
    headline: "Commission fines chipmaker over “loyalty” rebates",
    description: "Brussels says the rebates shut out a rival for five years. The company will appeal.",
    inLanguage: "en-GB",
    datePublished: "2026-11-23T06:00:00+01:00",
    dateModified: "2026-11-23T08:15:00+01:00",
    dateline: "BRUSSELS",
    articleSection: "Europe",
    keywords: ["competition"],
    image: {
      "@type": "ImageObject",
      url: IMAGE,
      width: 1200,
      height: 675,
      caption: "A wafer at the plant in Dresden.",
      creditText: "Li Wei",
    },
    author: [
      { "@type": "Person", name: "Jane Doe", url: "https://courier.example/jane" },
      { "@type": "Person", name: "Li Wei" },
      { "@type": "Person", name: "Ana Sá" },
    ],
    publisher: { "@type": "NewsMediaOrganization", name: "The Courier", url: "https://courier.example/" },
    isAccessibleForFree: true,
    correction: [
      {
        "@type": "CorrectionComment",
        text: "An earlier version misstated the fine.",
        datePublished: "2026-11-23T09:00:00+01:00",
      },
    ],
  });
});

test.each<[Kind, unknown]>([
  ["opinion", ["NewsArticle", "OpinionNewsArticle"]],
  ["analysis", ["NewsArticle", "AnalysisNewsArticle"]],
  ["review", ["NewsArticle", "ReviewNewsArticle"]],
  ["feature", "NewsArticle"],
])("%s is %j", (kind, type) => {
  expect(newsArticle(storyOf({ kind }), PAGE)).toMatchObject({ "@type": type });
});

test("was modified when it was published, unless later", () => {
  const published = instant("2026-11-23T06:00:00Z");
  const updated = instant("2026-11-22T06:00:00Z");
  expect(newsArticle(storyOf({ published, updated }), PAGE)).toMatchObject({
    dateModified: "2026-11-23T07:00:00+01:00",
  });
});

test("the way to it, its addresses made whole", () => {
  expect(breadcrumbList([{ name: "Home", href: "/" }, { name: "World" }], PAGE)).toEqual({
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Home", item: "https://courier.example/" },
      { "@type": "ListItem", position: 2, name: "World" },
    ],
  });
});

test("no text ends the script element, and all of it comes back", () => {
  const headline = '</script><!--<script> "\u2028\u0000';
  const printed = printStructuredData([{ headline }]);
  expect(printed).not.toMatch(/[<\u0000]/);
  expect(JSON.parse(printed)).toEqual({ "@context": "https://schema.org", "@graph": [{ headline }] });
});

test("Open Graph of a story", () => {
  expect(articleProperties(story, PAGE).map(({ name, content }) => `${name}=${content}`)).toEqual([
    "og:type=article",
    "og:title=Commission fines chipmaker over “loyalty” rebates",
    "og:description=Brussels says the rebates shut out a rival for five years. The company will appeal.",
    `og:url=${PAGE}`,
    "og:site_name=The Courier",
    "og:locale=en_GB",
    `og:image=${IMAGE}`,
    "og:image:alt=A wafer held up to the light",
    "og:image:width=1200",
    "og:image:height=675",
    "article:published_time=2026-11-23T06:00:00+01:00",
    "article:modified_time=2026-11-23T08:15:00+01:00",
    "article:section=Europe",
    "article:author=https://courier.example/jane",
    "article:tag=competition",
  ]);
});

test.each([
  ["zh-Hant-TW", "zh_TW"],
  ["fr", undefined],
])("the locale of %s is %s", (language, locale) => {
  const { head } = sampleSite();
  const properties = listProperties({ title: "x", href: PAGE }, { ...head, language });
  expect(properties.find(({ name }) => name === "og:locale")?.content).toBe(locale);
});
