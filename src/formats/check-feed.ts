// The gate before a generated document may replace the old one: well-formed, by its specification, and by the rules
// that no public validator knows. What is wrong here is a mistake of stet's, not of an article's.
import type { Problem } from "../base/problem.ts";
import { dropIllegalCharacters } from "../base/escape-html.ts";
import { atomFaults } from "./check-atom.ts";
import { jsonFeedFaults } from "./check-json-feed.ts";
import { opmlFaults } from "./check-opml.ts";
import { rssFaults } from "./check-rss.ts";
import { sitemapFaults } from "./check-sitemap.ts";
import { readXml, type XmlElement } from "./read-xml.ts";

/** `sitemap` is a urlset, a news sitemap or an index. */
export type DocumentFormat = "rss" | "atom" | "jsonfeed" | "sitemap" | "opml";

/** Where a document stands. */
export interface DocumentFrame {
  /** Its own address. */
  readonly self: string;
  /** The site's front page. */
  readonly home: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * What is wrong with the text of a generated document, each fault a Problem without a place in the file. None means
 * that it may be published. A megabyte of feed takes about 20 ms.
 */
export function checkFeed(format: DocumentFormat, text: string, frame: DocumentFrame): Problem[] {
  const faults = [...characterFaults(text), ...formatFaults(format, text, frame)];
  return faults.map((message): Problem => ({ severity: "error", code: "schema", message }));
}

function characterFaults(text: string): string[] {
  return dropIllegalCharacters(text) === text ? [] : ["a character that XML forbids or readers choke on"];
}

function formatFaults(format: DocumentFormat, text: string, frame: DocumentFrame): string[] {
  if (format === "jsonfeed") return jsonFeedFaults(text, frame.self);
  const reading = readXml(text);
  return reading.ok ? XML_CHECKS[format](reading.root, frame) : [`not well-formed: ${reading.fault}`];
}

const XML_CHECKS: Readonly<
  Record<Exclude<DocumentFormat, "jsonfeed">, (root: XmlElement, frame: DocumentFrame) => string[]>
> = {
  rss: (root, { self }) => rssFaults(root, self),
  atom: (root, { self }) => atomFaults(root, self),
  sitemap: sitemapFaults,
  opml: opmlFaults,
};
