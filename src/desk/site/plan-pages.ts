// The pages of articles: one for each live one, made from its file, and what it shows of others.
import { slugFrom, slugKey } from "../../article/slug.ts";
import { isLive } from "../../article/state.ts";
import { filesNamed } from "../../index/names.ts";
import { RANKS, type PlannedFile } from "../../publish/planned-file.ts";
import type { Crumb, RelatedStory, Version } from "../../render/story.ts";
import { entryNamed } from "../find-linked.ts";
import { relatedStory } from "../make-story.ts";
import { isReadable, readEntry } from "../read-entries.ts";
import { imageStampOf } from "./image-sizes.ts";
import { makePage, type PageParts } from "./make-page.ts";
import type { SiteJob } from "./make-file.ts";
import { relatedBeside } from "./page-related.ts";
import { siteAddress } from "./page-file.ts";
import { listedStory } from "./read-listed.ts";
import { keyOf, type SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-rows.ts";
import { versionsBeside } from "./versions.ts";

/** One page for each live article. Its key holds the article, and of each story it points at what it shows. */
export function* planPages(context: SiteContext): Generator<PlannedFile, void, undefined> {
  for (const row of context.rows.live) yield planPage(context, row);
}

/** The page of one live article. */
export function planPage(context: SiteContext, row: SiteRow): PlannedFile {
  return {
    path: row.file,
    rank: RANKS.page,
    key: pageKey(context, row),
    source: row.path,
    content: () => renderPage(context, row),
    job: () => pageJob(context, row),
  };
}

/** Changes with everything the page, or a feed's entry of the article, is made of. */
export function pageKey(context: SiteContext, row: SiteRow): string {
  const pointed = [...row.head.related, ...(row.refs?.articles ?? [])].map((name) => shownOf(context, name));
  const beside = neighbours(context, row).map(teaser);
  const versions = versionsBeside(context.versions, row).map(({ hash, url }) => [hash, url]);
  return keyOf(context.frameKey, row.hash, pointed, beside, imageStamps(context, row), versions);
}

/** What a page shows of an article it names: nothing of one that is not live. */
function shownOf({ index, byPath }: SiteContext, name: string): readonly string[] {
  const named = filesNamed(index, slugKey(name.replace(/^id:/, "")));
  return named.flatMap(({ path, kind }) => {
    const row = byPath.get(path);
    return row === undefined ? [] : [kind, ...teaser(row)];
  });
}

function teaser({ head, url }: SiteRow): readonly string[] {
  return [head.slug, head.headline, url];
}

const found = new WeakMap<SiteRow, readonly SiteRow[]>();

/** Says which they are, where that is known already. */
export function knowNeighbours(row: SiteRow, neighbouring: readonly SiteRow[]): void {
  found.set(row, neighbouring);
}

/** The computed related stories of a page. Asked for its key and for the page itself: looked for once. */
export function neighbours(context: SiteContext, row: SiteRow): readonly SiteRow[] {
  const known = found.get(row) ?? relatedBeside(context, row);
  found.set(row, known);
  return known;
}

function imageStamps({ desk }: SiteContext, { head, refs }: SiteRow): readonly unknown[] {
  const sources = [...(head.image === undefined ? [] : [head.image.src]), ...(refs?.images ?? [])];
  return sources.map((src) => imageStampOf(desk, src));
}

function renderPage(context: SiteContext, row: SiteRow): string {
  return makePage(context.desk, context.site, partsOf(context, row), (named) => liveNamed(context, named));
}

function partsOf(context: SiteContext, row: SiteRow): PageParts {
  return {
    path: row.path,
    believed: context.isBelieving ? JSON.stringify(row.head) : undefined,
    related: relatedStories(context, row),
    topics: topicsOf(context, row),
    versions: versionsOf(context, row),
  };
}

/** The same as data for a thread, with all that the index says the article names. */
function pageJob(context: SiteContext, row: SiteRow): SiteJob {
  const names = new Set([...row.head.related, ...(row.refs?.articles ?? [])]);
  const named = [...names].flatMap((name): [string, RelatedStory][] => {
    const story = liveNamed(context, name);
    return story === undefined ? [] : [[name, story]];
  });
  return { kind: "page", hash: row.hash, parts: partsOf(context, row), named: new Map(named) };
}

/** The live article of a name: of one that was read already, by what was read. */
function liveNamed({ desk, index, byPath }: SiteContext, name: string): RelatedStory | undefined {
  const entry = entryNamed(index, slugKey(name.replace(/^id:/, "")), (path) => {
    const row = byPath.get(path);
    if (row?.isRead === true) return { article: row.head };
    const read = readEntry(desk, path);
    return isReadable(read) ? { article: read.article } : undefined;
  });
  return entry === undefined || !isLive(entry.article, desk.now)
    ? undefined
    : relatedStory(desk.settings, entry.article);
}

function relatedStories(context: SiteContext, row: SiteRow): RelatedStory[] {
  return neighbours(context, row).flatMap((other) => {
    const { slug } = other.head;
    if (other.isRead === true) return [{ slug, headline: other.head.headline, href: other.url }];
    const listed = listedStory(context.desk, other);
    return listed === undefined ? [] : [{ slug, headline: listed.headline, href: listed.href }];
  });
}

/** Its language and address are read from its file, as everything that is shown. */
function versionsOf({ desk, versions }: SiteContext, row: SiteRow): Version[] {
  return versionsBeside(versions, row).flatMap((other) => {
    const listed = listedStory(desk, other);
    if (listed === undefined) return [];
    const { language, href } = listed;
    return [{ language, href, is: kinship(row, other), isElsewhere: other.head.source !== undefined }];
  });
}

function kinship(row: SiteRow, other: SiteRow): Version["is"] {
  if (other === row) return "itself";
  if (isNamed(other, row.head.translationOf)) return "original";
  return isNamed(row, other.head.translationOf) ? "translation" : "sibling";
}

function isNamed({ head }: SiteRow, name: string | undefined): boolean {
  if (name === undefined) return false;
  const key = slugKey(name.replace(/^id:/, ""));
  return [head.slug, ...head.formerSlugs, head.id ?? ""].some((each) => slugKey(each) === key);
}

/** The tag of a live article has a list, unless no address can be made of it. */
function topicsOf({ desk }: SiteContext, { head }: SiteRow): Crumb[] {
  return head.tags.map((tag) => {
    const slug = slugFrom(tag);
    return slug === "" ? { name: tag } : { name: tag, href: siteAddress(desk.settings, "tags", slug) };
  });
}
