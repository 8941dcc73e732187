// Hostile text and addresses in every slot of the pages around the stories: nothing active, nothing lost.
import { describe, expect, test } from "vitest";
import { renderArchivePage } from "../../../src/render/site/render-archive.ts";
import { renderCorrectionsPage } from "../../../src/render/site/render-corrections.ts";
import { renderFrontPage } from "../../../src/render/site/render-front.ts";
import { renderListingPage } from "../../../src/render/site/render-listing.ts";
import { renderNotFoundPage, renderRedirectPage } from "../../../src/render/site/render-message.ts";
import type { FeedLink, ListedStory, Listing, Site, SiteHead } from "../../../src/render/site/site.ts";
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS } from "../hostile-payloads.ts";
import { judge } from "../judge-html.ts";
import { sampleSite } from "./sample-site.ts";

const sample = sampleSite();
const plain: Site = { ...sample, head: { ...sample.head, sections: [], feeds: [], links: [] } };

function siteWith(head: Partial<SiteHead>): Site {
  return { ...plain, head: { ...plain.head, ...head } };
}

const STORY: ListedStory = { headline: "CANARY", href: "/x/", language: "en", authors: [], published: 0 };

function listing(own: Partial<Listing>, site = plain): string {
  const base: Listing = { kind: "tag", title: "CANARY", href: "/t/", breadcrumb: [], links: [], stories: [] };
  return renderListingPage({ ...base, ...own }, site);
}

function story(own: Partial<ListedStory>): string {
  return listing({ stories: [{ ...STORY, ...own }] });
}

function feed(own: Partial<FeedLink>): string {
  return renderNotFoundPage(siteWith({ feeds: [{ title: "CANARY", href: "/f", format: "rss", ...own }] }));
}

const TEXTS: Readonly<Record<string, (text: string) => string>> = {
  "site name": (name) => renderNotFoundPage(siteWith({ name })),
  "site language": (language) => renderNotFoundPage(siteWith({ language, name: language })),
  "section name": (name) => renderNotFoundPage(siteWith({ sections: [{ name, href: "/" }] })),
  "footer link": (name) => renderNotFoundPage(siteWith({ links: [{ name, href: "/" }] })),
  "feed title": (title) => feed({ title }),
  "list title": (title) => listing({ title }),
  "list summary": (summary) => listing({ summary }),
  crumb: (name) => listing({ breadcrumb: [{ name, href: "/" }] }),
  subsection: (name) => listing({ links: [{ name, href: "/" }] }),
  headline: (headline) => story({ headline }),
  kicker: (kicker) => story({ kicker }),
  summary: (summary) => story({ summary }),
  author: (author) => story({ authors: [author, "B", author] }),
  language: (language) => story({ language }),
  label: (name) => story({ section: { name, href: "/" }, language: "ar" }),
  alt: (alt) => story({ image: { src: "/a.png", alt } }),
  "front section": (name) =>
    renderFrontPage({ stories: [STORY], sections: [{ name, href: "/", stories: [STORY] }] }, plain),
  "front summary": (summary) => renderFrontPage({ summary, stories: [STORY], sections: [] }, plain),
  correction: (text) =>
    renderCorrectionsPage(
      {
        href: "/c/",
        breadcrumb: [],
        corrections: [{ at: 0, text, headline: text, href: "/x/", language: text }],
      },
      plain,
    ),
};

const ADDRESSES: Readonly<Record<string, (address: string) => string>> = {
  "site url": (url) => renderFrontPage({ stories: [STORY], sections: [] }, siteWith({ url })),
  "section href": (href) => listing({}, siteWith({ sections: [{ name: "CANARY", href }] })),
  archive: (archive) => listing({}, siteWith({ archive })),
  corrections: (corrections) => listing({}, siteWith({ corrections })),
  "footer href": (href) => listing({}, siteWith({ links: [{ name: "CANARY", href }] })),
  "feed href": (href) => feed({ href }),
  assets: (assetsAt) => listing({}, { ...plain, assetsAt }),
  "list href": (href) => listing({ href }),
  newer: (newer) => listing({ pages: { number: 2, count: 3, newer, older: newer } }),
  "crumb href": (href) => listing({ breadcrumb: [{ name: "CANARY", href }] }),
  "subsection href": (href) => listing({ links: [{ name: "CANARY", href }] }),
  "story href": (href) => story({ href }),
  "label href": (href) => story({ section: { name: "CANARY", href } }),
  image: (src) => story({ image: { src, alt: "CANARY" } }),
  "front section href": (href) =>
    renderFrontPage({ stories: [], sections: [{ name: "CANARY", href, stories: [STORY] }] }, plain),
  month: (href) =>
    renderArchivePage(
      { href, breadcrumb: [{ name: "CANARY", href }], months: [{ year: 2026, month: 1, href, count: 1 }] },
      plain,
    ),
  "correction href": (href) =>
    renderCorrectionsPage(
      {
        href,
        breadcrumb: [],
        corrections: [{ at: 0, text: "CANARY", headline: "x", href, language: "en" }],
      },
      plain,
    ),
  redirect: (to) => `${renderRedirectPage(to, plain)}CANARY`,
};

const SLOTS = [
  ...Object.entries(TEXTS).map(([name, render]) => [name, render, HOSTILE_TEXTS] as const),
  ...Object.entries(ADDRESSES).map(([name, render]) => [name, render, HOSTILE_ADDRESSES] as const),
];

describe.each(SLOTS)("a hostile %s", (_, render, payloads) => {
  test.each(payloads)("%j", (payload) => {
    const { faults, text } = judge(render(payload));
    expect(faults).toEqual([]);
    expect(text).toContain("CANARY");
  });
});

test.each(["mailto:a@b.test", "tel:+1", "javascript:x", ""])(
  "a redirect to %j goes nowhere by itself",
  (to) => {
    expect(renderRedirectPage(to, plain)).not.toMatch(/refresh|href/);
  },
);
