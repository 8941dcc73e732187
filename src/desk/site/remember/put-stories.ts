// Live stories into the memory of what an edition was planned from, with everything they are found by.
import { nameKey } from "../../../index/names.ts";
import type { Group } from "../plan/site-groups.ts";
import { namedBy, type ListName, type SiteRow } from "../plan/site-row.ts";
import { put, type PlanMemory } from "./plan-memory.ts";

/**
 * What a story is found by: a list; a name in its headline, one that it names, one that it translates; `corrected` for those
 * that are; `version` by the paths of its versions; `feed` by the archive that it stands in (held-archives.ts).
 */
export type MarkKind = ListName["kind"] | "name" | "named" | "translates" | "corrected" | "version" | "feed";

export type Mark = readonly [kind: MarkKind, key: string];

/** What the row is found by, but its versions. */
export function marksOf(row: SiteRow): Mark[] {
  return [...row.lists.map(({ kind, step }): Mark => [kind, step]), ...rareMarksOf(row)];
}

/** Those of them that are no lists. */
export function rareMarksOf(row: SiteRow): Mark[] {
  const { translationOf, corrections } = row.more ?? {};
  return [
    ...row.names.map((name): Mark => ["name", name]),
    ...namedBy(row).map((name): Mark => ["named", nameKey(name)]),
    ...(translationOf === undefined ? [] : [["translates", nameKey(translationOf)] as const]),
    ...(corrections === undefined ? [] : [["corrected", ""] as const]),
  ];
}

const PUT_STORY = `INSERT INTO story (id, path, published, updated, row, beside) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET published = excluded.published, updated = excluded.updated, row = excluded.row`;
const PUT_LISTED = `INSERT OR IGNORE INTO mark (kind, key, published, story)
  SELECT ?1, ?2, value, key FROM json_each(?3)`;
const PUT_MARKS = `INSERT OR IGNORE INTO mark (kind, key, published, story)
  SELECT key, value, ?2, ?1 FROM json_each(?3)`;

/** A row under its number, in place of an earlier one; the related stories of its page, by their numbers, stay where it has some. */
export function putStory(memory: PlanMemory, id: number, row: SiteRow, beside?: readonly number[]): void {
  const { path, published, updated } = row;
  const related = beside === undefined ? null : JSON.stringify(beside);
  put(memory, PUT_STORY, id, path, published, updated, JSON.stringify(row), related);
}

/** The stories of a list with nothing in it yet: their numbers and when they were published, newest first. */
export function putListed(
  memory: PlanMemory,
  [kind, key]: Mark,
  stories: readonly (readonly [id: number, published: number])[],
): void {
  // One text for all of them: a tenth of what so many statements cost.
  const members = stories.map(([id, published]) => `"${id}":${published}`);
  put(memory, PUT_LISTED, kind, key, `{${members.join(",")}}`);
}

export function putMarks(
  memory: PlanMemory,
  id: number,
  { published }: SiteRow,
  marks: readonly Mark[],
): void {
  if (marks.length === 0) return;
  // One text of names that recur: a tenth of what so many statements cost.
  const members = marks.map(([kind, key]) => `"${kind}":${JSON.stringify(key)}`);
  put(memory, PUT_MARKS, id, published, `{${members.join(",")}}`);
}

export function removeMark(memory: PlanMemory, id: number, [kind, key]: Mark): void {
  const sql = `DELETE FROM mark WHERE kind = ? AND key = ? AND story = ?3
    AND published = (SELECT published FROM story WHERE id = ?3)`;
  put(memory, sql, kind, key, id);
}

/** The related stories of a page, by their numbers. */
export function putBeside(memory: PlanMemory, id: number, beside: readonly number[]): void {
  put(memory, "UPDATE story SET beside = ? WHERE id = ?", JSON.stringify(beside), id);
}

/** A list of the site as it is now, and the place that it has among those of its kind. */
export function putList(memory: PlanMemory, kind: ListName["kind"], step: string, group: Group): void {
  const { name, rows, newest, updated } = group;
  const [first] = rows.slice(0, 1);
  const place = first?.lists.findIndex((list) => list.kind === kind && list.step === step) ?? 0;
  const values = [name, rows.length, newest, updated, first?.path ?? "", place];
  put(memory, "INSERT OR REPLACE INTO list VALUES (?, ?, ?, ?, ?, ?, ?, ?)", kind, step, ...values);
}
