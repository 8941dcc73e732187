// Hugo's theme: pages that say to readers and machines what those of stet's own theme say, and weigh about as much. Written
// as a site would have it that minds its speed: what is the same on all pages is made once (partialCached).

const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
{{ with .Params.authors }}<meta name="author" content="{{ delimit . ", " }}">
{{ end }}<meta name="twitter:card" content="summary">
<meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Description }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:locale" content="en_GB">
{{ if .IsPage }}<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">
<meta property="article:section" content="{{ .CurrentSection.Title }}">
{{ range .Params.tags }}<meta property="article:tag" content="{{ . }}">
{{ end }}{{ end }}<link rel="canonical" href="{{ .Permalink }}">
{{ partialCached "alternates.html" . }}
<link rel="stylesheet" href="/assets/style.css">`;

/** The feed of the front and of each section. */
const ALTERNATES = `<link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="{{ "index.xml" | absURL }}">
{{ range site.Sections }}<link rel="alternate" type="application/rss+xml" title="{{ .Title }}" href="{{ .Permalink }}index.xml">
{{ range .Sections }}<link rel="alternate" type="application/rss+xml" title="{{ .Title }}" href="{{ .Permalink }}index.xml">
{{ end }}{{ end }}`;

const STRUCTURED_DATA = `{{ $trail := slice (dict "@type" "ListItem" "position" 1 "name" "Home" "item" site.BaseURL) -}}
{{ range $at, $section := (where .Ancestors.Reverse "IsHome" false) -}}
{{ $trail = $trail | append (dict "@type" "ListItem" "position" (add $at 2) "name" .Title "item" .Permalink) -}}
{{ end -}}
{{ $people := slice }}{{ range .Params.authors }}{{ $people = $people | append (dict "@type" "Person" "name" .) }}{{ end -}}
{{ $story := dict "@type" "NewsArticle" "identifier" (printf "urn:uuid:%s" .Params.id) "mainEntityOfPage" .Permalink "url" .Permalink
  "headline" .Title "description" .Description "inLanguage" site.LanguageCode "datePublished" .Date "dateModified" .Lastmod
  "articleSection" .CurrentSection.Title "keywords" .Params.tags "author" $people
  "publisher" (dict "@type" "NewsMediaOrganization" "name" site.Title "url" site.BaseURL) "isAccessibleForFree" true -}}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@graph" (slice $story (dict "@type" "BreadcrumbList" "itemListElement" $trail)) | jsonify | safeJS }}</script>`;

const BASE = `<!doctype html>
<html lang="{{ site.LanguageCode }}" dir="ltr">
<head>
{{ partial "head.html" . }}
{{ if .IsPage }}{{ partial "structured-data.html" . }}{{ end }}
</head>
<body class="{{ .Kind }}">
<header class="site"><a class="skip" href="#content">Skip to the content</a>
<div class="plate"><p class="name"><a href="{{ site.BaseURL }}">{{ site.Title }}</a></p>
<nav class="sections" aria-label="Sections"><ul>{{ $section := .FirstSection }}
{{ range site.Sections }}<li><a href="{{ .Permalink }}"{{ if eq . $section }} aria-current="true"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ul></nav></div>
<nav class="breadcrumb" aria-label="Breadcrumb"><ol>
{{ range .Ancestors.Reverse }}<li><a href="{{ .Permalink }}">{{ .Title }}</a></li>
{{ end }}</ol></nav></header>
<main id="content">{{ block "main" . }}{{ end }}</main>
{{ partialCached "footer.html" . }}
</body>
</html>
`;

const FOOTER = `<footer class="site"><p>{{ site.Title }}</p>
<ul><li><a href="{{ "months/" | absURL }}">Archive</a></li>
<li><a href="{{ "index.xml" | absURL }}" type="application/rss+xml">{{ site.Title }} (RSS)</a></li>
{{ range site.Sections }}<li><a href="{{ .Permalink }}index.xml" type="application/rss+xml">{{ .Title }} (RSS)</a></li>
{{ range .Sections }}<li><a href="{{ .Permalink }}index.xml" type="application/rss+xml">{{ .Title }} (RSS)</a></li>
{{ end }}{{ end }}</ul></footer>`;

const SINGLE = `{{ define "main" }}<article lang="{{ site.LanguageCode }}" dir="ltr">
<header>{{ with .Params.kicker }}<p class="kicker">{{ . }}</p>
{{ end }}<h1>{{ .Title }}</h1>
<p class="summary">{{ .Description }}</p>
<p class="byline">By {{ range .Params.authors }}<b><a href="{{ printf "authors/%s/" (urlize .) | absURL }}">{{ . }}</a></b> {{ end }}</p>
<p class="dates"><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">Published {{ .Date.Format "2 January 2006, 15:04 MST" }}</time></p></header>
<div class="body">{{ .Content }}</div>
<ul class="tags">{{ range .Params.tags }}<li><a href="{{ printf "tags/%s/" (urlize .) | absURL }}" rel="tag">{{ . }}</a></li>
{{ end }}</ul>
<section class="related"><h2>Read on</h2><ul>
{{ range first 4 (site.RegularPages.Related .) }}<li><a href="{{ .Permalink }}">{{ .Title }}</a></li>
{{ end }}</ul></section>
</article>{{ end }}
`;

const TEASER = `<article class="teaser" lang="{{ site.LanguageCode }}" dir="ltr"><div class="words">
<p class="kicker"><a href="{{ .CurrentSection.Permalink }}">{{ .CurrentSection.Title }}</a></p>
<h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2>
<p class="summary">{{ .Description }}</p>
<p class="dates"><span>{{ delimit .Params.authors ", " }}</span> <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time></p>
</div></article>`;

const FRONT = `{{ define "main" }}<div class="river">
{{ range first 30 site.RegularPages }}{{ partial "teaser.html" . }}
{{ end }}</div>{{ end }}
`;

const LIST = `{{ define "main" }}<div class="listing"><header><h1>{{ .Title }}</h1></header>
{{ with .Paginator }}<div class="river">
{{ range .Pages }}{{ partial "teaser.html" . }}
{{ end }}</div>
{{ with .Prev }}<a href="{{ .URL }}">Newer</a>{{ end }} {{ with .Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
</div>{{ end }}
`;

const TERMS = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
`;

/** The front's feed has fifty stories whole; those of sections are Hugo's own, with summaries. */
const FRONT_FEED = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link><description>{{ site.Title }}</description>
<atom:link href="{{ "index.xml" | absURL }}" rel="self" type="application/rss+xml"/>
{{ range first 50 site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<guid isPermaLink="false">urn:uuid:{{ .Params.id }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
<description>{{ .Description }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>
{{ end }}</channel></rss>
`;

/** Its files, by path. */
export const HUGO_THEME: Readonly<Record<string, string>> = {
  "layouts/_default/baseof.html": BASE,
  "layouts/_default/single.html": SINGLE,
  "layouts/_default/list.html": LIST,
  "layouts/_default/taxonomy.html": TERMS,
  "layouts/index.html": FRONT,
  "layouts/index.rss.xml": FRONT_FEED,
  "layouts/partials/head.html": HEAD,
  "layouts/partials/alternates.html": ALTERNATES,
  "layouts/partials/structured-data.html": STRUCTURED_DATA,
  "layouts/partials/teaser.html": TEASER,
  "layouts/partials/footer.html": FOOTER,
};
