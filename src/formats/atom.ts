// Atom (RFC 4287), with the links of archived feeds (RFC 5005) and a tombstone for every killed story (RFC 6721).
// One document as one string; feed-plan.ts says which entries stand in which document.
import { writeInstant } from "../base/zone.ts";
import { cleanEntry, cleanHead } from "./clean-entry.ts";
import type { FeedAuthor, FeedEntry, FeedHead, FeedRow } from "./feed-entry.ts";
import { latestChange, liveEntries, wasPublic } from "./live-rows.ts";
import { element, textElement, xmlDocument, type XmlAttributes } from "./xml.ts";

/** Where a document stands in its chain. */
export interface AtomChain {
  /** This document's own address, where it is an archive; then `head.self` is the current document. */
  readonly archive?: string;
  /** The address of the archive document before this one. */
  readonly previous?: string;
  /** Rows of killed articles; only those that were public get a tombstone. */
  readonly killed?: Iterable<FeedRow>;
}

/**
 * The live ones of `entries` at `at` (epoch milliseconds), newest publication first; feed-plan.ts has chosen them, so
 * that `head.limit` cuts nothing here. The same input gives the same bytes.
 */
export function printAtom(
  head: FeedHead,
  entries: Iterable<FeedEntry>,
  at: number,
  chain: AtomChain = {},
): string {
  const live = liveEntries(entries, at).map(cleanEntry);
  const killed = tombstoneRows(chain.killed ?? [], at).slice(0, head.limit);
  const feed = { head: cleanHead(head), entries: live, killed, chain };
  return xmlDocument(element("feed", namespaces(feed), feedContent(feed)));
}

interface AtomFeed {
  readonly head: FeedHead;
  readonly entries: readonly FeedEntry[];
  readonly killed: readonly (FeedRow & { readonly id: string })[];
  readonly chain: AtomChain;
}

function namespaces({ head, chain, killed }: AtomFeed): XmlAttributes {
  return {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:at": killed.length === 0 ? undefined : "http://purl.org/atompub/tombstones/1.0",
    "xmlns:fh": chain.archive === undefined ? undefined : "http://purl.org/syndication/history/1.0",
    "xml:lang": head.language,
  };
}

function feedContent(feed: AtomFeed): string[] {
  const { head, entries, killed } = feed;
  return [
    textElement("id", head.self),
    textElement("title", head.title),
    textElement("updated", writeInstant(latestChange([...entries, ...killed]), head.timezone)),
    author({ name: head.publisher, url: head.home }),
    ...feedLinks(feed),
    ...killed.map((row) => tombstone(row, head.timezone)),
    ...entries.map((entry) => printEntry(entry, head)),
  ];
}

function feedLinks({ head, chain }: AtomFeed): string[] {
  const { archive, previous } = chain;
  return [
    element("link", { rel: "self", type: "application/atom+xml", href: archive ?? head.self }),
    element("link", { rel: "alternate", type: "text/html", href: head.home }),
    ...(archive === undefined ? head.hubs.map((href) => element("link", { rel: "hub", href })) : []),
    ...(archive === undefined
      ? []
      : [element("fh:archive", {}), element("link", { rel: "current", href: head.self })]),
    ...(previous === undefined ? [] : [element("link", { rel: "prev-archive", href: previous })]),
  ];
}

function printEntry(entry: FeedEntry, { content, language, timezone }: FeedHead): string {
  const { image } = entry;
  return element("entry", { "xml:lang": entry.language === language ? undefined : entry.language }, [
    textElement("id", entry.id),
    textElement("title", entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    ...entry.related.map(({ url, title }) => element("link", { rel: "related", href: url, title })),
    image === undefined
      ? ""
      : element("link", { rel: "enclosure", type: image.mimeType, length: image.length, href: image.url }),
    textElement("published", writeInstant(entry.published.epochMs, timezone)),
    textElement("updated", writeInstant(entry.updated, timezone)),
    ...entry.authors.map(author),
    ...entry.categories.map((term) => element("category", { term })),
    textElement("summary", entry.summary),
    content === "full" ? textElement("content", entry.html, { type: "html" }) : "",
  ]);
}

function author({ name, url, email }: FeedAuthor): string {
  return element("author", {}, [
    textElement("name", name),
    textElement("uri", url),
    textElement("email", email),
  ]);
}

function tombstoneRows(rows: Iterable<FeedRow>, at: number): (FeedRow & { readonly id: string })[] {
  const killed = [...rows]
    .filter((row) => wasPublic(row, at))
    .flatMap((row) => (row.id === undefined ? [] : [{ ...row, id: row.id }]))
    .sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1));
  const ids = new Set<string>();
  return killed.filter(({ id }) => !ids.has(id) && ids.add(id));
}

function tombstone({ id, updated }: FeedRow, timezone: string): string {
  return element("at:deleted-entry", { ref: id, when: writeInstant(updated, timezone) });
}
