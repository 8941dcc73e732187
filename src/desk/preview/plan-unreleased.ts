// The pages of articles that are not live, at the addresses they would have: for a preview alone. Each says what it is.
import { stateAt } from "../../article/state.ts";
import { imagesOf } from "../../body/body-links.ts";
import type { Index } from "../../index/open-index.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { selectFiles } from "../../index/select-files.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import { renderHtmlPage } from "../../render/html/html-page.ts";
import type { ImageSize } from "../../render/image-size.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Site } from "../../render/site/site.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { isReadable, readEntry } from "../find/read-entries.ts";
import { storyOf } from "../story/story-of.ts";
import { unreadable } from "../unreadable.ts";
import { ownImage, type OwnImage } from "../site/make/image-sizes.ts";
import { pageFileOf } from "../site/plan/page-file.ts";
import { keyOf } from "../site/plan/key-of.ts";
import { siteContext } from "../site/plan/site-context.ts";
import { storiesOf } from "../site/plan/stories.ts";
import type { SiteRows } from "../site/plan/site-rows.ts";

export interface Unreleased {
  readonly files: readonly PlannedFile[];
  readonly links: readonly PreviewLink[];
  /** The images of the pages made so far, by path: a browser asks for them after the page. */
  readonly images: ReadonlyMap<string, PlannedFile>;
}

/** A page for each readable article that is not live, newest change first. */
export function planUnreleased(
  desk: Desk,
  index: Index,
  { rows, theme }: { readonly rows: SiteRows; readonly theme: Theme },
): Unreleased {
  const { live, gone } = rows;
  const { site, frameKey } = siteContext(desk, index, { stories: storiesOf(index, live), gone, theme });
  const files: PlannedFile[] = [];
  const links: PreviewLink[] = [];
  const images = new Map<string, PlannedFile>();
  const all = selectFiles(index, { kind: "all" }, { at: desk.now, sort: [], limit: 0 });
  for (const { path, hash, head } of all.files) {
    if (head === undefined || stateAt(head, desk.now) === "live") continue;
    const href = addressOf(desk, head);
    files.push({
      path: pageFileOf(desk.settings, href),
      rank: RANKS.page,
      key: keyOf(frameKey, hash, stateAt(head, desk.now)),
      source: path,
      content: () => renderUnreleased(desk, path, { site, images }),
    });
    links.push({ headline: head.headline, href, state: stateAt(head, desk.now) });
  }
  return { files, links, images };
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

function imageFile({ path, stamp }: OwnImage): PlannedFile {
  return { path, rank: RANKS.asset, key: stamp, content: () => ({ copyOf: path }) };
}
