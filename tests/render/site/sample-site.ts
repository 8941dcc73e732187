// The sample newsroom as a whole site in memory, at a fixed instant: what the theme's tests render and look at.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Article } from "../../../src/article/article.ts";
import { LIMITS } from "../../../src/article/limits.ts";
import { parseArticle } from "../../../src/article/parse-article.ts";
import { parseSettings } from "../../../src/article/parse-settings.ts";
import { isLive } from "../../../src/article/state.ts";
import { parseBody } from "../../../src/body/parse-body.ts";
import { renderHtmlPage } from "../../../src/render/html/html-page.ts";
import { imageSize, type ImageSize } from "../../../src/render/image-size.ts";
import { monthName } from "../../../src/render/site/month-name.ts";
import { renderArchivePage } from "../../../src/render/site/render-archive.ts";
import { renderCorrectionsPage } from "../../../src/render/site/render-corrections.ts";
import { renderFrontPage } from "../../../src/render/site/render-front.ts";
import { renderListingPage } from "../../../src/render/site/render-listing.ts";
import {
  renderGonePage,
  renderNotFoundPage,
  renderRedirectPage,
} from "../../../src/render/site/render-message.ts";
import type { ListedStory, Listing, Site } from "../../../src/render/site/site.ts";
import type { Crumb, Story, Version } from "../../../src/render/story.ts";
import { BUILT_IN_THEME, type Theme } from "../../../src/render/theme/theme.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const NOW = Date.parse("2026-11-22T09:00:00+01:00");

const { settings } = parseSettings(readFileSync(path.join(root, "stet.yaml"), "utf8"));

const articles: readonly Article[] = readdirSync(path.join(root, "articles"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(path.join(root, "articles", file), "utf8");
    const { article } = parseArticle(
      { text, file, fileSlug: path.basename(file, ".yaml") },
      settings,
      LIMITS,
    );
    return article !== undefined && isLive(article, NOW) ? [article] : [];
  })
  .sort((a, b) => (b.published?.epochMs ?? 0) - (a.published?.epochMs ?? 0));

/** `base` is the site's address: `https://courier.example/`, or that of a local server. */
export function sampleSite(base = "https://courier.example/"): Site {
  const top = [...settings.sections].filter(([key]) => !key.includes("/"));
  return {
    head: {
      name: settings.name,
      language: settings.language,
      timezone: settings.timezone,
      url: base,
      sections: top.map(([key, { name }]) => ({ name, href: `${base}${key}/` })),
      feeds: [{ title: "The Courier", href: `${base}feed.xml`, format: "rss" }],
      archive: `${base}archive/`,
      corrections: `${base}corrections/`,
      links: [{ name: "Contact", href: "mailto:newsdesk@courier.example" }],
    },
    theme: BUILT_IN_THEME,
    assetsAt: base,
  };
}

const sizes = new Map<string, ImageSize>();
for (const name of readdirSync(path.join(root, "images"))) {
  const size = imageSize(readFileSync(path.join(root, "images", name)));
  if (size !== undefined) sizes.set(`images/${name}`, size);
}

function crumbs(section: string | undefined, base: string): Crumb[] {
  const steps = section === undefined ? [] : section.split("/");
  const below = steps.map((step, at) => {
    const key = steps.slice(0, at + 1).join("/");
    return { name: settings.sections.get(key)?.name ?? step, href: `${base}${key}/` };
  });
  return [{ name: "Home", href: base }, ...below];
}

function pathOf({ published, slug }: Article): string {
  const month = (published?.written ?? "").slice(0, 7).replace("-", "/");
  return `${month}/${encodeURI(slug)}/`;
}

function storyOf(article: Article, base: string): Story {
  const bySlug = (name: string): Article[] => articles.filter(({ slug, id }) => name === slug || name === id);
  return {
    article,
    body: parseBody(article.body),
    newsroom: sampleSite(base).head,
    breadcrumb: crumbs(article.section, base),
    related: article.related
      .flatMap(bySlug)
      .map((each) => ({ slug: each.slug, headline: each.headline, href: base + pathOf(each) })),
    links: new Map(
      articles.map((each) => [each.slug, { headline: each.headline, href: base + pathOf(each) }]),
    ),
    permalink: base + pathOf(article),
    imagesAt: base,
    imageSizes: sizes,
    topics: article.tags.map((tag) => ({ name: tag, href: `${base}tags/${encodeURIComponent(tag)}/` })),
    ...versionsOf(article, base),
    state: "live",
  };
}

/** Two stories of the sample taken for one in two languages: what the theme makes of that is looked at here. */
const VERSIONS = new Set(["maktabat-al-mina", "port-averne-harbour-list-loses-majority"]);

function versionsOf(article: Article, base: string): Pick<Story, "versions"> {
  if (!VERSIONS.has(article.slug)) return {};
  const both = articles.filter(({ slug }) => VERSIONS.has(slug));
  const versions = both.map((each): Version => {
    const is = each === article ? "itself" : "sibling";
    return { language: each.language, href: base + pathOf(each), is, isForReadersAlone: false };
  });
  return { versions };
}

