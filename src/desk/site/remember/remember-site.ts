// Remembers what a whole edition was planned from. It may be put down little by little, while threads make the edition's
// files; it counts for something only once those are made.
import { StetError } from "../../../base/stet-error.ts";
import { isOfSqlite } from "../../../index/open-index.ts";
import { publishedPaths } from "../../../index/published-files.ts";
import { errnoOf } from "../../../newsroom/io-error.ts";
import { nameOf } from "../../../newsroom/paths.ts";
import { newPlanFile, removePlanFile, removePlanFilesBut } from "../../../newsroom/site/publish-memory.ts";
import { neighbours } from "../plan/plan-pages.ts";
import type { SiteContext } from "../plan/site-context.ts";
import type { ListName, SiteRow } from "../plan/site-row.ts";
import { putArchives } from "./held-archives.ts";
import {
  TornMemory,
  beginPlanMemory,
  closePlanMemory,
  keepPlanMemory,
  put,
  putNote,
  type PlanMemory,
} from "./plan-memory.ts";
import { putList, putListed, putMarks, putStory, rareMarksOf, type Mark } from "./put-stories.ts";

/** An edition that is being remembered. */
export interface Remembering {
  /** Puts down a little more, 1 to 5 ms; false once there is no more. */
  readonly goOn: () => boolean;
  /** Puts down the rest; the name of the file, empty where the disk refused. What earlier editions were planned from goes. */
  readonly finish: () => string;
  /** For an edition that is not there after all. */
  readonly forget: () => void;
}

/** Begins to remember it. `index` is the name of the one it was made from. 30 us an article, all in all. */
export function rememberSite(context: SiteContext, index: string): Remembering {
  const { root } = context.desk;
  let file: string | undefined;
  let memory: PlanMemory | undefined;
  let steps: Iterator<void, void, undefined> | undefined;
  let isOver = false;
  const end = (): void => {
    if (memory !== undefined) closePlanMemory(memory);
    [memory, steps, isOver] = [undefined, undefined, true];
  };
  const forget = (): void => {
    end();
    if (file !== undefined) removePlanFile(root, nameOf(file));
    file = undefined;
  };
  const goOn = (): boolean => {
    if (isOver) return false;
    try {
      file ??= newPlanFile(root);
      memory ??= beginPlanMemory(file);
      steps ??= putSite(memory, context);
      if (steps.next().done !== true) return true;
      // What SQLite holds of it in memory goes before the pages are made.
      if (keepPlanMemory(memory, index)) end();
      else forget();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // The next publish does more work, and no other.
      forget();
    }
    return false;
  };
  const finish = (): string => {
    while (goOn());
    if (file === undefined) return "";
    const name = nameOf(file);
    file = undefined;
    try {
      removePlanFilesBut(root, name);
      return name;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return "";
    }
  };
  return { goOn, finish, forget };
}

function isRefusal(error: unknown): boolean {
  if (error instanceof TornMemory || error instanceof StetError) return true;
  return isOfSqlite(error) || errnoOf(error) !== undefined;
}

/** Stories in one step. */
const BATCH = 50;

/** In the order of their marks, each of which is then put behind the last. */
const LISTS = ["author", "month", "section", "tag"] as const satisfies readonly ListName["kind"][];

function* putSite(memory: PlanMemory, context: SiteContext): Generator<void, void, undefined> {
  const { groups } = context;
  const numbers = new Map<SiteRow, number>();
  for (const row of context.live) numbers.set(row, numbers.size + 1);
  const numbersOf = (rows: readonly SiteRow[]): number[] => rows.flatMap((row) => numbers.get(row) ?? []);
  for (const kind of LISTS)
    for (const [step, group] of [...groups[kind]].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      putList(memory, kind, step, group);
      putListed(
        memory,
        [kind, step],
        Array.from(group.rows, (row) => [numbers.get(row) ?? 0, row.published]),
      );
      yield;
    }
  for (const [row, id] of numbers) {
    putStory(memory, id, row, numbersOf(neighbours(context, row)));
    const versions = context.versions.get(row.path) ?? [];
    putMarks(memory, id, row, [...rareMarksOf(row), ...versions.map(({ path }): Mark => ["version", path])]);
    if (id % BATCH === 0) yield;
  }
  for (const path of publishedPaths(context.index))
    if (!context.byPath.has(path)) put(memory, "INSERT INTO story (path) VALUES (?)", path);
  for (const [feed, planned] of context.feeds) yield* putArchives(memory, feed, planned);
  const feeds = context.desk.settings.publish.feeds.flatMap((_, at) => context.feeds.get(at)?.reach ?? []);
  putNote(memory, "frame", context.frameKey);
  putNote(memory, "gone", JSON.stringify(context.gone));
  putNote(memory, "feeds", JSON.stringify(feeds));
}
