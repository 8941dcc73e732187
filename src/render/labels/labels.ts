// The fixed words of a page, mail or terminal view, in the languages newsrooms ask for first.
// Chosen by the article's language; English where the language is not in the table.
import type { Labels } from "./label-set.ts";
import { EASTERN_LABELS } from "./labels-east.ts";
import { WESTERN_LABELS } from "./labels-west.ts";

const ENGLISH: Labels = {
  by: "By ",
  and: " and ",
  comma: ", ",
  published: "Published {date}",
  updated: "Updated {date}",
  corrections: "Corrections",
  related: "Related",
  footnotes: "Footnotes",
  footnote: "Footnote",
  backToText: "Back to the text",
  links: "Links",
  words: "{count} words",
  source: "First published at {name}",
  credit: "Photo:",
  image: "Image",
  table: "Table",
  breadcrumb: "Breadcrumb",
  states: {
    draft: "Draft",
    review: "In review",
    ready: "Ready to publish",
    embargoed: "Embargoed until {date}",
    scheduled: "Scheduled for {date}",
    expired: "Expired on {date}",
    withdrawn: "Withdrawn",
    killed: "Killed: do not use",
  },
  openEmbargo: "Embargoed until further notice",
};

const LABELS: Readonly<Record<string, Labels>> = { en: ENGLISH, ...WESTERN_LABELS, ...EASTERN_LABELS };

/** The words for a BCP 47 language, by its primary subtag: `pt-BR` is Portuguese, `sv` is English. */
export function labelsFor(language: string): Labels {
  const primary = language.split("-")[0]?.toLowerCase() ?? "";
  return (Object.hasOwn(LABELS, primary) ? LABELS[primary] : undefined) ?? ENGLISH;
}