function listed(article: Article, base: string): ListedStory {
  const { headline, language, kicker, summary, authors, published, image, section } = article;
  const size = image === undefined ? undefined : sizes.get(image.src);
  return {
    headline,
    href: base + pathOf(article),
    language,
    authors: authors.map(({ name }) => name),
    published: published?.epochMs ?? 0,
    ...(kicker === undefined ? {} : { kicker }),
    ...(summary === undefined ? {} : { summary }),
    ...(section === undefined ? {} : { section: crumbs(section, base).at(-1)! }),
    ...(image === undefined
      ? {}
      : { image: { src: base + image.src, alt: image.alt ?? "", ...(size === undefined ? {} : { size }) } }),
  };
}

/** Every kind of page, by its path in the site. */
export function samplePages(
  base = "https://courier.example/",
  theme: Theme = BUILT_IN_THEME,
): Map<string, string> {
  const site = { ...sampleSite(base), theme };
  const home = crumbs(undefined, base);
  const list = (chosen: readonly Article[]): ListedStory[] => chosen.map((each) => listed(each, base));
  const inSection = (key: string): Article[] =>
    articles.filter(({ section }) => section === key || section?.startsWith(`${key}/`));
  const listing = (own: Partial<Listing> & Pick<Listing, "kind" | "title" | "href" | "stories">): string =>
    renderListingPage({ breadcrumb: home, links: [], ...own }, site);

  const pages = new Map<string, string>();
  for (const article of articles) pages.set(pathOf(article), renderHtmlPage(storyOf(article, base), site));
  const front = (stories: readonly Article[]): string =>
    renderFrontPage(
      {
        summary: "News from the coast and beyond.",
        stories: list(stories),
        sections: ["world", "culture", "opinion"].map((key) => ({
          name: settings.sections.get(key)?.name ?? key,
          href: `${base}${key}/`,
          stories: list(inSection(key).slice(0, 3)),
        })),
      },
      site,
    );
  const newest = articles.slice(0, 10);
  pages.set("", front(newest));
  // Led by a story without a picture: the others stand below it.
  const withoutPicture = newest.filter(({ image }) => image === undefined);
  pages.set("front-of-words/", front(withoutPicture.slice(0, 1).concat(newest)));
  for (const [key, { name, summary }] of settings.sections) {
    const links = [...settings.sections]
      .filter(([each]) => path.dirname(each) === key)
      .map(([each, section]) => ({ name: section.name, href: `${base}${each}/` }));
    const breadcrumb = crumbs(key, base).slice(0, -1);
    const words = summary === undefined ? {} : { summary };
    pages.set(
      `${key}/`,
      listing({
        kind: "section",
        title: name,
        href: `${base}${key}/`,
        breadcrumb,
        links,
        stories: list(inSection(key)),
        ...words,
      }),
    );
  }
  const author = "Ilse Vandermoor";
  const byAuthor = articles.filter(({ authors }) => authors.some(({ name }) => name === author));
  pages.set(
    "authors/ilse-vandermoor/",
    listing({
      kind: "author",
      title: author,
      href: `${base}authors/ilse-vandermoor/`,
      stories: list(byAuthor),
    }),
  );
  const tag = articles.flatMap(({ tags }) => tags)[0] ?? "tag";
  const tagged = articles.filter(({ tags }) => tags.includes(tag));
  const tagHref = `${base}tags/${encodeURIComponent(tag)}/`;
  pages.set("tags/one/", listing({ kind: "tag", title: tag, href: tagHref, stories: list(tagged) }));
  const november = articles.filter((each) => pathOf(each).startsWith("2026/11/"));
  pages.set(
    "2026/11/",
    listing({
      kind: "month",
      title: monthName({ year: 2026, month: 11 }, "en-GB"),
      href: `${base}2026/11/`,
      breadcrumb: [...home, { name: "Archive", href: `${base}archive/` }],
      stories: list(november.slice(2, 5)),
      pages: { number: 2, count: 3, newer: `${base}2026/11/`, older: `${base}2026/11/3/` },
    }),
  );
  const months = [...new Set(articles.map((each) => pathOf(each).slice(0, 8)))].sort().toReversed();
  pages.set(
    "archive/",
    renderArchivePage(
      {
        href: `${base}archive/`,
        breadcrumb: home,
        months: months.map((each) => ({
          year: Number(each.slice(0, 4)),
          month: Number(each.slice(5, 7)),
          href: base + each,
          count: articles.filter((article) => pathOf(article).startsWith(each)).length,
        })),
      },
      site,
    ),
  );
  const corrections = articles
    .flatMap((article) =>
      article.corrections.map(({ at, text }) => ({
        at: at.epochMs,
        text,
        headline: article.headline,
        href: base + pathOf(article),
        language: article.language,
      })),
    )
    .sort((a, b) => b.at - a.at);
  pages.set(
    "corrections/",
    renderCorrectionsPage({ href: `${base}corrections/`, breadcrumb: home, corrections }, site),
  );
  pages.set("404.html", renderNotFoundPage(site));
  pages.set("410.html", renderGonePage(site));
  pages.set("old/", renderRedirectPage(`${base}2026/11/`, site));
  return pages;
}
