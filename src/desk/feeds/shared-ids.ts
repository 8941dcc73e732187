// Ids that more than one file claims. Readers' programs take two entries of one id for one, and show whichever came last: of
// two live files with one id no feed holds either, and a feed tells nobody that a live one is gone because its copy is.
import { wasPublic } from "../../article/moves.ts";
import { isLive } from "../../article/state.ts";
import type { Problem } from "../../base/problem.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import { clashes, filesNamed, type Clash } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { publishedFile } from "../../index/published-files.ts";
import type { IndexedFile } from "../../index/read-rows.ts";

export interface SharedIds {
  /** The files that no feed may hold or say is gone, relative to the root. */
  readonly barred: ReadonlySet<string>;
  /** Of the live ones of them, by file. */
  readonly problems: ReadonlyMap<string, Problem>;
}

export const NO_SHARED_IDS: SharedIds = { barred: new Set(), problems: new Map() };

/** How a feed may tell of an article: as an entry, or as one that is gone; undefined for what it has no word of. */
export type Standing = "live" | "gone" | undefined;

export function standingOf(head: ArticleHead, at: number): Standing {
  if (isLive(head, at)) return "live";
  return head.status === "killed" && wasPublic(head, at) ? "gone" : undefined;
}

/** Of all files of the index. 0.5 us an article. */
export function sharedIds(index: Index, standing: (path: string) => Standing): SharedIds {
  const barred = new Set<string>();
  const problems = new Map<string, Problem>();
  for (const clash of clashes(index, "id")) {
    const told = clash.paths.filter((path) => standing(path) !== undefined);
    const live = told.filter((path) => standing(path) === "live");
    for (const path of told) if (live.some((other) => other !== path)) barred.add(path);
    for (const path of live) if (barred.has(path)) problems.set(path, sharedId(path, clash, live));
  }
  return { barred, problems };
}

/** True where another article that a feed may tell of has the id of this one, be it as a slug. */
export function sharesId(index: Index, { path, head }: IndexedFile, at: number): boolean {
  if (head?.id === undefined) return false;
  return filesNamed(index, head.id.toLowerCase()).some((named) => {
    if (named.path === path) return false;
    const other = publishedFile(index, named.path)?.head;
    return other !== undefined && standingOf(other, at) !== undefined;
  });
}

function sharedId(file: string, { name }: Clash, live: readonly string[]): Problem {
  const others = live.filter((path) => path !== file);
  const neither = others.length === 1 ? "either" : "any of them";
  return {
    severity: "error",
    code: "duplicate-slug",
    file,
    field: "id",
    message: `the id ${name} is also claimed by ${others.join(" and ")}, so that no feed can hold ${neither}`,
    hint: "remove the id line from the copy, then: stet check --fix",
  };
}
