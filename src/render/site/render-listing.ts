// The page of a section, an author, a tag or a month: a heading and its stories, newest first as the caller gives them.
import { linksView } from "../article-view.ts";
import type { View } from "../theme/view.ts";
import { listProperties } from "./open-graph.ts";
import { renderPage } from "./render-page.ts";
import { siteLabelsFor } from "./site-labels.ts";
import type { Listing, Site, SiteHead } from "./site.ts";
import { breadcrumbList } from "./structured-data.ts";
import { pagesView, teaserView } from "./teaser-view.ts";

/** How many images of a list are on the first screen. */
const AT_ONCE = 2;

/** One page of the list. */
export function renderListingPage(listing: Listing, site: Site): string {
  const { kind, title, summary, href, breadcrumb, feeds, pages } = listing;
  const { head } = site;
  return renderPage(
    {
      kind,
      template: "listing",
      title: pages === undefined || pages.number < 2 ? title : `${title} (${pages.number})`,
      language: head.language,
      description: summary,
      canonical: href,
      breadcrumb,
      properties: listProperties({ title, summary, href }, head),
      data: [breadcrumbList([...breadcrumb, { name: title, href }], href)],
      feeds,
      pages,
      view: { listing: listingView(listing, head), pages: pagesView(pages) },
    },
    site,
  );
}

function listingView({ kind, title, summary = "", links, stories }: Listing, head: SiteHead): View {
  const { author, topic, archive } = siteLabelsFor(head.language);
  const what = { section: "", author, tag: topic, month: archive }[kind];
  return {
    kind,
    what,
    heading: title,
    summary,
    below: linksView(links),
    stories: stories.map((story, index) => teaserView(story, head, { level: 2, lazy: index >= AT_ONCE })),
  };
}
