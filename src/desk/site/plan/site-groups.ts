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

/** A row, and what it is now: published when it was. */
export type ChangedRow = readonly [before: SiteRow, now: SiteRow];

/** True where the row is in the same lists, in the same order. */
export function isListedAlike([before, now]: ChangedRow): boolean {
  if (before.lists.length !== now.lists.length) return false;
  return now.lists.every(({ kind, step, name }, at) => {
    const list = before.lists[at];
    return list?.kind === kind && list.step === step && list.name === name;
  });
}

/** The groups with rows in the places of others that are listed alike: a copy of each list that one of them is in. */
export function groupsAfter(groups: SiteGroups, changed: readonly ChangedRow[]): SiteGroups {
  const after = {
    section: new Map(groups.section),
    author: new Map(groups.author),
    tag: new Map(groups.tag),
    month: new Map(groups.month),
  };
  for (const [before, now] of changed)
    for (const { kind, step } of now.lists) {
      const group = after[kind].get(step);
      if (group === undefined) continue;
      const rows = group.rows.slice(0, group.rows.length).map((row) => (row === before ? now : row));
      const updated = rows.reduce((latest, row) => Math.max(latest, row.updated), 0);
      after[kind].set(step, { ...group, rows: datedRows(rows), updated });
    }
  return after;
}
