// A story as the view that templates are filled with: every part of it apart, so that a theme can put them in its own
// order, and the text of the body as HTML.
import { directionOf } from "./direction.ts";
import { htmlBlocks } from "./html/html-blocks.ts";
import { storyDialect } from "./html/html-dialect.ts";
import { htmlFootnotes } from "./html/html-footnotes.ts";
import type { ImageSize } from "./image-size.ts";
import { resolveImage } from "./resolve-address.ts";
import { safeHref } from "./safe-url.ts";
import { siteLabelsFor } from "./site/site-labels.ts";
import { versionsView } from "./site/versions-view.ts";
import { bylineOf, datesOf, dayOf, labelsOf, markerOf } from "./story-facts.ts";
import type { Crumb, Story } from "./story.ts";
import { bareCopy, markup, type View, type ViewValue } from "./theme/view.ts";

/** The view of one story; its names are those of theme/view-names.ts, and all are there. */
export function articleView(story: Story): View {
  const { article, body, breadcrumb, related, topics = [], state } = story;
  const dialect = storyDialect(story);
  // One literal: copied from parts, an object of so many names takes ten times as long to make.
  return {
    slug: article.slug,
    id: article.id ?? "",
    language: article.language,
    dir: directionOf(article.language),
    kind: article.kind,
    state,
    marker: markerOf(story) ?? "",
    kicker: article.kicker ?? "",
    headline: article.headline,
    summary: article.summary ?? "",
    labels: labelsView(story),
    section: article.section === undefined ? "" : linkView(breadcrumb.at(-1) ?? { name: article.section }),
    byline: bylineView(story),
    dates: datesView(story),
    versions: versionsView(story),
    image: imageView(story),
    body: markup(htmlBlocks(body.blocks, dialect)),
    footnotes: body.footnotes.length === 0 ? "" : markup(htmlFootnotes(body.footnotes, dialect)),
    corrections: correctionsView(story),
    source: sourceView(story),
    topics: linksView(topics),
    related: linksView(related.map(({ headline: name, ...rest }) => ({ ...rest, name }))),
    x: bareCopy(article.x),
  };
}

function labelsView(story: Story): View {
  const { credit, footnotes, corrections, related } = labelsOf(story);
  const { topics, versions } = siteLabelsFor(story.article.language);
  return { credit, footnotes, corrections, related, topics, versions };
}

/** A name and where it leads, empty where nothing safe. */
export function linkView({
  name,
  href,
}: {
  readonly name: string;
  readonly href?: string | undefined;
}): View {
  return { name, href: (href === undefined ? undefined : safeHref(href)) ?? "" };
}

/** Links in a group of their own, so that a template can leave out what stands around them. */
export function linksView(links: readonly Crumb[]): View | "" {
  return links.length === 0 ? "" : { links: links.map(linkView) };
}

function bylineView(story: Story): ViewValue {
  const names = bylineOf(story).map(({ before, after, ...link }) => ({ before, after, ...linkView(link) }));
  return names.length === 0 ? "" : { names };
}

function datesView(story: Story): ViewValue {
  const { dateline = "" } = story.article;
  const moments = datesOf(story).map(({ text, datetime }) => ({ text, datetime }));
  return dateline === "" && moments.length === 0 ? "" : { dateline, moments };
}

function imageView(story: Story): ViewValue {
  const { image } = story.article;
  if (image === undefined) return "";
  const { src, alt = "", caption = "", credit = "" } = image;
  const legend = caption !== "" || credit !== "";
  const size = sizeView(story.imageSizes?.get(src));
  return { src: resolveImage(src, story) ?? "", alt, caption, credit, legend, size };
}

/** Width and height, or nothing. */
export function sizeView(size: ImageSize | undefined): ViewValue {
  return size === undefined ? "" : { width: size.width, height: size.height };
}

function correctionsView(story: Story): ViewValue {
  const list = story.article.corrections.map(({ at, text }) => {
    const { text: day, datetime } = dayOf(at.epochMs, story);
    return { day, datetime, text };
  });
  return list.length === 0 ? "" : { list };
}

function sourceView(story: Story): ViewValue {
  const { source } = story.article;
  if (source === undefined) return "";
  const [before = "", after = ""] = labelsOf(story).source.split("{name}");
  return { before, after, ...linkView({ name: source, href: source }) };
}
