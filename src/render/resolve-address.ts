// A link's address as it must be written where there is no page to be relative to: in mail, terminals and exports.
import { resolveHref } from "./html/html-dialect.ts";
import type { Story } from "./story.ts";

/** The absolute address a link of the story leads to, relative where the site's own is unknown; undefined = plain text. */
export function absoluteHref(href: string, story: Story): string | undefined {
  const address = resolveHref(href, story);
  const base = story.permalink ?? story.newsroom.url;
  if (address === undefined || base === undefined || !URL.canParse(address, base)) return address;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : new URL(address, base).href;
}
