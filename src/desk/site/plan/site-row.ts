// One article of a site as lists, neighbours and keys go by it. Small, because a plan holds one of each article to its end:
// the head of an article is asked of the index, or read from its file, when something is made of it.
import type { Settings } from "../../../article/settings.ts";
import { slugFrom } from "../../../article/slug.ts";
import { wallTimeAt } from "../../../base/zone.ts";
import { updatedAt } from "../../../formats/live-rows.ts";
import { namesOf, type ArticleHead } from "../../../index/file-row.ts";
import type { PublishedFile } from "../../../index/published-files.ts";
import type { Desk } from "../../desk.ts";
import { permalinkOf } from "../../permalink.ts";
import { keyOf } from "./key-of.ts";
import { namesIn } from "./names-in.ts";
import { pageFileOf } from "./page-file.ts";

/** Instants are epoch milliseconds. */
export interface SiteRow {
  /** Its file, relative to the root. */
  readonly path: string;
  /** Of its file. */
  readonly hash: string;
  /** Its page in the site. */
  readonly file: string;
  readonly published: number;
  /** The last change a reader should notice. */
  readonly updated: number;
  readonly language: string;
  readonly section?: string | undefined;
  /** What it is listed in. */
  readonly lists: readonly ListName[];
  /** The names in its headline (names-in.ts). */
  readonly names: readonly string[];
  /** Changes with the names it answers to. */
  readonly callKey: string;
  /** Changes with all that a list shows of it but its image's bytes, and with nothing else: not with its text. */
  readonly storyKey: string;
  /** Changes with what a page shows of it that points at it. */
  readonly teaserKey: string;
  /** What fewer articles have. */
  readonly more?: RareParts | undefined;
}

/** Rows newest first; ties go by path. An array is one. */
export interface RowList extends Iterable<SiteRow> {
  readonly length: number;
  slice(start: number, end: number): readonly SiteRow[];
}

/** A list in which rows are found by when they were published, in epoch milliseconds. */
export interface DatedRows extends RowList {
  /** How many were published later. */
  later(moment: number): number;
  /** So many that were published later, the last before the moment, and one more of those published then or before. */
  around(moment: number, reach: number): readonly SiteRow[];
}

/** A list, by the last step of its address: a section's path, the slug of a name or tag, `2026/11`. */
export interface ListName {
  readonly kind: "section" | "author" | "tag" | "month";
  readonly step: string;
  /** As the article has it. */
  readonly name: string;
}

export interface RareParts {
  /** Where an embargo held it: when readers were to have it. */
  readonly due?: number;
  /** Its slug, where it has no id, and so is in no feed. */
  readonly withoutId?: string;
  /** Its lead image, and those in its body, as the file has them. */
  readonly image?: string;
  readonly images?: readonly string[];
  /** The names it pins, and those it links to. */
  readonly related?: readonly string[];
  readonly linked?: readonly string[];
  readonly translationOf?: string;
  /** Where its page was under former slugs. */
  readonly moves?: readonly Move[];
  /** When its corrections were made, in their order. */
  readonly corrections?: readonly number[];
}

/** Absolute addresses. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Texts and lists that many rows name: each is held once. */
export interface Pool {
  readonly texts: Map<string, string>;
  readonly lists: Map<string, ListName>;
}

export function newPool(): Pool {
  return { texts: new Map(), lists: new Map() };
}

/** What of a file of the index a row is made from. */
export type RowSource = Pick<PublishedFile, "path" | "hash" | "head" | "refs">;

/** The row of one file, live or not; undefined where it has no page to be at. 20 us. */
export function siteRow({ settings, now }: Desk, file: RowSource, pool: Pool): SiteRow | undefined {
  const { path, hash, head } = file;
  const url = head === undefined ? undefined : permalinkOf(settings, head);
  if (head?.published === undefined || url === undefined) return undefined;
  const more = rareParts(settings, file, { head, url });
  return {
    path,
    hash,
    file: pageFileOf(settings, url),
    published: head.published.epochMs,
    updated: updatedAt(head, now),
    language: pooled(pool, head.language),
    ...(head.section === undefined ? {} : { section: pooled(pool, head.section) }),
    lists: listsOf(settings, head, pool),
    names: namesIn(head.headline).map((name) => pooled(pool, name)),
    callKey: keyOf(namesOf(head)),
    storyKey: storyKey(url, head),
    teaserKey: keyOf(head.slug, head.headline, url),
    ...(Object.keys(more).length === 0 ? {} : { more }),
  };
}

