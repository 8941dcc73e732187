// A row of the site as a story in a list, as its file has it: what the index says of an article never goes out unread.
import { isLive } from "../../../article/state.ts";
import { RecentMap } from "../../../base/recent-map.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { ListedImage } from "../../../render/site/site.ts";
import type { Desk } from "../../desk.ts";
import { permalinkOf } from "../../permalink.ts";
import { entryReader, isReadable, type Entry } from "../../find/read-entries.ts";
import { imageSizeOf, imageStampOf } from "../make/image-sizes.ts";
import type { FoundStory } from "./found-story.ts";
import { siteAddress } from "./page-file.ts";
import { headOf } from "../make/row-head.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** What stories are looked up with. */
type Looking = Pick<SiteContext, "desk" | "index" | "isBelieving" | "shown">;

/** Stories kept between the pages of one plan: half a kilobyte each. */
const KEPT = 10_000;

interface Reading {
  readonly stories: RecentMap<SiteRow, { readonly story: FoundStory | undefined }>;
  /** Stories of one list lie in few folders. */
  readonly read: (path: string) => Entry;
}

const readings = new WeakMap<Looking, Reading>();

function readingFor(context: Looking): Reading {
  const known = readings.get(context) ?? { stories: new RecentMap(KEPT), read: entryReader(context.desk) };
  readings.set(context, known);
  return known;
}

/** The stories of these rows that their files say are live, in order. */
export function listedStories(context: Looking, rows: readonly SiteRow[]): FoundStory[] {
  return rows.map((row) => listedStory(context, row)).filter((story) => story !== undefined);
}

/**
 * The story of one row; undefined where its file says that it is not live. Reads the file, but for a plan that believes
 * the index, and where it was read when the site was made last. Throws what headOf throws.
 */
export function listedStory(context: Looking, row: SiteRow): FoundStory | undefined {
  const { stories } = readingFor(context);
  const known = stories.get(row);
  if (known !== undefined) return known.story;
  const { desk, index, isBelieving } = context;
  const story = isBelieving ? storyOfHead(desk, headOf(index, row)) : fileStory(context, row);
  stories.set(row, { story });
  return story;
}

function fileStory(context: Looking, row: SiteRow): FoundStory | undefined {
  const { desk, shown } = context;
  const known = shown?.get(row);
  if (known !== undefined) return known;
  const entry = readingFor(context).read(row.path);
  const read = readStory(desk, entry);
  // With texts of its own: each that was read is a piece of the file's, which it would keep in memory, 8 KB for half of one.
  const story = read === undefined ? undefined : structuredClone(read);
  if (story !== undefined && entry.file?.hash === row.hash) shown?.put(row, story);
  return story;
}

function readStory(desk: Desk, entry: Entry): FoundStory | undefined {
  if (!isReadable(entry) || !isLive(entry.article, desk.now)) return undefined;
  return storyOfHead(desk, entry.article);
}

function storyOfHead(desk: Desk, head: ArticleHead): FoundStory {
  const { slug, headline, language, kicker, summary, authors, published, section } = head;
  const image = listedImage(desk, head.image);
  return {
    slug,
    headline,
    href: permalinkOf(desk.settings, head) ?? "",
    isElsewhere: head.source !== undefined,
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

/** Changes with all that a list shows of a story, the bytes of its image included. */
export function shownKey({ desk }: SiteContext, { storyKey, more }: SiteRow): string {
  return more?.image === undefined ? storyKey : `${storyKey} ${imageStampOf(desk, more.image)}`;
}
