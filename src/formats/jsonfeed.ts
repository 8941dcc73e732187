// JSON Feed 1.1 (jsonfeed.org/version/1.1): the same entries as RSS and Atom, for readers that would rather parse JSON.
import { writeInstant } from "../base/zone.ts";
import { cleanEntry, cleanHead } from "./clean-entry.ts";
import type { FeedEntry, FeedHead } from "./feed-entry.ts";
import { liveEntries } from "./live-rows.ts";

/** The newest live entries at `at` (epoch milliseconds), at most `head.limit`, indented, ended by a line break. */
export function printJsonFeed(head: FeedHead, entries: Iterable<FeedEntry>, at: number): string {
  const live = liveEntries(entries, at).slice(0, head.limit).map(cleanEntry);
  const { title, publisher, language, home, self, hubs } = cleanHead(head);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self,
    authors: [{ name: publisher, url: home }],
    language,
    hubs: hubs.length === 0 ? undefined : hubs.map((url) => ({ type: "WebSub", url })),
    items: live.map((entry) => itemOf(entry, head)),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}

function itemOf(entry: FeedEntry, { content, language, timezone }: FeedHead): object {
  const { authors, categories, image, published, updated } = entry;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    ...(content === "full" && entry.html !== ""
      ? { content_html: entry.html }
      : { content_text: entry.summary || entry.title }),
    summary: entry.summary === "" ? undefined : entry.summary,
    image: image?.url,
    date_published: writeInstant(published.epochMs, timezone),
    date_modified: updated > published.epochMs ? writeInstant(updated, timezone) : undefined,
    authors: authors.length === 0 ? undefined : authors.map(({ name, url }) => ({ name, url })),
    tags: categories.length === 0 ? undefined : categories,
    language: entry.language === language ? undefined : entry.language,
  };
}
