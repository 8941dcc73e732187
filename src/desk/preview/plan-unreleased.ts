// The pages of articles that are not live, at the addresses they would have: for a preview alone. Each says what it is.
import { stateAt } from "../../article/state.ts";
import { once } from "../../base/once.ts";
import { StetError } from "../../base/stet-error.ts";
import { imagesOf } from "../../body/body-links.ts";
import type { Index } from "../../index/open-index.ts";
import { refsOf } from "../../index/published-files.ts";
import type { IndexedFile } from "../../index/read-rows.ts";
import { selectFiles } from "../../index/select-files.ts";
import type { QueryNode } from "../../query/query.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import { renderHtmlPage } from "../../render/html/html-page.ts";
import type { ImageSize } from "../../render/image-size.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Desk } from "../desk.ts";
import { permalinkOf } from "../permalink.ts";
import { isReadable, readEntry } from "../find/read-entries.ts";
import { makeStory } from "../story/make-story.ts";
import { unreadable } from "../unreadable.ts";
import { imagePath, imageSizeOf } from "../site/make/image-sizes.ts";
import { pageFileOf } from "../site/plan/page-file.ts";
import { keyOf } from "../site/plan/key-of.ts";
import { liveNamed } from "../site/plan/plan-pages.ts";
import type { SiteContext } from "../site/plan/site-context.ts";
import { imagesAmong, type FileAt } from "./site-files.ts";

export interface Unreleased {
  /** Their pages and the images of these. */
  readonly fileAt: FileAt;
  readonly links: readonly PreviewLink[];
}

const NOT_LIVE: QueryNode = { kind: "not", node: { kind: "state", state: "live" } };

/** A page for each readable article that is not live, newest change first; of two at one address for the first. */
export function planUnreleased(desk: Desk, index: Index, context: SiteContext): Unreleased {
  const pages = new Map<string, PlannedFile>();
  const links: PreviewLink[] = [];
  const shown: Drafted[] = [];
  const found = selectFiles(index, NOT_LIVE, { at: desk.now, sort: [], limit: 0 });
  for (const { path, head } of found.files) {
    if (head === undefined || stateAt(head, desk.now) === "live") continue;
    const href = addressOf(desk, head);
    links.push({ headline: head.headline, href, state: stateAt(head, desk.now) });
    const file = pageFileOf(desk.settings, href);
    if (pages.has(file)) continue;
    pages.set(file, pageOf(context, path, file));
    shown.push({ path, head });
  }
  const images = imagesAmong(desk, () => shown.flatMap((each) => imagesNamed(index, each)));
  const imageAt: FileAt = (path) => (imagePath(path) === undefined ? undefined : images(path));
  return { fileAt: (path) => pages.get(path) ?? imageAt(path), links };
}

interface Drafted extends Pick<IndexedFile, "path"> {
  readonly head: NonNullable<IndexedFile["head"]>;
}

function imagesNamed(index: Index, { path, head: { image } }: Drafted): readonly string[] {
  return [...(image === undefined ? [] : [image.src]), ...(refsOf(index, path)?.images ?? [])];
}

/** By first publication; where there was none, by the desk's instant. */
function addressOf(desk: Desk, head: Drafted["head"]): string {
  const published = head.published ?? { epochMs: desk.now, written: "" };
  return permalinkOf(desk.settings, { ...head, published }) ?? "/";
}

/** Made for its key already: that changes with all that the page shows of others. */
function pageOf(context: SiteContext, source: string, path: string): PlannedFile {
  const content = once(() => renderUnreleased(context, source));
  return {
    path,
    rank: RANKS.page,
    get key() {
      return keyOf(context.frameKey, textOrFailure(content));
    },
    source,
    content,
  };
}

function textOrFailure(make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof StetError) return error.message;
    throw error;
  }
}

function renderUnreleased(context: SiteContext, path: string): string {
  const { desk, site } = context;
  const entry = readEntry(desk, path);
  if (!isReadable(entry)) throw unreadable(entry);
  const story = makeStory(desk, entry.article, { find: (named) => liveNamed(context, named) });
  const { image } = entry.article;
  const imageSizes = new Map<string, ImageSize>();
  for (const src of [...(image === undefined ? [] : [image.src]), ...imagesOf(story.body)]) {
    const size = imageSizeOf(desk, src);
    if (size !== undefined) imageSizes.set(src, size);
  }
  return renderHtmlPage({ ...story, imageSizes }, site);
}
