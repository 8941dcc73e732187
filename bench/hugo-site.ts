// The same newsroom for Hugo, the peer: front matter and settings.
import { SECTIONS, type ComposedArticle } from "./compose-article.ts";
import { HUGO_THEME } from "./hugo-theme.ts";
import { sectionName } from "./newsroom-settings.ts";

/** Where an article lies under content/. */
export function hugoPathOf({ section, slug }: ComposedArticle): string {
  return `content/${section}/${slug}.md`;
}

/** Front matter that holds back what stet's gate holds back, and the body. */
export function printHugoArticle(article: ComposedArticle): string {
  const fields = {
    title: article.headline,
    slug: article.slug,
    description: article.summary,
    date: article.published ?? article.created,
    publishDate: article.embargo,
    lastmod: article.updated,
    draft: article.status !== "published",
    authors: article.authors,
    tags: article.tags,
    months: article.published === undefined ? undefined : [article.published.slice(0, 7)],
    id: article.id,
    kicker: article.kicker,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  // No page stands behind these links; making sure of that is work that only stet does.
  const body = article.body.replaceAll("](article:", "](/story/");
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

const TOP_SECTIONS = SECTIONS.filter((section) => !section.includes("/"));

/** Related stories by tags and date, as the pages of stet have them. */
const SETTINGS = `baseURL = "https://bench.example/"
languageCode = "en-GB"
title = "The Bench"
timeZone = "Europe/Brussels"
paginate = 50
[permalinks]
${TOP_SECTIONS.map((section) => `  ${section} = "/:year/:month/:slug/"`).join("\n")}
[taxonomies]
  tag = "tags"
  author = "authors"
  month = "months"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML", "RSS"]
  taxonomy = ["HTML"]
  term = ["HTML"]
[services.rss]
  limit = 20
[related]
  threshold = 20
  includeNewer = true
  [[related.indices]]
    name = "tags"
    weight = 100
  [[related.indices]]
    name = "date"
    weight = 10
    pattern = "2006"
`;

/** Every file of the site that is no article, by path. Hugo adds its own templates for the sitemap and the sections' RSS. */
export const HUGO_FILES: Readonly<Record<string, string>> = {
  "hugo.toml": SETTINGS,
  ...HUGO_THEME,
  // A section below another is one for Hugo only with a file of its own.
  ...Object.fromEntries(
    SECTIONS.map((section) => [`content/${section}/_index.md`, `---\ntitle: ${sectionName(section)}\n---\n`]),
  ),
};
