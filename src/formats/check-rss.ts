// Our RSS by its specification, the Best Practices Profile, and what validators miss: an enclosure of length 0, a
// lastBuildDate older than an item, line breaks in titles.
import {
  addressFaults,
  lineFaults,
  mailDateFaults,
  repeatFaults,
  syndicatedHtmlFaults,
} from "./check-values.ts";
import { childrenOf, textOf, type XmlElement } from "./read-xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";

/** What is wrong with the root element of an RSS feed that is to lie at `self`. */
export function rssFaults(root: XmlElement, self: string): string[] {
  const [channel] = childrenOf(root, "channel");
  if (root.name !== "rss" || root.attributes["version"] !== "2.0" || channel === undefined)
    return ["this is no RSS 2.0 feed"];
  const items = childrenOf(channel, "item");
  const links = childrenOf(channel, "link", ATOM).filter(({ attributes }) => attributes["rel"] === "self");
  return [
    ...lineFaults("the channel's title", textOf(channel, "title")),
    ...lineFaults("the channel's description", textOf(channel, "description")),
    ...addressFaults("the channel's link", textOf(channel, "link")),
    ...(links.length === 1 && links[0]?.attributes["href"] === self
      ? []
      : [`the feed does not link itself at ${self}`]),
    ...buildDateFaults(channel, items),
    ...repeatFaults(
      "guid",
      items.map((item) => textOf(item, "guid") ?? ""),
    ),
    ...orderFaults(items),
    ...items.flatMap(itemFaults),
  ];
}

function buildDateFaults(channel: XmlElement, items: readonly XmlElement[]): string[] {
  if (items.length === 0) return [];
  const built = textOf(channel, "lastBuildDate");
  const newest = items.map(publishedAt).reduce((latest, date) => Math.max(latest, date));
  const isOlder = built !== undefined && Date.parse(built) < newest;
  return [
    ...mailDateFaults("lastBuildDate", built),
    ...(isOlder ? ["lastBuildDate is older than an item"] : []),
  ];
}

function publishedAt(item: XmlElement): number {
  return Date.parse(textOf(item, "pubDate") ?? "");
}

function orderFaults(items: readonly XmlElement[]): string[] {
  const dates = items.map(publishedAt);
  return dates.some((date, index) => date > (dates[index - 1] ?? Infinity))
    ? ["the items are not newest first"]
    : [];
}

function itemFaults(item: XmlElement): string[] {
  const what = textOf(item, "guid") ?? "an item";
  const [guid] = childrenOf(item, "guid");
  const names = item.children.map(({ name }) => name);
  const content = textOf(item, "encoded", CONTENT);
  return [
    ...lineFaults(`the title of ${what}`, textOf(item, "title")),
    ...addressFaults(`the link of ${what}`, textOf(item, "link")),
    ...lineFaults(`the guid of ${what}`, guid?.text),
    ...(guid?.attributes["isPermaLink"] === "false" ? [] : [`the guid of ${what} passes for an address`]),
    ...mailDateFaults(`the pubDate of ${what}`, textOf(item, "pubDate")),
    ...(names.includes("author") ? [`${what} has an author, which is an e-mail address`] : []),
    ...(names.indexOf("encoded") !== -1 && names.indexOf("encoded") < names.indexOf("description")
      ? [`the content of ${what} stands before its description`]
      : []),
    ...childrenOf(item, "enclosure").flatMap((enclosure) => enclosureFaults(what, enclosure)),
    ...(content === undefined ? [] : syndicatedHtmlFaults(`the content of ${what}`, content)),
  ];
}

function enclosureFaults(what: string, { attributes }: XmlElement): string[] {
  const { url, length = "", type = "" } = attributes;
  return [
    ...addressFaults(`the enclosure of ${what}`, url),
    ...(/^[1-9]\d*$/.test(length) ? [] : [`the enclosure of ${what} has no length`]),
    ...(/^[a-z]+\/[a-z0-9.+-]+$/.test(type) ? [] : [`the enclosure of ${what} has no type`]),
  ];
}
