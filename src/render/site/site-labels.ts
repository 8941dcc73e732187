// The fixed words of the pages around the stories, in the language of the site; English where it is not in the table.
import { EASTERN_SITE_LABELS } from "./site-labels-east.ts";
import type { SiteLabels } from "./site-label-set.ts";
import { WESTERN_SITE_LABELS } from "./site-labels-west.ts";

const ENGLISH: SiteLabels = {
  home: "Home",
  skip: "Skip to the content",
  sections: "Sections",
  latest: "Latest",
  newer: "Newer",
  older: "Older",
  pages: "Pages",
  archive: "Archive",
  author: "Author",
  topic: "Topic",
  topics: "Topics",
  feeds: "Feeds",
  versions: "Also in:",
  notFound: "Page not found",
  notFoundText: "There is nothing at this address. It may have been mistyped.",
  gone: "No longer available",
  goneText: "What stood here has been withdrawn.",
  moved: "This page has moved",
  toFront: "To the front page",
  nothingYet: "Nothing here yet.",
};

const LABELS: Readonly<Record<string, SiteLabels>> = {
  en: ENGLISH,
  ...WESTERN_SITE_LABELS,
  ...EASTERN_SITE_LABELS,
};

/** The words for a BCP 47 language, by its primary subtag. */
export function siteLabelsFor(language: string): SiteLabels {
  const primary = language.split("-")[0]?.toLowerCase() ?? "";
  return (Object.hasOwn(LABELS, primary) ? LABELS[primary] : undefined) ?? ENGLISH;
}
