// `stet tags`: every tag with how often it is used, how much of that is live, and when it was used last. Counted inside
// the index: no file is read.
import type { Problem } from "../../base/problem.ts";
import { MOMENTS, stateColumn } from "../../index/read-columns.ts";
import { fold } from "../../query/fold-text.ts";
import type { Query } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { nearTags } from "./near-tags.ts";
import { orderRows, type RowSort } from "./order-rows.ts";
import { groupByTerm, readStories } from "./read-stories.ts";
import { spellGroups } from "./spell-groups.ts";
import { withSelection } from "./with-selection.ts";

export const TAG_SORT_KEYS = ["tag", "articles", "live", "used"] as const;
export type TagSort = RowSort<(typeof TAG_SORT_KEYS)[number]>;

export interface Tag {
  /** As most articles write it. */
  readonly tag: string;
  readonly articles: number;
  readonly live: number;
  /** Epoch milliseconds of the latest first publication, else creation, of its articles; null where they have none. */
  readonly used: number | null;
  /** Tags that may be meant to be this one, nearest first; empty unless asked for. */
  readonly near: readonly string[];
}

export interface TagList {
  readonly tags: readonly Tag[];
  /** How many articles were selected, with or without tags. */
  readonly articles: number;
  /** Of the files that could not be read, whatever the query. */
  readonly problems: readonly Problem[];
}

export interface TagRequest {
  readonly query: Query;
  /** Default: the most used first. */
  readonly sort?: readonly TagSort[];
  /** Only tags that have near ones, with those. */
  readonly onlyNear?: boolean;
}

const MOST_USED: readonly TagSort[] = [{ key: "articles", isDescending: true }];
const BY_NAME: TagSort = { key: "tag", isDescending: false };

/** The tags of the articles that a query selects. */
export async function listTags(desk: Desk, { query, sort, onlyNear }: TagRequest): Promise<TagList> {
  return withSelection(desk, query, (selection) => {
    const stories = readStories(selection, MOMENTS.used, [stateColumn(desk.now, ["live"])]);
    const folded = groupByTerm(selection, stories, "tag");
    const [{ groups } = { groups: folded }] = spellGroups(desk, selection, [
      { field: "tag", groups: folded },
    ]);
    const [states = []] = stories.labels;
    const tags = groups.flatMap(({ value, rows }) => {
      if (value === null) return [];
      const live = rows.filter((row) => states[row] === "live").length;
      return [{ tag: value, articles: rows.length, live, used: latest(rows, stories.moments), near: [] }];
    });
    const found = onlyNear === true ? withNear(tags) : tags;
    const ordered = orderRows(found, [...(sort ?? MOST_USED), BY_NAME], (tag, key) =>
      key === "tag" ? fold(tag.tag) : tag[key],
    );
    return { tags: ordered, articles: stories.ids.length, problems: selection.problems };
  });
}

function latest(rows: readonly number[], moments: readonly (number | null)[]): number | null {
  let last: number | null = null;
  for (const row of rows) {
    const moment = moments[row] ?? null;
    if (moment !== null && (last === null || moment > last)) last = moment;
  }
  return last;
}

function withNear(tags: readonly Tag[]): Tag[] {
  const near = nearTags(tags.map(({ tag }) => tag));
  return tags.flatMap((each) => {
    const found = near.get(each.tag);
    return found === undefined ? [] : [{ ...each, near: found }];
  });
}
