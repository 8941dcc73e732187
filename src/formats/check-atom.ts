// Our Atom by RFC 4287 and RFC 5005, and what validators miss: published after updated, a feed older than an entry,
// an archive without its mark or its way back to the current document.
import {
  addressFaults,
  instantFaults,
  lineFaults,
  repeatFaults,
  syndicatedHtmlFaults,
} from "./check-values.ts";
import { childrenOf, textOf, type XmlElement } from "./read-xml.ts";

const HISTORY = "http://purl.org/syndication/history/1.0";
const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

/** What is wrong with the root element of an Atom document that is to lie at `self`. */
export function atomFaults(root: XmlElement, self: string): string[] {
  if (root.name !== "feed" || root.namespace !== "http://www.w3.org/2005/Atom")
    return ["this is no Atom feed"];
  const entries = childrenOf(root, "entry");
  const ids = entries.map((entry) => textOf(entry, "id") ?? "");
  return [
    ...addressFaults("the feed's id", textOf(root, "id")),
    ...lineFaults("the feed's title", textOf(root, "title")),
    ...lineFaults("the feed's author", childrenOf(root, "author")[0]?.children[0]?.text),
    ...updatedFaults(root, entries),
    ...(linkOf(root, "self") === self ? [] : [`the feed does not link itself at ${self}`]),
    ...chainFaults(root),
    ...repeatFaults("the id", [...ids, ...childrenOf(root, "deleted-entry", TOMBSTONES).map(refOf)]),
    ...entries.flatMap(entryFaults),
  ];
}

function refOf({ attributes }: XmlElement): string {
  return attributes["ref"] ?? "";
}

/** The address of the one link with that relation; undefined for none or several. */
function linkOf(element: XmlElement, relation: string): string | undefined {
  const links = childrenOf(element, "link").filter(({ attributes }) => attributes["rel"] === relation);
  return links.length === 1 ? links[0]?.attributes["href"] : undefined;
}

function updatedFaults(root: XmlElement, entries: readonly XmlElement[]): string[] {
  const updated = textOf(root, "updated");
  const dates = entries.map((entry) => Date.parse(textOf(entry, "updated") ?? ""));
  const newest = dates.reduce((latest, date) => Math.max(latest, date), 0);
  const isOlder = Date.parse(updated ?? "") < newest;
  return [
    ...instantFaults("the feed's updated", updated),
    ...(isOlder ? ["the feed is older than an entry"] : []),
  ];
}

function chainFaults(root: XmlElement): string[] {
  const isArchive = childrenOf(root, "archive", HISTORY).length > 0;
  const current = linkOf(root, "current");
  const previous = childrenOf(root, "link").filter(({ attributes }) => attributes["rel"] === "prev-archive");
  return [
    ...(isArchive === (current !== undefined)
      ? []
      : ["an archive needs fh:archive and one link to the current feed"]),
    ...(isArchive && current !== textOf(root, "id") ? ["the archive's current feed is another feed"] : []),
    ...previous.flatMap(({ attributes }) => addressFaults("prev-archive", attributes["href"])),
    ...(previous.length > 1 ? ["two links to the archive before this one"] : []),
  ];
}

function entryFaults(entry: XmlElement): string[] {
  const what = textOf(entry, "id") ?? "an entry";
  const [published, updated] = [textOf(entry, "published"), textOf(entry, "updated")];
  const [content] = childrenOf(entry, "content");
  return [
    ...(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(what)
      ? []
      : [`the id ${what} is no urn:uuid`]),
    ...lineFaults(`the title of ${what}`, textOf(entry, "title")),
    ...addressFaults(`the link of ${what}`, linkOf(entry, "alternate")),
    ...instantFaults(`the published of ${what}`, published),
    ...instantFaults(`the updated of ${what}`, updated),
    ...(Date.parse(published ?? "") > Date.parse(updated ?? "")
      ? [`${what} is updated before it is published`]
      : []),
    ...(content === undefined ? [] : contentFaults(what, content)),
  ];
}

function contentFaults(what: string, { attributes, text }: XmlElement): string[] {
  const isHtml = attributes["type"] === "html";
  const faults = syndicatedHtmlFaults(`the content of ${what}`, text);
  return isHtml ? faults : [`the content of ${what} is not of type html`, ...faults];
}
