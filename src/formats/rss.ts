// RSS 2.0 with the modules readers use: content, dc, media, atom:link (rssboard.org/rss-specification and its Best
// Practices Profile). One feed as one string.
import { escapeHtml } from "../base/escape-html.ts";
import { cleanEntry, cleanHead } from "./clean-entry.ts";
import { rfc822 } from "./feed-date.ts";
import type { FeedEntry, FeedHead, FeedImage } from "./feed-entry.ts";
import { latestChange, liveEntries } from "./live-rows.ts";
import { element, textElement, xmlDocument, xmlText, type XmlAttributes } from "./xml.ts";

const NAMESPACES: XmlAttributes = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** The newest live entries at `at` (epoch milliseconds), at most `head.limit`. The same input gives the same bytes. */
export function printRss(head: FeedHead, entries: Iterable<FeedEntry>, at: number): string {
  const live = liveEntries(entries, at).slice(0, head.limit).map(cleanEntry);
  return xmlDocument(element("rss", NAMESPACES, [channel(cleanHead(head), live)]));
}

function channel(head: FeedHead, entries: readonly FeedEntry[]): string {
  const { home, self, language, timezone, hubs } = head;
  return element("channel", {}, [
    titleElement(head.title),
    textElement("link", home),
    textElement("description", head.title),
    textElement("language", language),
    entries.length === 0 ? "" : textElement("lastBuildDate", rfc822(latestChange(entries), timezone)),
    element("atom:link", { rel: "self", type: "application/rss+xml", href: self }),
    ...hubs.map((href) => element("atom:link", { rel: "hub", href })),
    ...entries.map((entry) => item(entry, head)),
  ]);
}

function item(entry: FeedEntry, { content, language, timezone }: FeedHead): string {
  const { published, updated } = entry;
  return element("item", {}, [
    titleElement(entry.title),
    textElement("link", entry.url),
    textElement("guid", entry.id, { isPermaLink: "false" }),
    textElement("pubDate", rfc822(published.epochMs, timezone)),
    updated > published.epochMs ? textElement("dcterms:modified", modified(updated)) : "",
    ...entry.authors.map(({ name }) => textElement("dc:creator", name)),
    ...entry.categories.map((category) => textElement("category", category)),
    entry.language === language ? "" : textElement("dc:language", entry.language),
    // Readers take a description for HTML, so that its text is escaped twice; it stands before the content.
    textElement("description", escapeHtml(entry.summary)),
    content === "full" ? textElement("content:encoded", entry.html) : "",
    entry.image === undefined ? "" : enclosure(entry.image),
    entry.image === undefined ? "" : media(entry.image),
  ]);
}

/** W3CDTF in UTC. */
function modified(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** The one way to write `<` and `&` in a title that every reader shows as typed: hexadecimal references. */
function titleElement(title: string): string {
  const text = xmlText(title).replaceAll("&amp;", "&#x26;").replaceAll("&lt;", "&#x3C;");
  return element("title", {}, text);
}

function enclosure({ url, mimeType, length }: FeedImage): string {
  return length === undefined || length === 0 ? "" : element("enclosure", { url, length, type: mimeType });
}

function media({ url, mimeType, length, width, height, alt, credit }: FeedImage): string {
  return element("media:content", { url, fileSize: length, type: mimeType, medium: "image", width, height }, [
    textElement("media:description", alt, { type: "plain" }),
    textElement("media:credit", credit),
  ]);
}