/** The same text, held once. */
function pooled({ texts }: Pool, text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

/** The list of this name, held and its step made once. */
function pooledList({ lists }: Pool, kind: ListName["kind"], name: string, make: () => ListName): ListName {
  const key = `${kind} ${name}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list = make();
  lists.set(key, list);
  return list;
}

function storyKey(url: string, head: ArticleHead): string {
  const { headline, language, kicker, summary, authors, published, section, image } = head;
  const names = authors.map(({ name }) => name);
  const picture = image === undefined ? null : [image.src, image.alt];
  return keyOf(url, headline, language, kicker, summary, names, published?.epochMs, section, picture);
}

/** A section lists the stories of those below it, too. A name without a letter or number has no address, and so no list. */
function listsOf(
  settings: Settings,
  { section, authors, tags, published }: ArticleHead,
  pool: Pool,
): ListName[] {
  const steps = section?.split("/") ?? [];
  const sections = steps.map((_, at) => steps.slice(0, at + 1).join("/"));
  const slugged = (kind: "author" | "tag", name: string): ListName =>
    pooledList(pool, kind, name, () => ({ kind, step: slugFrom(name), name }));
  const month = monthOf(published?.epochMs ?? 0, settings);
  const lists = [
    ...sections.map((step) =>
      pooledList(pool, "section", step, () => ({
        kind: "section",
        step,
        name: settings.sections.get(step)?.name ?? step,
      })),
    ),
    ...authors.map(({ name }) => slugged("author", name)),
    ...tags.map((tag) => slugged("tag", tag)),
    pooledList(pool, "month", month, () => ({ kind: "month", step: month, name: "" })),
  ];
  return lists.filter(({ step }) => step !== "");
}

/** `2026/11`, in the newsroom's zone. */
function monthOf(published: number, { timezone }: Settings): string {
  const { year, month } = wallTimeAt(published, timezone);
  return `${String(year).padStart(4, "0")}/${String(month).padStart(2, "0")}`;
}

function rareParts(
  settings: Settings,
  { refs }: RowSource,
  { head, url }: { readonly head: ArticleHead; readonly url: string },
): RareParts {
  const { id, slug, image, related, translationOf, corrections, embargo, published } = head;
  const moves = movesTo(url, settings, head);
  return {
    ...(embargo === undefined ? {} : { due: dueAt(published?.epochMs ?? 0, head) }),
    ...(id === undefined ? { withoutId: slug } : {}),
    ...(image === undefined ? {} : { image: image.src }),
    ...((refs?.images.length ?? 0) === 0 ? {} : { images: refs?.images ?? [] }),
    ...(related.length === 0 ? {} : { related }),
    ...((refs?.articles.length ?? 0) === 0 ? {} : { linked: refs?.articles ?? [] }),
    ...(translationOf === undefined ? {} : { translationOf }),
    ...(moves.length === 0 ? {} : { moves }),
    ...(corrections.length === 0 ? {} : { corrections: corrections.map(({ at }) => at.epochMs) }),
  };
}

function movesTo(to: string, settings: Settings, head: ArticleHead): Move[] {
  return head.formerSlugs.flatMap((slug) => {
    const from = permalinkOf(settings, { ...head, slug });
    return from === undefined || from === to ? [] : [{ from, to }];
  });
}

/** When readers were to have it. Embargo and first publication both hold it back. */
export function dueAt(published: number, { embargo }: ArticleHead): number {
  return Math.max(published, embargo === undefined || embargo === "open" ? 0 : embargo.epochMs);
}

/** The images that its page shows, as the file has them, its lead image first. */
export function imagesOf({ more }: SiteRow): readonly string[] {
  return more === undefined
    ? []
    : [...(more.image === undefined ? [] : [more.image]), ...(more.images ?? [])];
}

/** The names of articles that its page shows: pinned ones first. */
export function namedBy({ more }: SiteRow): readonly string[] {
  return more === undefined ? [] : [...(more.related ?? []), ...(more.linked ?? [])];
}

/** The slugs of those that are in no feed, because their files have no id. */
export function slugsWithoutId(rows: readonly SiteRow[]): string[] {
  return rows.flatMap(({ more }) => more?.withoutId ?? []);
}
