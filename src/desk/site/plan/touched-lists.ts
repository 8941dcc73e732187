// The lists that stories came to, or that show one otherwise: which of their pages have another key.
import type { Change } from "../remember/changes-since.ts";
import { cutPages } from "./cut-pages.ts";
import type { PagesAsked } from "./plan-listings.ts";
import type { DatedRows, ListName, SiteRow } from "./site-row.ts";

export interface TouchedList {
  readonly list: ListName;
  readonly came: readonly SiteRow[];
  readonly stayed: readonly SiteRow[];
}

/** By listKey. */
export type TouchedLists = ReadonlyMap<string, TouchedList>;

export function listKey({ kind, step }: Pick<ListName, "kind" | "step">): string {
  return `${kind} ${step}`;
}

/** A story as lists and pages showed it, and as they are to show it. */
export type Shown = Pick<Change, "before" | "after">;

/** Nothing leaves a list where a change is planned by itself. */
export function touchedLists(shown: readonly Shown[]): TouchedLists {
  const lists = new Map<string, TouchedList>();
  for (const { before, after } of shown) {
    const old = new Set(before?.lists.map(listKey));
    for (const list of after.lists) {
      const key = listKey(list);
      const { came, stayed } = lists.get(key) ?? { came: [], stayed: [] };
      const next = old.has(key)
        ? { list, came, stayed: [...stayed, after] }
        : { list, came: [...came, after], stayed };
      if (![...came, ...stayed].includes(after)) lists.set(key, next);
    }
  }
  return lists;
}

/** Of the lists that were touched the pages that show it; all of their pages where `isReframed`. */
export function touchedPages(lists: TouchedLists, size: number, isReframed: boolean): PagesAsked {
  return (key, rows) => {
    const touched = lists.get(listKey(key));
    if (touched === undefined) return undefined;
    const { came, stayed } = touched;
    const pagesBefore = cutPages(rows.length - came.length, size).length;
    if (isReframed || cutPages(rows.length, size).length !== pagesBefore) return () => true;
    const added = came.map((row) => placeOf(rows, row));
    const places = stayed.map((row) => placeOf(rows, row));
    // Pages are counted from the oldest story: one that came moves those of the pages before it.
    return ({ start, end }) =>
      added.some((place) => place >= start) || places.some((place) => place >= start && place < end);
  };
}

function placeOf(rows: DatedRows, { path, published }: SiteRow): number {
  const [start, end] = [rows.later(published), rows.later(published - 1)];
  return start + rows.slice(start, end).findIndex((row) => row.path === path);
}
