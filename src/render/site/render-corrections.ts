// The page of corrections: what was put right in any story, by day, so that nobody has to look for it.
import { formatDate } from "../../base/format-date.ts";
import { writeInstant } from "../../base/zone.ts";
import { directionOf } from "../direction.ts";
import { labelsFor } from "../labels/labels.ts";
import { safeHref } from "../safe-url.ts";
import type { View } from "../theme/view.ts";
import { listProperties } from "./open-graph.ts";
import { renderPage } from "./render-page.ts";
import type { CorrectionsPage, ListedCorrection, Site, SiteHead } from "./site.ts";
import { breadcrumbList } from "./structured-data.ts";
import { pagesView } from "./teaser-view.ts";

/** One page of all corrections. */
export function renderCorrectionsPage(
  { href, breadcrumb, corrections, pages }: CorrectionsPage,
  site: Site,
): string {
  const { head } = site;
  const title = labelsFor(head.language).corrections;
  return renderPage(
    {
      kind: "corrections",
      template: "corrections",
      title,
      language: head.language,
      canonical: href,
      breadcrumb,
      properties: listProperties({ title, href }, head),
      data: [breadcrumbList([...breadcrumb, { name: title, href }], href)],
      pages,
      view: { corrections: { heading: title, days: daysView(corrections, head) }, pages: pagesView(pages) },
    },
    site,
  );
}

/** A day is the newsroom's; its `datetime` the date alone. */
function daysView(corrections: readonly ListedCorrection[], head: SiteHead): View[] {
  const days = new Map<string, ListedCorrection[]>();
  for (const correction of corrections) {
    const day = writeInstant(correction.at, head.timezone).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), correction]);
  }
  return [...days].map(([datetime, list]) => ({
    datetime,
    day: formatDate(list[0]?.at ?? 0, head),
    list: list.map(correctionView),
  }));
}

function correctionView({ text, headline, href, language }: ListedCorrection): View {
  return { text, headline, href: safeHref(href) ?? "", language, dir: directionOf(language) };
}
