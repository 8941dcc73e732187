// The built-in templates of pages that list stories, and of the parts they share.

/** One story in a list; the whole card leads to it, by the link of its headline. */
export const TEASER = `<article class="teaser{{#image}} pictured{{/image}}" lang="{{language}}" dir="{{dir}}">
<div class="words">
{{#label}}
<p class="kicker"{{#language}} lang="{{language}}" dir="{{dir}}"{{/language}}>{{#href}}<a href="{{href}}">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}</p>
{{/label}}
<h{{level}}><a href="{{href}}">{{headline}}</a></h{{level}}>
{{#summary}}
<p class="summary">{{summary}}</p>
{{/summary}}
<p class="dates">{{#byline}}<span>{{byline}}</span> {{/byline}}<time datetime="{{datetime}}">{{day}}</time></p>
</div>
{{#image}}
<img src="{{src}}" alt="{{alt}}"{{#size}} width="{{width}}" height="{{height}}"{{/size}}{{#lazy}} loading="lazy"{{/lazy}}>
{{/image}}
</article>
`;

/** The way to newer and older pages of a list. */
export const PAGES = `{{#pages}}
<nav class="pages" aria-label="{{labels.pages}}">
<p>{{position}}</p>
<ul>
{{#newer}}
<li><a href="{{newer}}" rel="prev">{{labels.newer}}</a></li>
{{/newer}}
{{#older}}
<li><a href="{{older}}" rel="next">{{labels.older}}</a></li>
{{/older}}
</ul>
</nav>
{{/pages}}
`;

/** A lead, what stands beside it, the latest, and a block per section. */
export const FRONT = `{{#front}}
{{#opening}}
<div class="opening{{#first}}{{#image}} pictured{{/image}}{{/first}}">
<div class="first">
{{#first}}
{{> teaser}}
{{/first}}
</div>
{{#second}}
<div class="second">
{{#stories}}
{{> teaser}}
{{/stories}}
</div>
{{/second}}
</div>
{{/opening}}
{{#latest}}
<section class="latest" aria-labelledby="latest">
<h2 id="latest">{{labels.latest}}</h2>
<div class="cards">
{{#stories}}
{{> teaser}}
{{/stories}}
</div>
</section>
{{/latest}}
{{#sections}}
<section class="block" aria-labelledby="block-{{number}}">
<h2 id="block-{{number}}"><a href="{{href}}">{{name}}</a></h2>
<div class="cards">
{{#stories}}
{{> teaser}}
{{/stories}}
</div>
</section>
{{/sections}}
{{^opening}}
<p class="empty">{{labels.nothing_yet}}</p>
{{/opening}}
{{/front}}
`;

/** A section, an author, a tag or a month. */
export const LISTING = `{{#listing}}
<div class="listing">
<header>
{{#what}}
<p class="kicker">{{what}}</p>
{{/what}}
<h1>{{heading}}</h1>
{{#summary}}
<p class="summary">{{summary}}</p>
{{/summary}}
{{#below}}
<nav class="below" aria-label="{{heading}}">
<ul>
{{#links}}
<li><a href="{{href}}">{{name}}</a></li>
{{/links}}
</ul>
</nav>
{{/below}}
</header>
<div class="river">
{{#stories}}
{{> teaser}}
{{/stories}}
</div>
{{^stories}}
<p class="empty">{{labels.nothing_yet}}</p>
{{/stories}}
{{> pages}}
</div>
{{/listing}}
`;

/** Every year with its months. */
export const ARCHIVE = `{{#archive}}
<div class="listing">
<header>
<h1>{{heading}}</h1>
</header>
{{#years}}
<section class="year" aria-labelledby="year-{{year}}">
<h2 id="year-{{year}}">{{year}}</h2>
<ul>
{{#months}}
<li><a href="{{href}}">{{name}}</a> <span>{{count}}</span></li>
{{/months}}
</ul>
</section>
{{/years}}
{{^years}}
<p class="empty">{{labels.nothing_yet}}</p>
{{/years}}
</div>
{{/archive}}
`;

/** What was put right, under the day and with the way to the story. */
export const CORRECTIONS = `{{#corrections}}
<div class="listing">
<header>
<h1>{{heading}}</h1>
</header>
{{#days}}
<section class="day">
<h2><time datetime="{{datetime}}">{{day}}</time></h2>
{{#list}}
<article lang="{{language}}" dir="{{dir}}">
<h3><a href="{{href}}">{{headline}}</a></h3>
<p>{{text}}</p>
</article>
{{/list}}
</section>
{{/days}}
{{^days}}
<p class="empty">{{labels.nothing_yet}}</p>
{{/days}}
{{> pages}}
</div>
{{/corrections}}
`;
