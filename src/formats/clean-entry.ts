// The last look at an entry before any feed prints it, so that RSS, Atom and JSON Feed say the same to the letter.
import { dropIllegalCharacters } from "../base/escape-html.ts";
import { joinLines } from "../base/join-lines.ts";
import type { FeedEntry, FeedHead } from "./feed-entry.ts";

/** The entry with every text on one line and without characters that XML forbids; HTML keeps its line breaks. */
export function cleanEntry(entry: FeedEntry): FeedEntry {
  const { image } = entry;
  return {
    ...entry,
    title: oneLine(entry.title) || entry.url,
    summary: oneLine(entry.summary),
    html: dropIllegalCharacters(entry.html),
    authors: entry.authors
      .map((author) => ({ ...author, name: oneLine(author.name) }))
      .filter(({ name }) => name !== ""),
    categories: [...new Set(entry.categories.map(oneLine))].filter((category) => category !== ""),
    related: entry.related.map(({ url, title }) => ({ url, title: oneLine(title) })),
    ...(image === undefined ? {} : { image: cleanImage(image) }),
  };
}

function cleanImage({
  alt,
  credit,
  ...image
}: NonNullable<FeedEntry["image"]>): NonNullable<FeedEntry["image"]> {
  return {
    ...image,
    ...(alt === undefined ? {} : { alt: oneLine(alt) }),
    ...(credit === undefined ? {} : { credit: oneLine(credit) }),
  };
}

/** The head with its texts on one line. */
export function cleanHead(head: FeedHead): FeedHead {
  return { ...head, title: oneLine(head.title) || head.self, publisher: oneLine(head.publisher) };
}

/** Plain text without line breaks and forbidden characters, blanks in a row as one. */
export function oneLine(text: string): string {
  return joinLines(dropIllegalCharacters(joinLines(text)));
}
