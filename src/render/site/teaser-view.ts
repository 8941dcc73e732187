// A story in a list as a view: in its own language, with the day it was published and one short byline.
import { formatDate } from "../../base/format-date.ts";
import { writeInstant } from "../../base/zone.ts";
import { linkView, sizeView } from "../article-view.ts";
import { directionOf } from "../direction.ts";
import { labelsFor } from "../labels/labels.ts";
import { safeHref, safeImageSrc } from "../safe-url.ts";
import type { View, ViewValue } from "../theme/view.ts";
import type { ListedStory, PageOfList, SiteHead } from "./site.ts";

/** Where in the page a teaser stands. */
export interface TeaserPlace {
  /** Of its headline, so that no level is skipped. */
  readonly level: 2 | 3;
  /** Whether its image may be loaded late: not at the top of a page. */
  readonly lazy: boolean;
}

/** The view of one story in a list of `head`'s site. */
export function teaserView(story: ListedStory, head: SiteHead, { level, lazy }: TeaserPlace): View {
  const { headline, href, language, summary = "", published } = story;
  return {
    headline,
    href: safeHref(href) ?? "",
    language,
    dir: directionOf(language),
    summary,
    level,
    lazy,
    label: labelView(story, head),
    byline: bylineOf(story),
    day: formatDate(published, { timezone: head.timezone, language }),
    datetime: writeInstant(published, head.timezone),
    image: imageView(story),
  };
}

/** The kicker in the story's language, else its section in the site's. */
function labelView({ kicker = "", section, language }: ListedStory, head: SiteHead): ViewValue {
  if (kicker !== "") return { text: kicker, href: "", language: "", dir: "" };
  if (section === undefined) return "";
  const { name: text, ...link } = linkView(section);
  const isOwn = language === head.language;
  const own = isOwn
    ? { language: "", dir: "" }
    : { language: head.language, dir: directionOf(head.language) };
  return { text: text ?? "", ...link, ...own };
}

function bylineOf({ authors, language }: ListedStory): string {
  const { and, comma } = labelsFor(language);
  const rest = authors.slice(0, -1).join(comma);
  return rest === "" ? authors.join("") : `${rest}${and}${authors.at(-1)}`;
}

function imageView({ image }: ListedStory): ViewValue {
  const src = image === undefined ? undefined : safeImageSrc(image.src);
  return src === undefined ? "" : { src, alt: image?.alt ?? "", size: sizeView(image?.size) };
}

/** The way through a list's pages; nothing where there is only one. */
export function pagesView(pages: PageOfList | undefined): ViewValue {
  if (pages === undefined || pages.count < 2) return "";
  const { number, count, newer = "", older = "" } = pages;
  return {
    position: `${number} / ${count}`,
    newer: safeHref(newer) ?? "",
    older: safeHref(older) ?? "",
  };
}
