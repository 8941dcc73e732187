// The live articles of a site by what they are listed under: section, author, tag, month. Rows stay newest first.
import type { ListName, SiteRow } from "./site-row.ts";

/** One list of stories; `name` as readers see it. */
export interface Group {
  readonly name: string;
  readonly rows: SiteRow[];
}

/** By the last step of the list's address. */
export type Groups = ReadonlyMap<string, Group>;

export type SiteGroups = Readonly<Record<ListName["kind"], Groups>>;

/** Names that make one slug are one list, called as its newest story has it. 1 us for each list of each row. */
export function siteGroups(live: readonly SiteRow[]): SiteGroups {
  const groups = { section: newGroups(), author: newGroups(), tag: newGroups(), month: newGroups() };
  for (const row of live) for (const list of row.lists) add(groups[list.kind], list, row);
  return groups;
}

function newGroups(): Map<string, Group> {
  return new Map();
}

function add(groups: Map<string, Group>, { step, name }: ListName, row: SiteRow): void {
  const group = groups.get(step);
  if (group === undefined) groups.set(step, { name, rows: [row] });
  else if (group.rows.at(-1) !== row) group.rows.push(row);
}
