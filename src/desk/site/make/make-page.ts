// The page of one article, from its file and what was looked up for it: here, or in a thread that has nothing else.
import type { Article } from "../../../article/article.ts";
import { slugFrom } from "../../../article/slug.ts";
import { isLive } from "../../../article/state.ts";
import { StetError } from "../../../base/stet-error.ts";
import { imagesOf } from "../../../body/body-links.ts";
import { renderHtmlPage } from "../../../render/html/html-page.ts";
import type { ImageSize } from "../../../render/image-size.ts";
import type { Site } from "../../../render/site/site.ts";
import type { Crumb, RelatedStory, Story, Version } from "../../../render/story.ts";
import type { Desk } from "../../desk.ts";
import { makeStory } from "../../story/make-story.ts";
import { entryReader, isReadable, type ArticleEntry, type Entry } from "../../find/read-entries.ts";
import { ownImage } from "./image-sizes.ts";
import { siteAddress } from "../plan/page-file.ts";

/** What of a desk a page needs: plain data. */
export type PageDesk = Pick<Desk, "root" | "settings" | "limits" | "now">;

/** What the pages of one run are made with. */
export interface PageMaking {
  readonly desk: PageDesk;
  readonly site: Site;
  /** Reads an article's file. */
  readonly read: (path: string) => Entry;
  /** Tags shown so far, with their lists. */
  readonly topics: Map<string, Crumb>;
}

/** For pages that are all made at once. */
export function pageMaking(desk: PageDesk, site: Site): PageMaking {
  return { desk, site, read: entryReader(desk), topics: new Map() };
}

/** What is looked up for a page. */
export interface PageParts {
  /** The article's file. */
  readonly path: string;
  /** What the index believes of the article, where that is still to be borne out: as JSON. */
  readonly believed: string | undefined;
  /** The computed related stories; pinned ones go before. */
  readonly related: readonly RelatedStory[];
  readonly versions: readonly Version[];
}

function headText({ body: _1, notes: _2, ...head }: Article): string {
  return JSON.stringify(head);
}

/**
 * The page. `find` gives the live article of a name. Throws StetError conflict/stale-edit where the file is no longer
 * that of a live article, or not of the one that the index believes.
 */
export function makePage(
  making: PageMaking,
  parts: PageParts,
  find: (named: string, entry: ArticleEntry) => RelatedStory | undefined,
): string {
  const { desk, site, read } = making;
  const entry = read(parts.path);
  if (!isReadable(entry) || !isLive(entry.article, desk.now)) throw changedMeanwhile(parts.path);
  if (parts.believed !== undefined && headText(entry.article) !== parts.believed)
    throw changedMeanwhile(parts.path);
  const story = makeStory(desk, entry.article, { find: (named) => find(named, entry) });
  const related = [...story.related, ...parts.related];
  const topics = entry.article.tags.map((tag) => topicOf(making, tag));
  const imageSizes = sizesIn(desk, entry, story);
  return renderHtmlPage({ ...story, related, topics, versions: parts.versions, imageSizes }, site);
}

/** The tag of a live article has a list, unless no address can be made of it. */
function topicOf({ desk, topics }: PageMaking, tag: string): Crumb {
  const known = topics.get(tag);
  if (known !== undefined) return known;
  const slug = slugFrom(tag);
  const topic = slug === "" ? { name: tag } : { name: tag, href: siteAddress(desk.settings, "tags", slug) };
  topics.set(tag, topic);
  return topic;
}

/** The next run finds it as it is by then. */
export function changedMeanwhile(path: string): StetError {
  return new StetError("conflict", "stale-edit", `${path} changed while the site was made`, {
    where: { file: path },
    hint: "stet publish",
  });
}

function sizesIn(
  desk: Pick<Desk, "root">,
  { article }: ArticleEntry,
  { body }: Story,
): ReadonlyMap<string, ImageSize> {
  const sources = [...(article.image === undefined ? [] : [article.image.src]), ...imagesOf(body)];
  return new Map(
    sources.flatMap((src): [string, ImageSize][] => {
      const size = ownImage(desk, src)?.size;
      return size === undefined ? [] : [[src, size]];
    }),
  );
}
