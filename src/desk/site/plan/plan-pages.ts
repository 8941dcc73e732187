// The pages of articles: one for each live one, made from its file, and what it shows of others.
import { isLive } from "../../../article/state.ts";
import { RecentMap } from "../../../base/recent-map.ts";
import { filesNamed, nameKey, type NamedFile } from "../../../index/names.ts";
import { readingTogether } from "../../../index/open-index.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import type { RelatedStory } from "../../../render/story.ts";
import { entryAmong } from "../../find/find-linked.ts";
import { relatedStory } from "../../story/make-story.ts";
import { isReadable, readEntry } from "../../find/read-entries.ts";
import { imageStampOf } from "../make/image-sizes.ts";
import { keyOf } from "./key-of.ts";
import { makePage, pageMaking, type PageMaking, type PageParts } from "../make/make-page.ts";
import type { SiteJob } from "../make/make-file.ts";
import { relatedBeside } from "./page-related.ts";
import { versionsKey, versionsOf } from "./page-versions.ts";
import { listedStory } from "./read-listed.ts";
import { headOf, headTextOf } from "../make/row-head.ts";
import type { SiteContext } from "./site-context.ts";
import { imagesOf, namedBy, type SiteRow } from "./site-row.ts";

/** One page for each live article. Its key holds the article, and of each story it points at what it shows. */
export function* planPages(
  context: SiteContext,
  rows: Iterable<SiteRow> = context.live,
): Generator<PlannedFile, void, undefined> {
  const plan = pagePlanner(context);
  for (const row of rows) yield plan(row);
}

/** Plans one page after the other. */
export function pagePlanner(context: SiteContext): (row: SiteRow) => PlannedFile {
  const pages: Pages = {
    context,
    making: pageMaking(context.desk, context.site),
    keys: new RecentMap(KEYS_KEPT),
  };
  return (row) => new PlannedPage(row, pages);
}

interface Pages {
  readonly context: SiteContext;
  readonly making: PageMaking;
  /** The keys of pages that are being made: all of them would be 100 bytes a page, to the end of a publish. */
  readonly keys: RecentMap<SiteRow, string>;
}

/** More than are on their way to threads at once (make-threads.ts). */
const KEYS_KEPT = 500;

/**
 * A page of the plan; a class, because functions of its own for each page would be as much memory as all the rest of a plan.
 * Its key is found when it is asked for: of a whole new site that is when threads are making pages.
 */
class PlannedPage implements PlannedFile {
  readonly #row: SiteRow;
  readonly #pages: Pages;

  constructor(row: SiteRow, pages: Pages) {
    this.#row = row;
    this.#pages = pages;
  }

  get rank(): number {
    return RANKS.page;
  }

  get path(): string {
    return this.#row.file;
  }

  get source(): string {
    return this.#row.path;
  }

  get key(): string {
    const { context, keys } = this.#pages;
    const known = keys.get(this.#row);
    if (known !== undefined) return known;
    const key = pageKey(context, this.#row);
    keys.set(this.#row, key);
    return key;
  }

  content(): string {
    const { context, making } = this.#pages;
    return readingTogether(context.index, () => {
      this.#findKey();
      return renderPage(context, making, this.#row);
    });
  }

  job(): SiteJob {
    this.#findKey();
    return pageJob(this.#pages.context, this.#row);
  }

  /** While the index is being read for the page anyway. */
  #findKey(): void {
    void this.key;
  }
}

/** Changes with everything the page, or a feed's entry of the article, is made of. */
export function pageKey(context: SiteContext, row: SiteRow): string {
  const pointed = namedBy(row).map((name) => shownOf(context, name));
  const beside = neighbours(context, row).map(({ teaserKey }) => teaserKey);
  const images = imagesOf(row).map((src) => imageStampOf(context.desk, src));
  return keyOf(context.frameKey, row.hash, pointed, beside, images, versionsKey(context, row));
}

/** What a page shows of an article it names: nothing of one that is not live. */
function shownOf(context: SiteContext, name: string): readonly string[] {
  const { byPath } = context;
  return called(context, name).files.flatMap(({ path, kind }) => {
    const row = byPath.get(path);
    return row === undefined ? [] : [kind, row.teaserKey];
  });
}

interface Called {
  readonly key: string;
  readonly files: readonly NamedFile[];
}

/** Names kept for as long as a page is asked for its key and then for itself. */
const NAMES_KEPT = 100;

/** By the plan, not by its index: a preview's index is brought up to the files, and who answers to a name is another then. */
const recentNames = new WeakMap<SiteContext, RecentMap<string, Called>>();

/** The files that answer to a name. */
function called(context: SiteContext, name: string): Called {
  const names = recentNames.get(context) ?? new RecentMap<string, Called>(NAMES_KEPT);
  recentNames.set(context, names);
  const known = names.get(name);
  if (known !== undefined) return known;
  const key = nameKey(name);
  const found = { key, files: filesNamed(context.index, key) };
  names.set(name, found);
  return found;
}

/** The computed related stories of a page. Asked for its key and for the page itself: looked for once. */
export function neighbours(context: SiteContext, row: SiteRow): readonly SiteRow[] {
  const known = context.beside.get(row) ?? context.recall(row) ?? relatedBeside(context, row);
  context.beside.set(row, known);
  return known;
}

function renderPage(context: SiteContext, making: PageMaking, row: SiteRow): string {
  return makePage(making, partsOf(context, row), (named) => liveNamed(context, named));
}

function partsOf(context: SiteContext, row: SiteRow): PageParts {
  return {
    path: row.path,
    believed: context.isBelieving ? headTextOf(context.index, row) : undefined,
    related: relatedStories(context, row),
    versions: versionsOf(context, row),
  };
}

/** The same as data for a thread, with all that the index says the article names. */
function pageJob(context: SiteContext, row: SiteRow): SiteJob {
  const named = [...new Set(namedBy(row))].flatMap((name): [string, RelatedStory][] => {
    const story = liveNamed(context, name);
    return story === undefined ? [] : [[name, story]];
  });
  return { kind: "page", hash: row.hash, parts: partsOf(context, row), named: new Map(named) };
}

/** The live article of a name, as its file has it, or as the index is believed to have it. */
export function liveNamed(context: SiteContext, name: string): RelatedStory | undefined {
  const { desk, index, byPath, isBelieving } = context;
  const { key, files } = called(context, name);
  const entry = entryAmong(files, key, {
    mayBeMeant: (path) => byPath.has(path),
    read(path) {
      const row = isBelieving ? byPath.get(path) : undefined;
      if (row !== undefined) return { article: headOf(index, row) };
      const read = readEntry(desk, path);
      return isReadable(read) ? { article: read.article } : undefined;
    },
  });
  return entry === undefined || !isLive(entry.article, desk.now)
    ? undefined
    : relatedStory(desk.settings, entry.article);
}

function relatedStories(context: SiteContext, row: SiteRow): RelatedStory[] {
  return neighbours(context, row).flatMap((other) => {
    const story = listedStory(context, other);
    if (story === undefined) return [];
    const { slug, headline, href } = story;
    return [{ slug, headline, href }];
  });
}
