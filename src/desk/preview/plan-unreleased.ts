// The pages of articles that are not live, at the addresses they would have: for a preview alone. Each says what it is.
import { stateAt } from "../../article/state.ts";
import { imagesOf } from "../../body/body-links.ts";
import type { Index } from "../../index/open-index.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { selectFiles } from "../../index/select-files.ts";
import type { QueryNode } from "../../query/query.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import { renderHtmlPage } from "../../render/html/html-page.ts";
import type { ImageSize } from "../../render/image-size.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Site } from "../../render/site/site.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { isReadable, readEntry } from "../find/read-entries.ts";
import { storyOf } from "../story/story-of.ts";
import { unreadable } from "../unreadable.ts";
import { ownImage } from "../site/make/image-sizes.ts";
import { pageFileOf } from "../site/plan/page-file.ts";
import { keyOf } from "../site/plan/key-of.ts";
import { imageFile } from "../site/plan/plan-site.ts";
import type { SiteContext } from "../site/plan/site-context.ts";
import type { FileAt } from "./site-files.ts";

export interface Unreleased {
  /** Their pages, and the images of those made so far: a browser asks for them after the page. */
  readonly fileAt: FileAt;
  readonly links: readonly PreviewLink[];
}

const NOT_LIVE: QueryNode = { kind: "not", node: { kind: "state", state: "live" } };

/** A page for each readable article that is not live, newest change first; of two at one address for the first. */
export function planUnreleased(desk: Desk, index: Index, { site, frameKey }: SiteContext): Unreleased {
  const pages = new Map<string, PlannedFile>();
  const links: PreviewLink[] = [];
  const images = new Map<string, PlannedFile>();
  const found = selectFiles(index, NOT_LIVE, { at: desk.now, sort: [], limit: 0 });
  for (const { path, hash, head } of found.files) {
    if (head === undefined || stateAt(head, desk.now) === "live") continue;
    const href = addressOf(desk, head);
    links.push({ headline: head.headline, href, state: stateAt(head, desk.now) });
    const file = pageFileOf(desk.settings, href);
    if (pages.has(file)) continue;
    pages.set(file, {
      path: file,
      rank: RANKS.page,
      key: keyOf(frameKey, hash, stateAt(head, desk.now)),
      source: path,
      content: () => renderUnreleased(desk, path, { site, images }),
    });
  }
  return { fileAt: (path) => pages.get(path) ?? images.get(path), links };
}

/** By first publication; where there was none, by the desk's instant. */
function addressOf(desk: Desk, head: NonNullable<IndexedFile["head"]>): string {
  const published = head.published ?? { epochMs: desk.now, written: "" };
  return permalinkOf(desk.settings, { ...head, published }) ?? "/";
}

interface Showing {
  readonly site: Site;
  readonly images: Map<string, PlannedFile>;
}

function renderUnreleased(desk: Desk, path: string, { site, images }: Showing): string {
  const entry = readEntry(desk, path);
  if (!isReadable(entry)) throw unreadable(entry);
  const story = storyOf(desk, entry);
  const { image } = entry.article;
  const imageSizes = new Map<string, ImageSize>();
  for (const src of [...(image === undefined ? [] : [image.src]), ...imagesOf(story.body)]) {
    const own = ownImage(desk, src);
    if (own === undefined) continue;
    if (own.size !== undefined) imageSizes.set(src, own.size);
    images.set(own.path, imageFile(own));
  }
  return renderHtmlPage({ ...story, imageSizes }, site);
}
