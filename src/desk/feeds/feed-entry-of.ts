// An article as feeds and sitemaps have it: a row for planning, and the whole entry for the document it stands in.
import type { Author } from "../../article/article.ts";
import type { Settings } from "../../article/settings.ts";
import { inlineText } from "../../body/plain-text.ts";
import type { Body } from "../../body/blocks.ts";
import type { FeedAuthor, FeedEntry, FeedImage, FeedRow } from "../../formats/feed-entry.ts";
import { absoluteUrl, feedHtml } from "../../formats/feed-html.ts";
import { updatedAt } from "../../formats/live-rows.ts";
import { resolveImage } from "../../render/resolve-address.ts";
import { safeHref } from "../../render/safe-url.ts";
import type { Story } from "../../render/story.ts";
import { sizeOfFile } from "../../newsroom/read/size-of-file.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import type { ArticleEntry } from "../find/read-entries.ts";
import { storyOf } from "../story/story-of.ts";

/** A row that knows its file, so that the entry can be made of it later. */
export interface FiledRow extends FeedRow {
  /** Relative to the root, with `/`. */
  readonly path: string;
}

/** The row of an article; undefined before `published` is set, and where the newsroom has no `url`. Reads no body. */
export function feedRowOf(
  { settings, now }: Desk,
  { path, head }: { readonly path: string; readonly head: ArticleHead },
): FiledRow | undefined {
  const { id, status, published, embargo, expires, headline, language } = head;
  const permalink = permalinkOf(settings, head);
  if (published === undefined || permalink === undefined) return undefined;
  return {
    path,
    ...(id === undefined ? {} : { id: `urn:uuid:${id.toLowerCase()}` }),
    url: new URL(permalink).href,
    title: headline,
    language,
    updated: updatedAt(head, now),
    status,
    published,
    ...(embargo === undefined ? {} : { embargo }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** The entry at the desk's instant; undefined where there is no row, or no id. Reads what the article links to. */
export function feedEntryOf(desk: Desk, entry: ArticleEntry): FeedEntry | undefined {
  const row = feedRowOf(desk, { path: entry.path, head: entry.article });
  if (row?.id === undefined) return undefined;
  const story = storyOf(desk, entry);
  const { authors, summary } = entry.article;
  const image = imageOf(desk, story);
  return {
    ...row,
    id: row.id,
    summary: summary ?? firstParagraph(story.body),
    html: feedHtml(story),
    authors: authors.map((author) => authorOf(author, row.url)),
    categories: categoriesOf(desk.settings, entry),
    ...(image === undefined ? {} : { image }),
    related: story.related.flatMap(({ headline, href }) => {
      const url = absoluteUrl(href, row.url);
      return url === undefined ? [] : [{ url, title: headline }];
    }),
  };
}

function firstParagraph({ blocks }: Body): string {
  const first = blocks.find((block) => block.type === "paragraph");
  return first === undefined ? "" : inlineText(first.children);
}

function authorOf({ name, email, url }: Author, base: string): FeedAuthor {
  const address = url === undefined ? undefined : absoluteUrl(safeHref(url), base);
  const isMail = email !== undefined && /^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email);
  return {
    name,
    ...(isMail ? { email } : {}),
    ...(address?.startsWith("http") === true ? { url: address } : {}),
  };
}

function categoriesOf({ sections }: Settings, { article }: ArticleEntry): string[] {
  const { section, tags } = article;
  const name = section === undefined ? undefined : (sections.get(section)?.name ?? section);
  return [...(name === undefined ? [] : [name]), ...tags];
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** The lead image where its name says what it is; with its length where it is a file of the newsroom. */
function imageOf({ root }: Desk, story: Story): FeedImage | undefined {
  const { image } = story.article;
  if (image === undefined) return undefined;
  const url = absoluteUrl(resolveImage(image.src, story), story.permalink ?? "");
  const mimeType = IMAGE_TYPES[/\.([a-z]+)(?:[?#]|$)/i.exec(image.src)?.[1]?.toLowerCase() ?? ""];
  if (url === undefined || mimeType === undefined) return undefined;
  const length = /^[a-z][a-z0-9+.-]*:|^\//i.test(image.src) ? undefined : sizeOfFile(root, image.src);
  return {
    url,
    mimeType,
    ...(length === undefined ? {} : { length }),
    ...(image.alt === undefined ? {} : { alt: image.alt }),
    ...(image.credit === undefined ? {} : { credit: image.credit }),
  };
}
