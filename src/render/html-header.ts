// The head of a story as HTML: marker, kicker, headline, summary, byline, dateline and dates.
import { escapeHtml } from "../base/escape-html.ts";
import { safeHref } from "./safe-url.ts";
import { type BylinePart, bylineOf, datesOf, markerOf } from "./story-facts.ts";
import type { Story } from "./story.ts";

/** The `header` of the article element; the h1 is here and only here. */
export function htmlHeader(story: Story): string {
  const { kicker, headline, summary } = story.article;
  return [
    "<header>",
    ...textElement("p", "marker", markerOf(story)),
    ...textElement("p", "kicker", kicker),
    `<h1>${escapeHtml(headline)}</h1>`,
    ...textElement("p", "summary", summary),
    ...htmlByline(story),
    ...htmlDates(story),
    "</header>",
  ].join("\n");
}

function textElement(tag: string, className: string, text: string | undefined): string[] {
  return text === undefined || text === ""
    ? []
    : [`<${tag} class="${className}">${escapeHtml(text)}</${tag}>`];
}

function htmlByline(story: Story): string[] {
  const names = bylineOf(story).map(htmlAuthor).join("");
  return names === "" ? [] : [`<p class="byline">${names}</p>`];
}

function htmlAuthor({ before, author, after }: BylinePart): string {
  const name = `<b>${escapeHtml(author.name)}</b>`;
  const address = author.url ?? (author.email === undefined ? undefined : `mailto:${author.email}`);
  const href = address === undefined ? undefined : safeHref(address);
  const linked = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
  return `${escapeHtml(before)}${linked}${escapeHtml(after)}`;
}

function htmlDates(story: Story): string[] {
  const { dateline } = story.article;
  const place =
    dateline === undefined || dateline === ""
      ? []
      : [`<span class="dateline">${escapeHtml(dateline)}</span>`];
  const dates = datesOf(story).map(
    ({ text, datetime }) => `<time datetime="${datetime}">${escapeHtml(text)}</time>`,
  );
  const parts = [...place, ...dates];
  return parts.length === 0
    ? []
    : [`<p class="dates">${parts.join('<span aria-hidden="true"> ·</span> ')}</p>`];
}
