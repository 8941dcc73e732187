// The frame of every page: head, masthead, navigation and footer around what the page's own template made.
import { linkView, linksView } from "../article-view.ts";
import { directionOf } from "../direction.ts";
import { labelsFor } from "../labels/labels.ts";
import { safeHref } from "../safe-url.ts";
import type { Crumb } from "../story.ts";
import { fillTemplate } from "../theme/fill-template.ts";
import { markup, markupOf, sharedView, type View, type ViewValue } from "../theme/view.ts";
import type { MetaTag } from "./open-graph.ts";
import { siteLabelsFor } from "./site-labels.ts";
import type { FeedLink, PageOfList, Site, SiteHead } from "./site.ts";
import { printStructuredData } from "./structured-data.ts";
import { styleAndPolicy } from "./style-and-policy.ts";
import type { Alternate } from "./versions-view.ts";

/** What one page has of its own; absent or empty parts are left out. */
export interface Page {
  readonly kind: string;
  /** The template of its content, and the values it needs besides `page`, `site` and `labels`. */
  readonly template: string;
  readonly view: View;
  /** Without the newsroom's name; the front page has none. */
  readonly title: string;
  readonly language: string;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  readonly canonical?: string | undefined;
  /** From search engines. */
  readonly isHidden?: boolean;
  readonly breadcrumb: readonly Crumb[];
  readonly properties: readonly MetaTag[];
  /** Schema.org objects. */
  readonly data: readonly object[];
  readonly feeds?: readonly FeedLink[] | undefined;
  readonly pages?: PageOfList | undefined;
  /** The same page in every language, itself included. */
  readonly alternates?: readonly Alternate[];
}

/** The whole document. */
export function renderPage(page: Page, site: Site): string {
  const { templates } = site.theme;
  const view: View = {
    page: pageView(page, site),
    site: siteView(page, site.head),
    labels: constantsOf(site.head).labels,
    ...page.view,
  };
  const content = markupOf(fillTemplate(templates, page.template, view)) ?? "";
  return markupOf(fillTemplate(templates, "layout", { ...view, content: markup(content.trimEnd()) })) ?? "";
}

/** What the head of the document needs. */
function pageView(page: Page, site: Site): View {
  const { kind, language, canonical, breadcrumb, pages, properties } = page;
  const { name } = site.head;
  const data = page.data.length === 0 ? "" : printStructuredData(page.data);
  const { policy, text: style, address: stylesheet } = styleAndPolicy(site, data);
  return {
    kind,
    language,
    dir: directionOf(language),
    is_front: kind === "front",
    title: page.title === "" ? name : `${page.title} · ${name}`,
    canonical: safe(canonical),
    versions: (page.alternates ?? []).map(({ language, href }) => ({ language, href: safe(href) })),
    newer: safe(pages?.newer),
    older: safe(pages?.older),
    meta: metaTags(page).map(({ name, content }) => ({ name, content })),
    properties: properties.map(({ name, content }) => ({ name, content })),
    breadcrumb: linksView(breadcrumb),
    feeds: [...(page.feeds ?? []).map(feedView), ...constantsOf(site.head).feeds],
    structured_data: markup(data),
    policy,
    style,
    stylesheet,
  };
}

function metaTags({ description, author, isHidden = false, properties }: Page): MetaTag[] {
  const tags = [
    { name: "description", content: description },
    { name: "author", content: author },
    { name: "robots", content: isHidden ? "noindex" : undefined },
    { name: "twitter:card", content: properties.length === 0 ? undefined : cardOf(properties) },
  ];
  return tags.flatMap(({ name, content = "" }) => (content === "" ? [] : [{ name, content }]));
}

function cardOf(properties: readonly MetaTag[]): string {
  return properties.some(({ name }) => name === "og:image") ? "summary_large_image" : "summary";
}

function siteView({ breadcrumb, canonical }: Page, head: SiteHead): View {
  const { site, sections } = constantsOf(head);
  const around = new Set([...breadcrumb.map(({ href }) => href), canonical]);
  const links = sections.map(({ href, elsewhere, here }) => (around.has(href) ? here : elsewhere));
  return { ...site, sections: links.length === 0 ? "" : { links } };
}

/** What all pages of a site say alike. */
interface Constants {
  readonly site: View;
  /** Each section's link as it is on other pages, and on those of the section. */
  readonly sections: readonly { readonly href: string; readonly elsewhere: View; readonly here: View }[];
  readonly feeds: readonly View[];
  readonly labels: View;
}

const constants = new WeakMap<SiteHead, Constants>();

function constantsOf(head: SiteHead): Constants {
  const known = constants.get(head) ?? makeConstants(head);
  constants.set(head, known);
  return known;
}

function makeConstants(head: SiteHead): Constants {
  const { name, language, url } = head;
  return {
    site: { name, language, dir: directionOf(language), href: safe(url), footer: footerView(head) },
    sections: head.sections.map((link) => {
      const view = linkView(link);
      const elsewhere = sharedView({ ...view, current: false });
      return { href: link.href, elsewhere, here: sharedView({ ...view, current: true }) };
    }),
    feeds: head.feeds.map((feed) => sharedView(feedView(feed))),
    labels: siteLabelsView(language),
  };
}

function footerView(head: SiteHead): ViewValue {
  const labels = siteLabelsFor(head.language);
  const { corrections } = labelsFor(head.language);
  const own = [
    { name: labels.archive, href: head.archive },
    { name: corrections, href: head.corrections },
    ...head.links,
  ];
  const pages = own.flatMap(({ name, href }) =>
    href === undefined ? [] : [{ ...linkView({ name, href }), type: "" }],
  );
  const feeds = head.feeds.map((feed) => ({
    ...feedView(feed),
    name: `${feed.title} (${FEED_NAMES[feed.format]})`,
  }));
  return pages.length + feeds.length === 0 ? "" : sharedView({ links: [...pages, ...feeds] });
}

const FEED_TYPES: Readonly<Record<FeedLink["format"], string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  jsonfeed: "application/feed+json",
};

const FEED_NAMES: Readonly<Record<FeedLink["format"], string>> = {
  rss: "RSS",
  atom: "Atom",
  jsonfeed: "JSON Feed",
};

function feedView({ title, href, format }: FeedLink): View {
  return { title, href: safe(href), type: FEED_TYPES[format] };
}

/** The fixed words around stories; those of messages stand in the messages themselves. */
function siteLabelsView(language: string): View {
  const { toFront, nothingYet, ...words } = siteLabelsFor(language);
  const { home, skip, sections, latest, newer, older, pages, archive, author, topic, topics, feeds } = words;
  const { breadcrumb, corrections } = labelsFor(language);
  const around = { home, skip, sections, latest, newer, older, pages, archive, author, topic, topics, feeds };
  return { ...around, to_front: toFront, nothing_yet: nothingYet, breadcrumb, corrections };
}

function safe(href: string | undefined): string {
  return (href === undefined ? undefined : safeHref(href)) ?? "";
}
