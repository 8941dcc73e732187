// The front page: one story leads, a few stand beside it, the latest follow, then a block per section.
import { safeHref } from "../safe-url.ts";
import type { View, ViewValue } from "../theme/view.ts";
import { listProperties } from "./open-graph.ts";
import { renderPage } from "./render-page.ts";
import type { Front, FrontSection, ListedStory, Site, SiteHead } from "./site.ts";
import { teaserView } from "./teaser-view.ts";

/** How many stories stand beside the lead. */
const BESIDE = 3;

/** The front page of the site; an empty newsroom has one too. */
export function renderFrontPage(front: Front, site: Site): string {
  const { head } = site;
  const { name, url: href = "", language } = head;
  return renderPage(
    {
      kind: "front",
      template: "front",
      title: "",
      language,
      description: front.summary,
      canonical: safeHref(href),
      breadcrumb: [],
      properties: href === "" ? [] : listProperties({ title: name, summary: front.summary, href }, head),
      data: href === "" ? [] : [{ "@type": "NewsMediaOrganization", name, url: href }],
      view: { front: frontView(front, head) },
    },
    site,
  );
}

function frontView({ stories, sections }: Front, head: SiteHead): View {
  const latest = stories.slice(1 + BESIDE);
  return {
    opening: openingView(stories.slice(0, 1 + BESIDE), head),
    latest: latest.length === 0 ? "" : { stories: cardsView(latest, head) },
    sections: sections
      .filter((section) => section.stories.length > 0)
      .map((section, index) => sectionView(section, index + 1, head)),
  };
}

function openingView([lead, ...others]: readonly ListedStory[], head: SiteHead): ViewValue {
  if (lead === undefined) return "";
  const place = { level: 2, lazy: false } as const;
  const beside = others.map((story) => teaserView(story, head, place));
  return { first: teaserView(lead, head, place), second: beside.length === 0 ? "" : { stories: beside } };
}

function sectionView({ name, href, stories }: FrontSection, number: number, head: SiteHead): View {
  return { name, href: safeHref(href) ?? "", number, stories: cardsView(stories, head) };
}

function cardsView(stories: readonly ListedStory[], head: SiteHead): View[] {
  return stories.map((story) => teaserView(story, head, { level: 3, lazy: true }));
}
