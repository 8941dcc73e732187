// The live articles of a site by what they are listed under: section, author, tag, month. Rows stay newest first.
import { datedRows } from "./dated-rows.ts";
import type { DatedRows, ListName, SiteRow } from "./site-row.ts";

/** One list of stories; `name` as readers see it. Instants are epoch milliseconds. */
export interface Group {
  readonly name: string;
  readonly rows: DatedRows;
  /** First publication of the newest story. */
  readonly newest: number;
  /** The last change of any of its stories; asked of months alone. */
  readonly updated: number;
}

/** By the last step of the list's address; in the order in which their newest stories stand. */
export type Groups = Pick<ReadonlyMap<string, Group>, "get" | "has"> & Iterable<[string, Group]>;

export type SiteGroups = Readonly<Record<ListName["kind"], Groups>>;

interface GrowingGroup extends Group {
  readonly growing: SiteRow[];
  updated: number;
}

/** Names that make one slug are one list, called as its newest story has it. 1 us for each list of each row. */
export function siteGroups(live: readonly SiteRow[]): SiteGroups {
  const groups = { section: newGroups(), author: newGroups(), tag: newGroups(), month: newGroups() };
  for (const row of live) for (const list of row.lists) add(groups[list.kind], list, row);
  return groups;
}

function newGroups(): Map<string, GrowingGroup> {
  return new Map();
}

function add(groups: Map<string, GrowingGroup>, { step, name }: ListName, row: SiteRow): void {
  const { published, updated } = row;
  const group = groups.get(step);
  if (group === undefined) {
    const growing = [row];
    groups.set(step, { name, growing, rows: datedRows(growing), newest: published, updated });
  } else if (group.growing.at(-1) !== row) {
    group.growing.push(row);
    group.updated = Math.max(group.updated, updated);
  }
}
