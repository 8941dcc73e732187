// A story as a whole web page: head, frame and the article element. Nothing from outside is loaded and nothing runs;
// the Content Security Policy says so to the browser.
import { escapeHtml } from "../base/escape-html.ts";
import { directionOf } from "./direction.ts";
import { renderHtmlFragment } from "./html-article.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "./page-style.ts";
import { safeHref } from "./safe-url.ts";
import { labelsOf } from "./story-facts.ts";
import type { Crumb, Story } from "./story.ts";

/** The page, ready to be written to a file: accessible, self-contained but for its images, deterministic. */
export function renderHtmlPage(story: Story): string {
  const { language } = story.article;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
${headOf(story).join("\n")}
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#story">${escapeHtml(labelsOf(story).skip)}</a>
${siteHeader(story)}
<main id="story">
${renderHtmlFragment(story)}</main>
${siteFooter(story)}
</body>
</html>
`;
}

function headOf(story: Story): string[] {
  const { article, newsroom, permalink, state } = story;
  const canonical = safeHref(article.source ?? permalink ?? "");
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(`${article.headline} · ${newsroom.name}`)}</title>`,
    ...meta("description", article.summary),
    ...meta("author", article.authors.map(({ name }) => name).join(", ")),
    ...meta("robots", state === "live" ? undefined : "noindex"),
    ...(canonical === undefined || canonical === ""
      ? []
      : [`<link rel="canonical" href="${escapeHtml(canonical)}">`]),
  ];
}

function policy(): string {
  const rules = [
    `style-src '${PAGE_STYLE_HASH}'`,
    "img-src 'self' https: http: file:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return ["default-src 'none'", ...rules].join("; ");
}

function meta(name: string, content: string | undefined): string[] {
  return content === undefined || content === ""
    ? []
    : [`<meta name="${name}" content="${escapeHtml(content)}">`];
}

function siteHeader(story: Story): string {
  const { newsroom, breadcrumb } = story;
  const crumbs = breadcrumb.map((crumb) => `<li>${crumbLink(crumb)}</li>`);
  const label = escapeHtml(labelsOf(story).breadcrumb);
  const trail =
    crumbs.length === 0 ? [] : [`<nav aria-label="${label}">`, "<ol>", ...crumbs, "</ol>", "</nav>"];
  const name = crumbLink({
    name: newsroom.name,
    ...(newsroom.url === undefined ? {} : { href: newsroom.url }),
  });
  return [
    '<header class="site">',
    `<p class="name" lang="${escapeHtml(newsroom.language)}" dir="${directionOf(newsroom.language)}">${name}</p>`,
    ...trail,
    "</header>",
  ].join("\n");
}

function crumbLink({ name, href }: Crumb): string {
  const address = href === undefined ? undefined : safeHref(href);
  const text = escapeHtml(name);
  return address === undefined ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
}

function siteFooter({ newsroom, permalink }: Story): string {
  const address = permalink === undefined ? undefined : safeHref(permalink);
  const link =
    address === undefined ? "" : ` · <a href="${escapeHtml(address)}">${escapeHtml(permalink ?? "")}</a>`;
  return `<footer class="site">\n<p>${escapeHtml(newsroom.name)}${link}</p>\n</footer>`;
}
