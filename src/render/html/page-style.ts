// The one stylesheet of the built-in theme: a file of the site, or inline where a page is one file. Its hash stands in the policy:
// change the style and tests/render/page-style.test.ts prints the new hash. No blank at either end: the Nu checker
// would trim it before hashing.

/** Calm, readable, without anything loaded: system type, one accent, light and dark, phone, print and right to left. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1b1b1a;--quiet:#5f5c57;--paper:#fdfcf9;--line:#dcd8d0;--accent:#8f1d1d;--wash:#f3f0e9;--measure:40rem;--wide:72rem;--latin:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,serif;--serif:var(--latin);--sans:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e9e6df;--quiet:#a8a39a;--paper:#151514;--line:#383632;--accent:#f0978b;--wash:#21201e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.6 var(--serif);overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,1.35rem + 2.6vw,2.9rem);letter-spacing:-.018em;line-height:1.12}
p,li,figcaption{text-wrap:pretty}
img{display:block;max-width:100%;height:auto;background:var(--wash)}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;z-index:2;padding:.4rem .8rem;background:var(--ink);color:var(--paper);font:1rem var(--sans)}
.skip:focus{top:.5rem;color:var(--paper)}
.site,main{width:min(100% - 2.5rem,var(--wide));margin-inline:auto}
.site,article{--serif:var(--latin)}
article{font-family:var(--serif);line-height:1.6}
.site{font:.9375rem/1.5 var(--sans)}
.site a{text-decoration:none}
.site a:hover{text-decoration:underline}
.site ul,.site ol{display:flex;flex-wrap:wrap;gap:.1rem 1.35rem;margin:0;padding:0;list-style:none}
.site li a{display:inline-block;padding-block:.25rem}
.plate{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 2.2rem;padding-block:1.1rem .8rem;border-block-end:1px solid var(--line)}
.name{margin:0;font:700 1.75rem/1.2 var(--serif);letter-spacing:-.015em}
.front .plate{display:block;padding-block:2rem .7rem;text-align:center;border-block-end:3px double var(--ink)}
.front .name{margin-block-end:.7rem;font-size:clamp(2.6rem,1.6rem + 5vw,4.6rem);line-height:1.05;letter-spacing:-.03em}
.front .sections ul{justify-content:center}
.sections [aria-current]{color:var(--accent);font-weight:600}
.breadcrumb{padding-block:.55rem 0;color:var(--quiet);font-size:.875rem}
.site .breadcrumb ol{gap:0}
.breadcrumb li+li::before{content:"›";content:"›"/"";margin-inline:.5em}
[dir=rtl]>.breadcrumb li+li::before{content:"‹";content:"‹"/""}
main{padding-block:2rem 3.5rem}
.article main{padding-block-start:1.5rem}
.breadcrumb,.listing,.message{max-width:50rem;margin-inline:auto}
.article .breadcrumb,main>article{max-width:var(--measure);margin-inline:auto}
.kicker{margin:0 0 .4rem;color:var(--accent);font:700 .9375rem/1.4 var(--sans)}
.kicker a{text-decoration:none}
.kicker a:hover{text-decoration:underline}
.summary{color:var(--quiet)}
.dates{margin:.2rem 0 0;color:var(--quiet);font:.875rem/1.5 var(--sans)}
.dates{display:flex;flex-wrap:wrap;column-gap:1.1em;overflow:clip}
.dates>*+*::before{content:"·";content:"·"/"";float:inline-start;width:1.1em;margin-inline-start:-1.1em;text-align:center;color:var(--quiet);font-weight:400}
.dateline{font-weight:600}
.versions{display:flex;flex-wrap:wrap;column-gap:.7em;margin:.6rem 0 0;font:.875rem/1.5 var(--sans)}
article>header{margin-block-end:1.75rem}
article>header .summary{margin:.9rem 0 0;font-size:1.25rem;line-height:1.45}
.marker{display:inline-block;margin:0 0 1.1rem;padding:.3rem .75rem;background:var(--accent);color:var(--paper);font:700 .875rem/1.4 var(--sans)}
.byline{margin:1.25rem 0 0;font:1rem/1.5 var(--sans)}
figure{margin:2rem 0}
figure.lead{margin:0 clamp(-5rem,(var(--measure) + 2.5rem - 100vw)/2,0rem) 2rem}
.lead img{width:100%}
p img,li img,td img,th img{display:inline-block;vertical-align:middle}
figcaption{margin-block-start:.55rem;color:var(--quiet);font:.875rem/1.45 var(--sans)}
figcaption small{font-size:inherit}
.body>:first-child{margin-block-start:0}
.body p,.body ul,.body ol,.body pre,.body .table{margin:0 0 1.15rem}
.body h2,.body h3,.body h4,.body h5,.body h6{margin:2.25rem 0 .6rem}
.body h2{font-size:1.5rem}
.body h3{font-size:1.25rem}
.body h4,.body h5,.body h6{font-size:1.0625rem}
.body ul,.body ol,article>section ul,article>section ol{padding-inline-start:1.5em}
.body li>ul,.body li>ol{margin-block:.25rem}
.body li,article>section li{margin-block-end:.3rem}
blockquote{margin:1.6rem 0;padding-inline-start:1.25rem;border-inline-start:3px solid var(--line);color:var(--quiet)}
blockquote>:last-child{margin-block-end:0}
.pull-quote{margin:2.4rem 0;padding-block:1.3rem;border-block:1px solid var(--line)}
.pull-quote blockquote{margin:0;padding:0;border:0;color:var(--ink);font-size:1.5rem;line-height:1.35}
.pull-quote figcaption{font-size:.9375rem}
hr{width:30%;margin:2.5rem auto;border:0;border-block-start:1px solid var(--line)}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.85em}
code{padding:.1em .3em;background:var(--wash)}
pre{padding:.9rem 1rem;overflow-x:auto;background:var(--wash);line-height:1.5}
pre code{padding:0;background:none;font-size:inherit}
.table{overflow-x:auto;font:.9375rem/1.4 var(--sans)}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.45rem .7rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
thead th{border-block-end:2px solid var(--ink)}
th:first-child,td:first-child{padding-inline-start:0}
.left{text-align:left}
.center{text-align:center}
.right{text-align:right}
sup{line-height:0;font-size:.7em}
sup a{padding-inline:.15em;text-decoration:none;color:var(--accent)}
article>section{margin-block-start:2.5rem;padding-block-start:1.1rem;border-block-start:1px solid var(--line);font:.9375rem/1.55 var(--sans)}
article>section h2{margin-block-end:.6rem;font-size:1rem}
article>section p,article>section ul,article>section ol{margin:0 0 .6rem}
article>.corrections{padding:1.1rem 1.25rem;border:0;border-inline-start:3px solid var(--accent);background:var(--wash)}
article>.corrections ul{padding:0;list-style:none}
article>.corrections time{font-weight:600}
.related ul{padding:0;list-style:none;font:1.125rem/1.4 var(--serif)}
.related li{padding-block:.5rem;margin:0}
.related li+li{border-block-start:1px solid var(--line)}
.source{margin-block:2rem 0;color:var(--quiet);font:.875rem/1.5 var(--sans)}
.topics,.below{margin-block-start:2rem;font:.875rem/1.4 var(--sans)}
.below{margin-block-start:1rem}
.topics ul,.below ul{display:flex;flex-wrap:wrap;gap:.5rem;margin:0;padding:0;list-style:none}
.topics li,.below li{padding:.35rem .75rem;background:var(--wash)}
.topics a,.below a{text-decoration:none}
.topics a:hover,.below a:hover{text-decoration:underline}
.teaser{position:relative}
.teaser h2,.teaser h3{font-size:1.25rem;letter-spacing:-.008em}
.teaser h2 a,.teaser h3 a{text-decoration-color:transparent}
.teaser h2 a::after,.teaser h3 a::after{content:"";position:absolute;inset:0}
.teaser:hover h2 a,.teaser:hover h3 a{text-decoration-color:var(--accent)}
.teaser .kicker{margin-block-end:.25rem;font-size:.8125rem}
.teaser .kicker a{position:relative;z-index:1}
.teaser .summary{margin:.4rem 0 0;font-size:1rem;line-height:1.45}
.teaser .dates{margin-block-start:.45rem;font-size:.8125rem}
.teaser img{width:100%;aspect-ratio:16/9;object-fit:cover}
.opening{display:grid;gap:2.25rem}
.first .teaser{display:flex;flex-direction:column-reverse;justify-content:flex-end;gap:1.1rem}
.first h2{font-size:clamp(2rem,1.4rem + 2.6vw,3.1rem);line-height:1.08;letter-spacing:-.022em}
.first .summary{margin-block-start:.7rem;font-size:1.1875rem}
.second{display:flex;flex-direction:column;gap:1.35rem}
.second .teaser+.teaser{padding-block-start:1.35rem;border-block-start:1px solid var(--line)}
.second .teaser:not(:first-child) img{display:none}
.second .pictured:first-child{display:flex;flex-direction:column-reverse;justify-content:flex-end;gap:.7rem}
.latest,.block,.year,.day{margin-block-start:3rem}
.latest>h2,.block>h2,.year>h2,.day>h2{margin-block-end:1.1rem;padding-block-start:.6rem;border-block-start:2px solid var(--ink);font:700 1.0625rem/1.4 var(--sans)}
.block>h2 a{text-decoration:none}
.block>h2 a:hover{text-decoration:underline}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));gap:2rem}
.cards .pictured{display:flex;flex-direction:column-reverse;justify-content:flex-end;gap:.7rem}
.cards .summary{display:-webkit-box;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:3}
.listing>header{margin-block-end:1.75rem}
.listing>header .summary{margin:.6rem 0 0}
.river .teaser{padding-block:1.4rem;border-block-start:1px solid var(--line)}
.river .pictured{display:grid;grid-template-columns:minmax(0,1fr) minmax(6rem,14rem);gap:1.5rem;align-items:start}
.year{margin-block-start:2rem}
.year ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.3rem 1.5rem;margin:0;padding:0;list-style:none}
.year li span{color:var(--quiet);font:.875rem var(--sans)}
.day{margin-block-start:2rem}
.day h3{font-size:1.125rem}
.day p{margin:.3rem 0 1.1rem}
.pages{display:flex;justify-content:space-between;flex-wrap:wrap;gap:.5rem 1.5rem;padding-block-start:1rem;border-block-start:2px solid var(--ink);font:.9375rem/1.5 var(--sans)}
.pages p{margin:0;color:var(--quiet);font-variant-numeric:tabular-nums}
.pages ul{display:flex;gap:1.5rem;margin:0;padding:0;list-style:none}
.empty{color:var(--quiet)}
footer.site{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.4rem 2rem;padding-block:1.1rem 2.5rem;border-block-start:1px solid var(--line);color:var(--quiet);font-size:.875rem}
footer.site p{margin:0;padding-block:.25rem}
@media (min-width:56rem){.opening:not(.pictured) .second{flex-direction:row;gap:2.75rem;padding-block-start:1.35rem;border-block-start:1px solid var(--line)}.opening:not(.pictured) .second>*{flex:1 1 0;padding:0;border:0}.opening:not(.pictured) .second>.pictured{display:flex;flex-direction:column-reverse;justify-content:flex-end;gap:.7rem}.opening:not(.pictured) .second img{display:block}.opening.pictured{grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:2.75rem}.pictured>.second{padding-inline-start:2.75rem;border-inline-start:1px solid var(--line)}}
@media (max-width:40rem){.sections{margin-inline:-1.25rem;overflow-x:auto;scrollbar-width:none}.site .sections ul,.front .sections ul{flex-wrap:nowrap;justify-content:flex-start;width:max-content;padding-inline:1.25rem}.plate{row-gap:.35rem}.river .pictured{grid-template-columns:minmax(0,1fr) 6.5rem;gap:1rem}.river img{aspect-ratio:1}.river .summary{display:none}}
:is(body,.site,article):is(:lang(ar),:lang(fa),:lang(ur)){--serif:"Noto Naskh Arabic","Geeza Pro","Noto Sans Arabic",serif}
:is(body,article):is(:lang(ar),:lang(fa),:lang(ur)){font-family:var(--serif);line-height:1.8}
:is(h1,h2,h3,.name):is(:lang(ar),:lang(fa),:lang(ur),:lang(he),:lang(ja)){letter-spacing:0;line-height:1.4}
:is(body,.site,article):lang(ja){--serif:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Serif JP",serif;line-break:strict}
:is(body,article):lang(ja){font-family:var(--serif);line-height:1.85}
:is(h1,h2,h3):lang(ja){word-break:auto-phrase}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#333;--paper:#fff;--line:#999;--accent:#000;--wash:#fff}body{font-size:11pt}.skip,nav,.versions,footer.site{display:none}.site,main,main>article{width:auto;max-width:none}main{padding-block:1rem}figure.lead{margin-inline:0}img{max-height:11cm;object-fit:contain}.marker{border:2px solid #000;background:#fff;color:#000}figure,blockquote,tr,.pull-quote,.teaser{break-inside:avoid}h1,h2,h3{break-after:avoid}.body a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}}`;

/** The CSP source expression of PAGE_STYLE. */
export const PAGE_STYLE_HASH = "sha256-GbC3yOsRYp3MIPJTTMOfGpSFKscUX464NcBXCj/K8u4=";
