// The page of one article, from its file and what was looked up for it: here, or in a thread that has nothing else.
import type { Article } from "../../../article/article.ts";
import type { Settings } from "../../../article/settings.ts";
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
import { isReadable, readEntry, type ArticleEntry } from "../../find/read-entries.ts";
import { ownImage } from "./image-sizes.ts";
import { siteAddress } from "../plan/page-file.ts";

/** What of a desk a page needs: plain data. */
export type PageDesk = Pick<Desk, "root" | "settings" | "limits" | "now">;

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
  desk: PageDesk,
  site: Site,
  parts: PageParts,
  find: (named: string, entry: ArticleEntry) => RelatedStory | undefined,
): string {
  const entry = readEntry(desk, parts.path);
  if (!isReadable(entry) || !isLive(entry.article, desk.now)) throw changedMeanwhile(parts.path);
  if (parts.believed !== undefined && headText(entry.article) !== parts.believed)
    throw changedMeanwhile(parts.path);
  const story = makeStory(desk, entry.article, { find: (named) => find(named, entry) });
  const related = [...story.related, ...parts.related];
  const topics = topicsOf(desk.settings, entry.article);
  const imageSizes = sizesIn(desk, entry, story);
  return renderHtmlPage({ ...story, related, topics, versions: parts.versions, imageSizes }, site);
}

/** The tag of a live article has a list, unless no address can be made of it. */
function topicsOf(settings: Settings, { tags }: Article): Crumb[] {
  return tags.map((tag) => {
    const slug = slugFrom(tag);
    return slug === "" ? { name: tag } : { name: tag, href: siteAddress(settings, "tags", slug) };
  });
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
