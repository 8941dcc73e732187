// Where the links and images of a story lead, vetted by safe-url.ts; every renderer asks here.
import { articleSlug } from "../body/body-links.ts";
import { safeHref, safeImageSrc } from "./safe-url.ts";
import type { Story } from "./story.ts";

/** Where a link of the story leads: an `article:` link to its target, any other through the allow-list; undefined = text. */
export function resolveHref(href: string, story: Story): string | undefined {
  const slug = articleSlug(href);
  const target = slug === undefined ? href : story.links.get(slug)?.href;
  return target === undefined ? undefined : safeHref(target);
}

/** Where an image of the story lies; a path inside the newsroom is put behind `story.imagesAt`. */
export function resolveImage(src: string, { imagesAt = "" }: Story): string | undefined {
  return safeImageSrc(isPathInside(src) ? imagesAt + src : src);
}

/** True for a path as the newsroom's own images have, `images/chip.jpg`; false for an address, and for what begins at the site's root. */
export function isPathInside(src: string): boolean {
  return src !== "" && !/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(src);
}

/**
 * The absolute address a link of the story leads to, for mail, terminals and exports, where there is no page to be relative
 * to; relative all the same where the site's own is unknown; undefined = plain text.
 */
export function absoluteHref(href: string, story: Story): string | undefined {
  const address = resolveHref(href, story);
  const base = story.permalink ?? story.newsroom.url;
  if (address === undefined || base === undefined || !URL.canParse(address, base)) return address;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : new URL(address, base).href;
}
