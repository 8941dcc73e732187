// Open Graph (ogp.me): how a page looks where it is shared. Addresses are absolute, dates in the newsroom's zone.
import { writeInstant } from "../../base/zone.ts";
import { resolveImage } from "../resolve-address.ts";
import type { Story } from "../story.ts";
import type { SiteHead } from "./site.ts";

/** A name and a value of a `meta` element. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** Of a story's page; `canonical` is og:url too. */
export function articleProperties(story: Story, canonical: string): MetaTag[] {
  const { article, newsroom } = story;
  return present([
    ["og:type", "article"],
    ["og:title", article.headline],
    ["og:description", article.summary],
    ["og:url", canonical],
    ["og:site_name", newsroom.name],
    ["og:locale", localeOf(article.language)],
    ...imageProperties(story),
    ["article:published_time", momentOf(article.published?.epochMs, story)],
    ["article:modified_time", momentOf(article.updated?.epochMs, story)],
    ["article:section", sectionOf(story)],
    ...article.authors.map(({ url }) => ["article:author", url] as const),
    ...article.tags.map((tag) => ["article:tag", tag] as const),
  ]);
}

/** Of a page that lists stories. */
export function listProperties(
  { title, summary, href }: { title: string; summary?: string | undefined; href: string },
  head: SiteHead,
): MetaTag[] {
  return present([
    ["og:type", "website"],
    ["og:title", title],
    ["og:description", summary],
    ["og:url", href],
    ["og:site_name", head.name],
    ["og:locale", localeOf(head.language)],
  ]);
}

type Property = readonly [name: string, content: string | undefined];

function present(properties: readonly Property[]): MetaTag[] {
  return properties.flatMap(([name, content = ""]) => (content === "" ? [] : [{ name, content }]));
}

/** `en-GB` is `en_GB`; a language without a region is no locale. */
function localeOf(language: string): string | undefined {
  const [primary = "", ...subtags] = language.split("-");
  const region = subtags.find((subtag) => /^[a-z]{2}$/i.test(subtag));
  return region === undefined ? undefined : `${primary.toLowerCase()}_${region.toUpperCase()}`;
}

function imageProperties(story: Story): Property[] {
  const { image } = story.article;
  const src = image === undefined ? undefined : absoluteImage(image.src, story);
  if (image === undefined || src === undefined) return [];
  const size = story.imageSizes?.get(image.src);
  return [
    ["og:image", src],
    ["og:image:alt", image.alt],
    ["og:image:width", size === undefined ? undefined : String(size.width)],
    ["og:image:height", size === undefined ? undefined : String(size.height)],
  ];
}

/** An image's absolute address, or undefined where it cannot be told. */
export function absoluteImage(src: string, story: Story): string | undefined {
  const address = resolveImage(src, story);
  const base = story.permalink ?? story.newsroom.url;
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  return new URL(address, base).href;
}

/** The section's name as the breadcrumb says it. */
export function sectionOf({ article, breadcrumb }: Story): string | undefined {
  return article.section === undefined ? undefined : (breadcrumb.at(-1)?.name ?? article.section);
}

function momentOf(epochMs: number | undefined, { newsroom }: Story): string | undefined {
  return epochMs === undefined ? undefined : writeInstant(epochMs, newsroom.timezone);
}
