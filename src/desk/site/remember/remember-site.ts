// Remembers what a whole edition was planned from, once its files are made.
import { StetError } from "../../../base/stet-error.ts";
import { isOfSqlite } from "../../../index/open-index.ts";
import { publishedPaths } from "../../../index/published-files.ts";
import { errnoOf } from "../../../newsroom/io-error.ts";
import { nameOf } from "../../../newsroom/paths.ts";
import { newPlanFile, removePlanFilesBut } from "../../../newsroom/site/publish-memory.ts";
import { neighbours } from "../plan/plan-pages.ts";
import type { SiteContext } from "../plan/site-context.ts";
import type { SiteRow } from "../plan/site-row.ts";
import {
  TornMemory,
  beginPlanMemory,
  closePlanMemory,
  keepPlanMemory,
  put,
  putNote,
  type PlanMemory,
} from "./plan-memory.ts";
import { marksOf, putList, putMarks, putStory, type Mark } from "./put-stories.ts";

/** Remembers it; the name of the file, empty where the disk refuses. `index` is the name of the one it was made from. 40 us an article. */
export function rememberSite(context: SiteContext, index: string): string {
  const { root } = context.desk;
  try {
    const file = newPlanFile(root);
    const memory = beginPlanMemory(file);
    try {
      putSite(memory, context);
      if (!keepPlanMemory(memory, index)) return "";
    } finally {
      closePlanMemory(memory);
    }
    removePlanFilesBut(root, nameOf(file));
    return nameOf(file);
  } catch (error) {
    // The next publish does more work, and no other.
    if (error instanceof TornMemory || error instanceof StetError) return "";
    if (isOfSqlite(error) || errnoOf(error) !== undefined) return "";
    throw error;
  }
}

function putSite(memory: PlanMemory, context: SiteContext): void {
  const numbers = new Map<SiteRow, number>();
  for (const row of context.live) numbers.set(row, numbers.size + 1);
  const numbersOf = (rows: readonly SiteRow[]): number[] => rows.flatMap((row) => numbers.get(row) ?? []);
  for (const [row, id] of numbers) {
    putStory(memory, id, row, numbersOf(neighbours(context, row)));
    const versions = context.versions.get(row.path) ?? [];
    putMarks(memory, id, row, [...marksOf(row), ...versions.map(({ path }): Mark => ["version", path])]);
  }
  for (const path of publishedPaths(context.index))
    if (!context.byPath.has(path)) put(memory, "INSERT INTO story (path) VALUES (?)", path);
  for (const kind of ["section", "author", "tag", "month"] as const)
    for (const [step, group] of context.groups[kind]) putList(memory, kind, step, group);
  const feeds = context.desk.settings.publish.feeds.flatMap((_, at) => context.feeds.get(at) ?? []);
  putNote(memory, "frame", context.frameKey);
  putNote(memory, "gone", JSON.stringify(context.gone));
  putNote(memory, "feeds", JSON.stringify(feeds));
}
