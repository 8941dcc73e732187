// Which pages relate to what has changed: those beside it in the lists and names that related stories are found by.
import { MOST_CHANGED } from "../remember/changes-since.ts";
import type { Mark } from "../remember/put-stories.ts";
import { rowsMarked } from "../remember/remembered-stories.ts";
import type { PlanMemory } from "../remember/plan-memory.ts";
import { MOST_NAMED } from "./headline-names.ts";
import { rowsNear } from "./neighbours.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";
import { touchedLists, type Shown } from "./touched-lists.ts";

export interface RelatedRows {
  /** Those whose related stories may be others, because one came to a list or name of theirs, or left it. */
  readonly others: ReadonlySet<SiteRow>;
  /** Those that may show one of the stories. */
  readonly beside: ReadonlySet<SiteRow>;
}

/** All the rows that the stories may be related to. */
export function rowsRelated(
  memory: PlanMemory,
  { groups, names }: Pick<SiteContext, "groups" | "names">,
  shown: readonly Shown[],
): RelatedRows {
  const others = new Set<SiteRow>();
  const beside = new Set<SiteRow>();
  for (const { list, came, stayed } of touchedLists(shown).values()) {
    const { kind, step } = list;
    const rows = groups[kind].get(step)?.rows;
    if (rows === undefined || (kind !== "tag" && kind !== "section")) continue;
    // Of its section a page goes by the section itself.
    const relating = (row: SiteRow): boolean => kind === "tag" || row.section === step;
    for (const story of came)
      for (const row of rowsNear(rows, story, came.length)) if (relating(row)) others.add(row);
    for (const story of stayed)
      for (const row of rowsNear(rows, story, 0)) if (relating(row)) beside.add(row);
  }
  for (const { before, after } of shown) {
    const [old, now] = [new Set(before?.names), new Set(after.names)];
    for (const name of new Set([...old, ...now])) {
      if (old.has(name) && now.has(name)) for (const row of names.get(name) ?? []) beside.add(row);
      else for (const row of rowsWithName(memory, name)) others.add(row);
    }
  }
  return { others, beside };
}

/** None where a name tells nothing, with one story more or less. */
function rowsWithName(memory: PlanMemory, name: string): readonly SiteRow[] {
  const mark: Mark = ["name", name];
  const rows = rowsMarked(memory, mark);
  return rows.length > MOST_NAMED + MOST_CHANGED ? [] : rows.slice(0, rows.length);
}
