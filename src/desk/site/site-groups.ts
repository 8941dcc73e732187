// The live articles of a site by what they are listed under: section, author, tag, month. Rows stay newest first.
import type { Settings } from "../../article/settings.ts";
import { slugFrom } from "../../article/slug.ts";
import { wallTimeAt } from "../../base/zone.ts";
import type { SiteRow } from "./site-rows.ts";

/** One list of stories; `name` as readers see it. */
export interface Group {
  readonly name: string;
  readonly rows: SiteRow[];
}

/** By the last step of the list's address: a section's path, the slug of a name or tag, `2026/11`. */
export interface SiteGroups {
  readonly sections: ReadonlyMap<string, Group>;
  readonly authors: ReadonlyMap<string, Group>;
  readonly tags: ReadonlyMap<string, Group>;
  readonly months: ReadonlyMap<string, Group>;
}

/** A section holds the stories of those below it, too. Names that make one slug are one list, called as its newest story has it. */
export function siteGroups(settings: Settings, live: readonly SiteRow[]): SiteGroups {
  const [sections, authors, tags, months] = [newGroups(), newGroups(), newGroups(), newGroups()];
  for (const row of live) {
    const { section, authors: byline, tags: words } = row.head;
    for (const path of ancestry(section)) add(sections, path, settings.sections.get(path)?.name ?? path, row);
    for (const { name } of byline) add(authors, slugFrom(name), name, row);
    for (const tag of words) add(tags, slugFrom(tag), tag, row);
    add(months, monthOf(row, settings), "", row);
  }
  return { sections, authors, tags, months };
}

function newGroups(): Map<string, Group> {
  return new Map();
}

/** `world/europe` and `world`. */
function ancestry(section: string | undefined): string[] {
  const steps = section?.split("/") ?? [];
  return steps.map((_, at) => steps.slice(0, at + 1).join("/"));
}

/** `2026/11`, in the newsroom's zone. */
function monthOf({ published }: SiteRow, { timezone }: Settings): string {
  const { year, month } = wallTimeAt(published, timezone);
  return `${String(year).padStart(4, "0")}/${String(month).padStart(2, "0")}`;
}

/** A name without a letter or number has no address, and so no list. */
function add(groups: Map<string, Group>, key: string, name: string, row: SiteRow): void {
  if (key === "") return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { name, rows: [row] });
  else if (group.rows.at(-1) !== row) group.rows.push(row);
}
