// The one stylesheet of the built-in page, inline so that a page is one file. Its hash stands in the page's policy:
// change the style and tests/render/page-style.test.ts prints the new hash. No blank at either end: the Nu checker
// would trim it before hashing.

/** Calm, readable, without anything loaded: system type, one accent, light and dark, phone, print and right to left. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1b1b1a;--quiet:#5f5c57;--paper:#fdfcf9;--line:#dcd8d0;--accent:#8f1d1d;--wash:#f3f0e9;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e9e6df;--quiet:#a8a39a;--paper:#151514;--line:#383632;--accent:#f0978b;--wash:#21201e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.6 var(--serif);overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;padding:.4rem .8rem;background:var(--ink);color:var(--paper);font:1rem var(--sans)}
.skip:focus{top:.5rem}
.site,main{width:min(100% - 2.5rem,42rem);margin-inline:auto}
header.site{padding-block:1rem .8rem;border-block-end:1px solid var(--line);font-family:var(--sans);font-size:.875rem}
header.site .name{margin:0;font:700 1.375rem/1.2 var(--serif);letter-spacing:-.01em}
.site a{text-decoration:none}
.site a:hover{text-decoration:underline}
nav ol{display:flex;flex-wrap:wrap;margin:.35rem 0 0;padding:0;list-style:none;color:var(--quiet)}
nav li+li::before{content:"›";margin-inline:.5em}
main{padding-block:2.25rem 3rem}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,1.35rem + 2.6vw,2.9rem);letter-spacing:-.018em;line-height:1.12}
article>header{margin-block-end:1.75rem}
.marker{display:inline-block;margin:0 0 1.1rem;padding:.3rem .75rem;background:var(--accent);color:var(--paper);font:700 .875rem/1.4 var(--sans)}
.kicker{margin:0 0 .45rem;color:var(--accent);font:700 .9375rem/1.4 var(--sans)}
.summary{margin:.9rem 0 0;color:var(--quiet);font-size:1.25rem;line-height:1.45}
.byline,.dates{font:1rem/1.5 var(--sans)}
.byline{margin:1.25rem 0 0}
.dates{margin:.2rem 0 0;color:var(--quiet);font-size:.875rem}
.dateline{font-weight:600}
.dates time{display:inline-block}
figure{margin:2rem 0}
figure.lead{margin-block-start:0}
img{display:block;max-width:100%;height:auto}
.lead img{width:100%}
p img,li img,td img,th img{display:inline-block;vertical-align:middle}
figcaption{margin-block-start:.55rem;color:var(--quiet);font:.875rem/1.45 var(--sans)}
figcaption small{font-size:inherit;opacity:.85}
.body>:first-child{margin-block-start:0}
.body p,.body ul,.body ol,.body pre,.body .table{margin:0 0 1.15rem}
.body h2,.body h3,.body h4,.body h5,.body h6{margin:2.25rem 0 .6rem}
.body h2{font-size:1.5rem}
.body h3{font-size:1.25rem}
.body h4,.body h5,.body h6{font-size:1.0625rem}
.body ul,.body ol,section ul,section ol{padding-inline-start:1.5em}
.body li>ul,.body li>ol{margin-block:.25rem}
li{margin-block-end:.3rem}
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
section{margin-block-start:2.5rem;padding-block-start:1.1rem;border-block-start:1px solid var(--line);font:.9375rem/1.55 var(--sans)}
section h2{margin-block-end:.6rem;font-size:1rem}
section p,section ul,section ol{margin:0 0 .6rem}
.corrections{padding:1.1rem 1.25rem;border:0;border-inline-start:3px solid var(--accent);background:var(--wash)}
.corrections ul{padding:0;list-style:none}
.corrections time{font-weight:600}
.related ul{padding:0;list-style:none;font:1.125rem/1.4 var(--serif)}
.related li{padding-block:.5rem;margin:0}
.related li+li{border-block-start:1px solid var(--line)}
.source{margin-block:2rem 0;color:var(--quiet);font:.875rem/1.5 var(--sans)}
footer.site{padding-block:1.25rem 2.5rem;border-block-start:1px solid var(--line);color:var(--quiet);font:.8125rem/1.5 var(--sans)}
body:lang(ar),body:lang(fa),body:lang(ur){--serif:"Noto Naskh Arabic","Geeza Pro","Noto Sans Arabic",serif;line-height:1.8}
body:lang(ja){--serif:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Serif JP",serif;line-height:1.85;line-break:strict}
h1:lang(ja),h2:lang(ja),h3:lang(ja){word-break:auto-phrase}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#333;--paper:#fff;--line:#999;--accent:#000;--wash:#fff}body{font-size:11pt}.skip,nav{display:none}.site,main{width:auto}main{padding-block:1rem}.marker{border:2px solid #000;background:#fff;color:#000}figure,blockquote,tr,.pull-quote{break-inside:avoid}h1,h2,h3{break-after:avoid}.body a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}}`;

/** The CSP source expression of PAGE_STYLE. */
export const PAGE_STYLE_HASH = "sha256-nCeBcwsSZgsDvNlnfYUJkbUl1dXVhdp4wuOTd5/cTmk=";
