// A row of the site as a story in a list, read from its file: what the index says of an article never goes out unread.
import { isLive } from "../../article/state.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import type { ListedImage, ListedStory } from "../../render/site/site.ts";
import type { Desk } from "../desk.ts";
import { isReadable, readEntry } from "../read-entries.ts";
import { imageSizeOf } from "./image-sizes.ts";
import { siteAddress } from "./page-file.ts";
import type { SiteRow } from "./site-rows.ts";

/** Stories kept between the pages of one run; the oldest go first. */
const KEPT = 20_000;

const known = new WeakMap<Desk, Map<string, ListedStory | undefined>>();

/** The stories of these rows that their files say are live, in order. Reads each file once in a run. */
export function listedStories(desk: Desk, rows: readonly SiteRow[]): ListedStory[] {
  return rows.map((row) => listedStory(desk, row)).filter((story) => story !== undefined);
}

/** The story of one row; undefined where its file says that it is not live. Costs nothing for a row that was read. */
export function listedStory(desk: Desk, row: SiteRow): ListedStory | undefined {
  if (row.isRead === true) return storyOfHead(desk, row.head, row.url);
  const stories = known.get(desk) ?? new Map<string, ListedStory | undefined>();
  known.set(desk, stories);
  if (stories.has(row.path)) return stories.get(row.path);
  const story = readStory(desk, row);
  stories.set(row.path, story);
  const oldest = stories.size > KEPT ? stories.keys().next() : undefined;
  if (oldest?.done === false) stories.delete(oldest.value);
  return story;
}

function readStory(desk: Desk, { path, url }: SiteRow): ListedStory | undefined {
  const entry = readEntry(desk, path);
  if (!isReadable(entry) || !isLive(entry.article, desk.now)) return undefined;
  return storyOfHead(desk, entry.article, url);
}

function storyOfHead(desk: Desk, head: ArticleHead, url: string): ListedStory {
  const { headline, language, kicker, summary, authors, published, section } = head;
  const image = listedImage(desk, head.image);
  return {
    headline,
    href: url,
    language,
    authors: authors.map(({ name }) => name),
    published: published?.epochMs ?? 0,
    ...(kicker === undefined ? {} : { kicker }),
    ...(summary === undefined ? {} : { summary }),
    ...(section === undefined ? {} : { section: sectionCrumb(desk, section) }),
    ...(image === undefined ? {} : { image }),
  };
}

function sectionCrumb({ settings }: Desk, path: string): { readonly name: string; readonly href: string } {
  return { name: settings.sections.get(path)?.name ?? path, href: siteAddress(settings, path) };
}

function listedImage(
  desk: Desk,
  image: { readonly src: string; readonly alt?: string } | undefined,
): ListedImage | undefined {
  if (image === undefined) return undefined;
  const size = imageSizeOf(desk, image.src);
  const isOwn = !/^[a-z][a-z0-9+.-]*:|^\//i.test(image.src);
  return {
    // Encoded where it is written, as on the article's page: what is written as %20 stays so.
    src: isOwn ? (desk.settings.url ?? "") + image.src : image.src,
    ...(image.alt === undefined ? {} : { alt: image.alt }),
    ...(size === undefined ? {} : { size }),
  };
}
