// The built-in templates of what stands around every page, and of the pages that have little of their own.

/** The whole document; `content` is the filled template of the page. */
export const LAYOUT = `<!DOCTYPE html>
<html lang="{{page.language}}" dir="{{page.dir}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{page.policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{page.title}}</title>
{{#page.meta}}
<meta name="{{name}}" content="{{content}}">
{{/page.meta}}
{{#page.properties}}
<meta property="{{name}}" content="{{content}}">
{{/page.properties}}
{{#page.canonical}}
<link rel="canonical" href="{{page.canonical}}">
{{/page.canonical}}
{{#page.versions}}
<link rel="alternate" hreflang="{{language}}" href="{{href}}">
{{/page.versions}}
{{#page.newer}}
<link rel="prev" href="{{page.newer}}">
{{/page.newer}}
{{#page.older}}
<link rel="next" href="{{page.older}}">
{{/page.older}}
{{#page.feeds}}
<link rel="alternate" type="{{type}}" title="{{title}}" href="{{href}}">
{{/page.feeds}}
{{#page.stylesheet}}
<link rel="stylesheet" href="{{page.stylesheet}}">
{{/page.stylesheet}}
{{#page.style}}
<style>{{page.style}}</style>
{{/page.style}}
{{#page.structured_data}}
<script type="application/ld+json">{{page.structured_data}}</script>
{{/page.structured_data}}
</head>
<body class="{{page.kind}}">
{{> masthead}}
<main id="content">
{{content}}
</main>
{{> footer}}
</body>
</html>
`;

/** The newsroom's name, the sections, the way back. */
export const MASTHEAD = `<header class="site" lang="{{site.language}}" dir="{{site.dir}}">
<a class="skip" href="#content">{{labels.skip}}</a>
<div class="plate">
{{#page.is_front}}
<h1 class="name">{{site.name}}</h1>
{{/page.is_front}}
{{^page.is_front}}
<p class="name">{{#site.href}}<a href="{{site.href}}">{{site.name}}</a>{{/site.href}}{{^site.href}}{{site.name}}{{/site.href}}</p>
{{/page.is_front}}
{{#site.sections}}
<nav class="sections" aria-label="{{labels.sections}}">
<ul>
{{#links}}
<li><a href="{{href}}"{{#current}} aria-current="true"{{/current}}>{{name}}</a></li>
{{/links}}
</ul>
</nav>
{{/site.sections}}
</div>
{{#page.breadcrumb}}
<nav class="breadcrumb" aria-label="{{labels.breadcrumb}}">
<ol>
{{#links}}
<li>{{#href}}<a href="{{href}}">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}</li>
{{/links}}
</ol>
</nav>
{{/page.breadcrumb}}
</header>
`;

/** The end of every page. */
export const FOOTER = `<footer class="site" lang="{{site.language}}" dir="{{site.dir}}">
<p>{{site.name}}</p>
{{#site.footer}}
<ul>
{{#links}}
<li><a href="{{href}}"{{#type}} type="{{type}}"{{/type}}>{{name}}</a></li>
{{/links}}
</ul>
{{/site.footer}}
</footer>
`;

/** Not found, and gone. */
export const MESSAGE = `<div class="message">
<h1>{{message.title}}</h1>
<p>{{message.text}}</p>
{{#site.href}}
<p><a href="{{site.href}}">{{labels.to_front}}</a></p>
{{/site.href}}
</div>
`;

/** A page of its own, for a host that cannot redirect: small, and the same whether a browser follows it or not. */
export const REDIRECT = `<!DOCTYPE html>
<html lang="{{page.language}}" dir="{{page.dir}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{page.title}}</title>
{{#redirect.href}}
<link rel="canonical" href="{{redirect.href}}">
<meta http-equiv="refresh" content="0; url={{redirect.href}}">
{{/redirect.href}}
</head>
<body>
<main>
<h1>{{redirect.title}}</h1>
<p>{{#redirect.href}}<a href="{{redirect.href}}">{{redirect.href}}</a>{{/redirect.href}}</p>
</main>
</body>
</html>
`;
