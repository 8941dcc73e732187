// Live articles that claim one address: publish makes the page of none of them, so nothing that readers get names any of
// them, be it that a page stood there before.
import { slugKey } from "../article/slug.ts";
import { isLive } from "../article/state.ts";
import { foldCase } from "../base/fold-case.ts";
import type { Problem } from "../base/problem.ts";
import type { ArticleHead } from "../index/file-row.ts";
import { clashes, filesNamed } from "../index/names.ts";
import type { Index } from "../index/open-index.ts";
import { publishedFile, publishedFiles, type PublishedFile } from "../index/published-files.ts";
import type { IndexedFile } from "../index/read-rows.ts";
import { fileAt } from "../index/select-files.ts";
import { identityOf } from "../index/write-rows.ts";
import type { Desk } from "./desk.ts";
import { permalinkOf } from "./permalink.ts";
import { pageFileOf } from "./site/plan/page-file.ts";

/** A live article: its file, relative to the root, and that of its page in the site. */
export interface Placed {
  readonly path: string;
  readonly file: string;
}

/** By the path of each that claims a page with others: the paths of those. */
export type Contested = ReadonlyMap<string, readonly string[]>;

/** Those of all live articles of the index. 0.5 us an article; 5 us where other than slugs make the addresses. */
export function contestedIn(desk: Desk, index: Index): Contested {
  return contestedAmong(placed(desk, rivalFiles(desk, index)));
}

/** Those among the live articles of a site. 0.5 us each. */
export function contestedOf(desk: Desk, index: Index, live: readonly Placed[]): Contested {
  if (!isToldBySlug(desk)) return contestedAmong(live);
  const rivals = rivalPaths(index);
  return rivals.size === 0 ? new Map() : contestedAmong(live.filter(({ path }) => rivals.has(path)));
}

/**
 * True for a live article that claims a page with others. 20 us where slugs make the addresses, else as contestedIn once for
 * what the index says.
 */
export function isContested(
  desk: Desk,
  index: Index,
  { path, head }: Pick<IndexedFile, "path" | "head">,
): boolean {
  if (!isToldBySlug(desk)) return knownContested(desk, index).has(path);
  const file = head === undefined ? undefined : pageOf(desk, head);
  if (head === undefined || file === undefined) return false;
  return filesNamed(index, slugKey(head.slug)).some((other) => {
    if (other.kind !== "slug" || other.path === path) return false;
    const rival = fileAt(index, other.path)?.head;
    const claimed = rival === undefined ? undefined : pageOf(desk, rival);
    return claimed !== undefined && foldCase(claimed) === foldCase(file);
  });
}

const known = new WeakMap<Desk, { readonly identity: string; readonly contested: Contested }>();

function knownContested(desk: Desk, index: Index): Contested {
  const identity = identityOf(index);
  const last = known.get(desk);
  if (last?.identity === identity) return last.contested;
  const contested = contestedIn(desk, index);
  known.set(desk, { identity, contested });
  return contested;
}

/** What is wrong with one of them. */
export function contestedAddress(file: string, others: readonly string[]): Problem {
  const [have, neither] = others.length === 1 ? ["has", "neither"] : ["have", "none of them"];
  return {
    severity: "error",
    code: "duplicate-slug",
    file,
    field: "slug",
    message: `${others.join(" and ")} ${have} the same address, so that ${neither} can be published`,
    hint: "give one of them another slug: stet rename",
  };
}

function contestedAmong(live: Iterable<Placed>): Contested {
  const byFile = new Map<string, string[]>();
  for (const { path, file } of live) {
    const fold = foldCase(file);
    const paths = byFile.get(fold);
    if (paths === undefined) byFile.set(fold, [path]);
    else paths.push(path);
  }
  const contested = new Map<string, readonly string[]>();
  for (const paths of byFile.values())
    if (paths.length > 1)
      for (const path of paths)
        contested.set(
          path,
          paths.filter((other) => other !== path),
        );
  return contested;
}

function* placed(desk: Desk, files: Iterable<PublishedFile>): Generator<Placed, void, undefined> {
  for (const { path, head } of files) {
    const file = head === undefined ? undefined : pageOf(desk, head);
    if (file !== undefined) yield { path, file };
  }
}

/** The file in the site of a live article's page. */
function pageOf({ settings, now }: Desk, head: ArticleHead): string | undefined {
  const address = isLive(head, now) ? permalinkOf(settings, head) : undefined;
  return address === undefined ? undefined : pageFileOf(settings, address);
}

/** The files whose articles may have one address, and more. */
function* rivalFiles(desk: Desk, index: Index): Generator<PublishedFile, void, undefined> {
  if (!isToldBySlug(desk)) return yield* publishedFiles(index);
  for (const path of rivalPaths(index)) {
    const file = publishedFile(index, path);
    if (file !== undefined) yield file;
  }
}

function rivalPaths(index: Index): ReadonlySet<string> {
  return new Set(clashes(index, "slug").flatMap(({ paths }) => paths));
}

/** True where the last step of every address is a slug, and what stet.yaml puts around it: others have other addresses. */
function isToldBySlug({ settings }: Desk): boolean {
  return /(?:^|\/)[^{}/]*\{slug\}[^{}/]*\/?$/.test(settings.permalinks);
}
