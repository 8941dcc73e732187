// The same entries out of RSS, Atom and JSON Feed, by readers that are not ours.
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { XmlElement, parseXml } from "@rgrove/parse-xml";

/** What a reader knows of an entry, in whichever format it came. */
export interface ReadEntry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: number;
  readonly updated: number;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly html: string | undefined;
}

/** Every element of that name, in document order, as @rgrove/parse-xml reads it. Throws when the text is no XML. */
export function elementsOf(xml: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === name) found.push(element);
    for (const child of element.children) if (child instanceof XmlElement) visit(child);
  };
  const { root } = parseXml(xml);
  if (root !== null) visit(root);
  return found;
}

/** The text of the children of that name. */
export function textsOf(element: XmlElement, name: string): string[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .filter((child) => child.name === name)
    .map(({ text }) => text);
}

export function readRss(xml: string): ReadEntry[] {
  return elementsOf(xml, "item").map((item) => {
    const [published = ""] = textsOf(item, "pubDate");
    return {
      id: textsOf(item, "guid")[0],
      title: textsOf(item, "title")[0],
      link: textsOf(item, "link")[0],
      published: Date.parse(published),
      updated: Date.parse(textsOf(item, "dcterms:modified")[0] ?? published),
      authors: textsOf(item, "dc:creator"),
      categories: textsOf(item, "category"),
      html: textsOf(item, "content:encoded")[0],
    };
  });
}

export function readAtom(xml: string): ReadEntry[] {
  return elementsOf(xml, "entry").map((entry) => {
    const children = entry.children.filter((child) => child instanceof XmlElement);
    const named = (name: string): XmlElement[] => children.filter((child) => child.name === name);
    return {
      id: textsOf(entry, "id")[0],
      title: textsOf(entry, "title")[0],
      link: named("link").find(({ attributes }) => attributes["rel"] === "alternate")?.attributes["href"],
      published: Date.parse(textsOf(entry, "published")[0] ?? ""),
      updated: Date.parse(textsOf(entry, "updated")[0] ?? ""),
      authors: named("author").flatMap((author) => textsOf(author, "name")),
      categories: named("category").map(({ attributes }) => attributes["term"] ?? ""),
      html: textsOf(entry, "content")[0],
    };
  });
}

interface JsonItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date_published: string;
  readonly date_modified?: string;
  readonly authors?: readonly { readonly name: string }[];
  readonly tags?: readonly string[];
  readonly content_html?: string;
}

export function readJsonFeed(json: string): ReadEntry[] {
  const { items }: { readonly items: readonly JsonItem[] } = JSON.parse(json);
  return items.map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url,
    published: Date.parse(item.date_published),
    updated: Date.parse(item.date_modified ?? item.date_published),
    authors: (item.authors ?? []).map(({ name }) => name),
    categories: item.tags ?? [],
    html: item.content_html,
  }));
}

/** Titles and ids as the feed reader library feedsmith has them. */
export function readWithFeedsmith(format: "rss" | "atom", xml: string): (readonly [unknown, unknown])[] {
  if (format === "rss")
    return (parseRssFeed(xml).items ?? []).map(({ guid, title }) => [guid?.value, title] as const);
  return (parseAtomFeed(xml).entries ?? []).map(({ id, title }) => [id, title?.value] as const);
}
