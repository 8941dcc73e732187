// The same newsroom for Hugo, the peer: front matter, settings, and a theme that makes the same kinds of pages.
import { SECTIONS, type ComposedArticle } from "./compose-article.ts";
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
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  // No page stands behind these links; making sure of that is work that only stet does.
  const body = article.body.replaceAll("](article:", "](/story/");
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

const TOP_SECTIONS = SECTIONS.filter((section) => !section.includes("/"));

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
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML", "RSS"]
  taxonomy = ["HTML"]
  term = ["HTML"]
[services.rss]
  limit = 20
`;

const BASE = `<!doctype html>
<html lang="{{ site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
`;

const SINGLE = `{{ define "main" }}<article>
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<h1>{{ .Title }}</h1>
<p>{{ .Description }}</p>
<p>{{ range .Params.authors }}<a href="/authors/{{ . | urlize }}/">{{ . }}</a> {{ end }}
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<p>{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a> {{ end }}</p>
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "url" .Permalink "datePublished" .Date | jsonify | safeJS }}</script>
</article>{{ end }}
`;

const FRONT = `{{ define "main" }}<ul>
{{ range first 30 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Description }}</p></li>
{{ end }}</ul>{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ with .Paginator }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time>
<p>{{ .Description }}</p></li>
{{ end }}</ul>
{{ with .Prev }}<a href="{{ .URL }}">Newer</a>{{ end }} {{ with .Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
{{ end }}
`;

const TERMS = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
`;

/** Every file of the site that is no article, by path. Hugo adds its own sitemap and RSS templates. */
export const HUGO_FILES: Readonly<Record<string, string>> = {
  "hugo.toml": SETTINGS,
  "layouts/_default/baseof.html": BASE,
  "layouts/_default/single.html": SINGLE,
  "layouts/_default/list.html": LIST,
  "layouts/_default/taxonomy.html": TERMS,
  "layouts/index.html": FRONT,
  // A section below another is one for Hugo only with a file of its own.
  ...Object.fromEntries(
    SECTIONS.map((section) => [`content/${section}/_index.md`, `---\ntitle: ${sectionName(section)}\n---\n`]),
  ),
};
