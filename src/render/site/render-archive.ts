// The overview of the archive: the months in which something was published, by year.
import { safeHref } from "../safe-url.ts";
import type { View } from "../theme/view.ts";
import { monthName } from "./month-name.ts";
import { listProperties } from "./open-graph.ts";
import { renderPage } from "./render-page.ts";
import { siteLabelsFor } from "./site-labels.ts";
import type { Archive, ArchiveMonth, Site } from "./site.ts";
import { breadcrumbList } from "./structured-data.ts";

/** The page that leads to every month. */
export function renderArchivePage({ href, breadcrumb, months }: Archive, site: Site): string {
  const { head } = site;
  const title = siteLabelsFor(head.language).archive;
  return renderPage(
    {
      kind: "archive",
      template: "archive",
      title,
      language: head.language,
      canonical: href,
      breadcrumb,
      properties: listProperties({ title, href }, head),
      data: [breadcrumbList([...breadcrumb, { name: title, href }], href)],
      view: { archive: { heading: title, years: yearsView(months, head.language) } },
    },
    site,
  );
}

function yearsView(months: readonly ArchiveMonth[], language: string): View[] {
  const years = new Map<number, View[]>();
  for (const { year, month, href, count } of months) {
    const view = { name: monthName({ month }, language), href: safeHref(href) ?? "", count };
    years.set(year, [...(years.get(year) ?? []), view]);
  }
  return [...years].map(([year, its]) => ({ year, months: its }));
}
