// Schema.org as JSON-LD: what search engines are told about a story and its place in the site.
import type { Author, Correction, Kind } from "../../article/article.ts";
import { dropIllegalCharacters } from "../../base/escape-html.ts";
import { writeInstant } from "../../base/zone.ts";
import { isPlainAddress, safeHref } from "../safe-url.ts";
import type { Crumb, Story } from "../story.ts";
import { translationsData } from "./versions-view.ts";
import { absoluteImage, sectionOf } from "./open-graph.ts";

/** The kinds that schema.org has a type for; each is a NewsArticle too, which is the one search engines look for. */
const TYPES: Partial<Readonly<Record<Kind, string>>> = {
  news: "ReportageNewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  review: "ReviewNewsArticle",
};

/** The story as a NewsArticle; absent facts are undefined, and so are not printed. Dates in the newsroom's zone, addresses absolute. */
export function newsArticle(story: Story, canonical: string): object {
  const { article, newsroom } = story;
  const { id, kind, language, headline, summary, dateline, tags, corrections } = article;
  const special = TYPES[kind];
  return {
    "@type": special === undefined ? "NewsArticle" : ["NewsArticle", special],
    identifier: id === undefined ? undefined : `urn:uuid:${id}`,
    mainEntityOfPage: canonical,
    url: canonical,
    headline,
    description: summary,
    inLanguage: language,
    ...datesOf(story),
    dateline,
    articleSection: sectionOf(story),
    keywords: tags.length === 0 ? undefined : tags,
    image: imageOf(story),
    author: article.authors.map(personOf),
    publisher: { "@type": "NewsMediaOrganization", name: newsroom.name, url: newsroom.url },
    isAccessibleForFree: true,
    ...translationsData(story),
    correction: corrections.length === 0 ? undefined : corrections.map((each) => correctionOf(each, story)),
  };
}

function datesOf({ article, newsroom }: Story): object {
  const { published, updated } = article;
  const latest = Math.max(published?.epochMs ?? -Infinity, updated?.epochMs ?? -Infinity);
  return {
    datePublished: published === undefined ? undefined : writeInstant(published.epochMs, newsroom.timezone),
    dateModified: Number.isFinite(latest) ? writeInstant(latest, newsroom.timezone) : undefined,
  };
}

function imageOf(story: Story): object | undefined {
  const { image } = story.article;
  const url = image === undefined ? undefined : absoluteImage(image.src, story);
  if (image === undefined || url === undefined) return undefined;
  const { width, height } = story.imageSizes?.get(image.src) ?? {};
  const { caption, credit: creditText } = image;
  return { "@type": "ImageObject", url, width, height, caption, creditText };
}

function personOf({ name, url }: Author): object {
  const address = url === undefined ? undefined : safeHref(url);
  return { "@type": "Person", name, url: address };
}

function correctionOf({ at, text }: Correction, { newsroom }: Story): object {
  return {
    "@type": "CorrectionComment",
    text,
    datePublished: writeInstant(at.epochMs, newsroom.timezone),
  };
}

/** The way from Home to the page as a BreadcrumbList; `page` resolves addresses that are relative. */
export function breadcrumbList(breadcrumb: readonly Crumb[], page: string): object {
  const itemListElement = breadcrumb.map(({ name, href }, index) => {
    const address = href === undefined ? undefined : safeHref(href);
    const item = address === undefined ? undefined : absolute(address, page);
    return { "@type": "ListItem", position: index + 1, name, item };
  });
  return { "@type": "BreadcrumbList", itemListElement };
}

/** An address as a browser on `page` would write it out; undefined where it cannot. */
function absolute(address: string, page: string): string | undefined {
  if (isPlainAddress(address)) return address;
  return URL.canParse(address, page) ? new URL(address, page).href : undefined;
}

/** The objects as one graph, ready for a script element: no `<` in it can end the element. Objects without facts are left out. */
export function printStructuredData(objects: readonly object[]): string {
  const graph = { "@context": "https://schema.org", "@graph": objects };
  return dropIllegalCharacters(JSON.stringify(graph)).replaceAll("<", String.raw`\u003c`);
}
