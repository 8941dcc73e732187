// The Google News sitemap: what was published in the last two days, at most a thousand rows. It rolls off by the
// instant given, so it is written anew whenever a row leaves it.
import { writeInstant } from "../base/zone.ts";
import { oneLine } from "./clean-entry.ts";
import type { FeedHead, FeedRow } from "./feed-entry.ts";
import { liveRows } from "./live-rows.ts";
import { SITEMAP_NAMESPACE } from "./sitemap.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

export const NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9";
/** How long a row stays, in milliseconds. */
export const NEWS_WINDOW: number = 48 * 3_600_000;
/** The most rows. */
export const NEWS_ROWS = 1000;

/** The rows published in the 48 hours before `at` (epoch milliseconds), newest first. */
export function newsRows<Row extends FeedRow>(rows: Iterable<Row>, at: number): Row[] {
  return liveRows(rows, at)
    .filter(({ published }) => published.epochMs > at - NEWS_WINDOW)
    .slice(0, NEWS_ROWS);
}

/** The sitemap of `newsRows`. Dates are of first publication, languages as Google has them. */
export function printNewsSitemap(
  head: Pick<FeedHead, "publisher" | "timezone">,
  rows: Iterable<FeedRow>,
  at: number,
): string {
  const urls = newsRows(rows, at).map((row) => newsUrl(row, head));
  const namespaces = { xmlns: SITEMAP_NAMESPACE, "xmlns:news": NEWS_NAMESPACE };
  return xmlDocument(element("urlset", namespaces, urls));
}

function newsUrl(
  { url, title, language, published }: FeedRow,
  { publisher, timezone }: Pick<FeedHead, "publisher" | "timezone">,
): string {
  const publication = [
    textElement("news:name", oneLine(publisher)),
    textElement("news:language", newsLanguage(language)),
  ];
  const news = [
    element("news:publication", {}, publication),
    textElement("news:publication_date", writeInstant(published.epochMs, timezone)),
    textElement("news:title", oneLine(title)),
  ];
  return element("url", {}, [textElement("loc", url), element("news:news", {}, news)]);
}

/** Two or three letters; of Chinese alone also the script, by its older names. */
function newsLanguage(language: string): string {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  return subtags.some((tag) => ["hant", "tw", "hk", "mo"].includes(tag)) ? "zh-tw" : "zh-cn";
}
