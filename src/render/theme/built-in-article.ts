// The built-in template of a story: one article element, the same in a fragment, a proof and a published page.

/** Header, lead image, text, footnotes, corrections, source, topics, related stories. */
export const ARTICLE = `{{#article}}
<article lang="{{language}}" dir="{{dir}}">
<header>
{{#marker}}
<p class="marker">{{marker}}</p>
{{/marker}}
{{#kicker}}
<p class="kicker">{{kicker}}</p>
{{/kicker}}
<h1>{{headline}}</h1>
{{#summary}}
<p class="summary">{{summary}}</p>
{{/summary}}
{{#byline}}
<p class="byline">{{#names}}{{before}}{{#href}}<a href="{{href}}"><b>{{name}}</b></a>{{/href}}{{^href}}<b>{{name}}</b>{{/href}}{{after}}{{/names}}</p>
{{/byline}}
{{#dates}}
<p class="dates">{{#dateline}}<span class="dateline">{{dateline}}</span> {{/dateline}}{{#moments}}<time datetime="{{datetime}}">{{text}}</time> {{/moments}}</p>
{{/dates}}
{{#versions}}
<p class="versions">{{labels.versions}} {{#links}}<a href="{{href}}" hreflang="{{language}}" lang="{{language}}" dir="{{dir}}">{{name}}</a> {{/links}}</p>
{{/versions}}
</header>
{{#image}}
<figure class="lead">
{{#src}}
<img src="{{src}}" alt="{{alt}}"{{#size}} width="{{width}}" height="{{height}}"{{/size}}>
{{/src}}
{{^src}}
<p>{{alt}}</p>
{{/src}}
{{#legend}}
<figcaption>{{caption}}{{#credit}} <small>{{labels.credit}} {{credit}}</small>{{/credit}}</figcaption>
{{/legend}}
</figure>
{{/image}}
{{#body}}
<div class="body">
{{body}}
</div>
{{/body}}
{{#footnotes}}
<section class="footnotes">
<h2>{{labels.footnotes}}</h2>
{{footnotes}}
</section>
{{/footnotes}}
{{#corrections}}
<section class="corrections">
<h2>{{labels.corrections}}</h2>
<ul>
{{#list}}
<li><time datetime="{{datetime}}">{{day}}</time>: {{text}}</li>
{{/list}}
</ul>
</section>
{{/corrections}}
{{#source}}
<p class="source">{{before}}{{#href}}<a href="{{href}}">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}{{after}}</p>
{{/source}}
{{#topics}}
<nav class="topics" aria-label="{{labels.topics}}">
<ul>
{{#links}}
<li>{{#href}}<a href="{{href}}" rel="tag">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}</li>
{{/links}}
</ul>
</nav>
{{/topics}}
{{#related}}
<section class="related">
<h2>{{labels.related}}</h2>
<ul>
{{#links}}
<li>{{#href}}<a href="{{href}}">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}</li>
{{/links}}
</ul>
</section>
{{/related}}
</article>
{{/article}}
`;
