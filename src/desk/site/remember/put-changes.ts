// What has changed since the last edition into the memory of what that was planned from, so that the next is planned from it.
import type { ListName } from "../plan/site-row.ts";
import { listKey } from "../plan/touched-lists.ts";
import type { Changes } from "./changes-since.ts";
import { asked, put, type PlanMemory } from "./plan-memory.ts";
import { marksOf, putList, putMarks, putStory, removeMark } from "./put-stories.ts";
import { rowsMarked } from "./remembered-stories.ts";

/** True where a list begins, or gets another name: the pages of others may show that. */
export function putChanges(memory: PlanMemory, { changes, held }: Changes): boolean {
  for (const path of held) put(memory, "INSERT OR IGNORE INTO story (path) VALUES (?)", path);
  const lists = new Map<string, ListName>();
  for (const { before, after } of changes) {
    const id = numberFor(memory, after.path);
    putStory(memory, id, after);
    memory.rows.set(id, after);
    const marks = marksOf(after);
    const stay = new Set(marks.map(String));
    for (const mark of before === undefined ? [] : marksOf(before))
      if (!stay.has(String(mark))) removeMark(memory, id, mark);
    putMarks(memory, id, after, marks);
    for (const list of after.lists) lists.set(listKey(list), list);
  }
  return [...lists.values()].map((list) => isReframed(memory, list)).includes(true);
}

/** That of its path, or a new one. */
function numberFor(memory: PlanMemory, path: string): number {
  const sql = "SELECT coalesce((SELECT id FROM story WHERE path = ?), max(id) + 1, 1) AS id FROM story";
  return Number(asked(memory, sql, path)[0]?.["id"]);
}

/** Puts the list as it is now. */
function isReframed(memory: PlanMemory, { kind, step }: ListName): boolean {
  const rows = rowsMarked(memory, [kind, step]);
  const isThis = (list: ListName): boolean => list.kind === kind && list.step === step;
  const [newest] = rows.slice(0, 1);
  const name = newest?.lists.find(isThis)?.name ?? "";
  const [known] = asked(memory, "SELECT name FROM list WHERE kind = ? AND step = ?", kind, step);
  const updated = kind === "month" ? lastChange(memory, step) : 0;
  putList(memory, kind, step, { name, rows, newest: newest?.published ?? 0, updated });
  return known?.["name"] !== name;
}

function lastChange(memory: PlanMemory, month: string): number {
  const sql = `SELECT max(updated) AS updated FROM mark JOIN story ON story.id = mark.story
    WHERE kind = 'month' AND key = ?`;
  return Number(asked(memory, sql, month)[0]?.["updated"]);
}
