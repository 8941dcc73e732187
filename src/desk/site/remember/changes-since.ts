// The articles of a site that are others than at the last publish, where each of them can be planned by itself: its page
// stays where it is, and nothing goes that was there.
import { isLive, stateAt } from "../../../article/state.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import {
  countPublished,
  publishedFile,
  writtenSince,
  type PublishedFile,
} from "../../../index/published-files.ts";
import type { Desk } from "../../desk.ts";
import { sharesId } from "../../feeds/shared-ids.ts";
import type { GoneRow } from "../plan/site-rows.ts";
import { asked, type PlanMemory } from "./plan-memory.ts";
import { rowAt } from "./remembered-stories.ts";
import { imagesOf, newPool, siteRow, type SiteRow } from "../plan/site-row.ts";
import { momentsOf } from "../plan/site-rows.ts";
import { liveRow } from "../make/trusted-rows.ts";

/** A live article that is new on the site, or another than it was. */
export interface Change {
  readonly before: SiteRow | undefined;
  readonly after: SiteRow;
  readonly file: PublishedFile;
  readonly head: ArticleHead;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** The files of those that are held back. */
  readonly held: readonly string[];
  /** Instants at which one of the changed files is otherwise, epoch milliseconds. */
  readonly moments: readonly number[];
}

/** Of more changed articles than this the whole plan costs no more. */
export const MOST_CHANGED = 100;

/** What a change is told from: the index as it was, and those that were withdrawn or killed. */
export interface Since {
  readonly memory: PlanMemory;
  readonly index: string;
  readonly gone: readonly GoneRow[];
}

/** Undefined where something came down, moved, or left a list, and where much has changed. 0.2 ms an article that changed. */
export function changesSince(desk: Desk, index: Index, since: Since): Changes | undefined {
  const { memory, gone } = since;
  const written = writtenSince(index, since.index, MOST_CHANGED + 1);
  if (written === undefined || written.length > MOST_CHANGED) return undefined;
  const added = written.filter((path) => !isKnown(memory, path));
  // What is not there any more was not written.
  if (countPublished(index) !== countKnown(memory) + added.length) return undefined;
  const changes: Change[] = [];
  const held: string[] = [];
  const moments: number[] = [];
  for (const path of written) {
    const file = publishedFile(index, path);
    const before = rowAt(memory, path)?.row;
    if (file !== undefined && file.hash === before?.hash) continue;
    if (file?.head === undefined || gone.some((row) => row.path === path)) return undefined;
    moments.push(...momentsOf(file.head).filter((moment) => moment > desk.now));
    if (before === undefined && isHeldBack(file.head, desk.now)) {
      held.push(path);
      continue;
    }
    const change = changeOf(desk, index, { before, file, head: file.head });
    if (change === undefined || sharesId(index, file, desk.now)) return undefined;
    changes.push(change);
  }
  return { changes, held, moments };
}

function isKnown(memory: PlanMemory, path: string): boolean {
  return asked(memory, "SELECT 1 FROM story WHERE path = ?", path).length > 0;
}

function countKnown(memory: PlanMemory): number {
  return Number(asked(memory, "SELECT count(*) AS count FROM story")[0]?.["count"]);
}

/** Not out yet, and so on no page. */
function isHeldBack(head: ArticleHead, at: number): boolean {
  return ["embargoed", "scheduled"].includes(stateAt(head, at));
}

function changeOf(desk: Desk, index: Index, change: Omit<Change, "after">): Change | undefined {
  const { before, file, head } = change;
  const row = isLive(head, desk.now) ? siteRow(desk, file, newPool()) : undefined;
  if (row === undefined) return undefined;
  // What somebody wrote to the index alone is shown nowhere.
  const [after] = liveRow(desk, index, row);
  return after === undefined || !isPlain(desk, before, after) ? undefined : { ...change, after };
}

/** True where nothing that stands on the site for `before` is to go for `after`, and no name or address is another. */
function isPlain({ now }: Desk, before: SiteRow | undefined, after: SiteRow): boolean {
  if (after.more?.moves !== undefined || after.more?.translationOf !== undefined) return false;
  if (before === undefined) return true;
  const { more } = before;
  if (more?.moves !== undefined || more?.translationOf !== undefined) return false;
  if (before.file !== after.file || before.published !== after.published) return false;
  if (before.callKey !== after.callKey || before.language !== after.language) return false;
  const isOn = ({ kind, step }: SiteRow["lists"][number]): boolean =>
    after.lists.some((list) => list.kind === kind && list.step === step);
  if (!before.lists.every(isOn) || before.section !== after.section) return false;
  if (correctionsMade(before, now) > correctionsMade(after, now)) return false;
  return imagesOf(before).every((image) => imagesOf(after).includes(image));
}

/** How many of its corrections readers have. */
function correctionsMade({ more }: SiteRow, now: number): number {
  return (more?.corrections ?? []).filter((at) => at <= now).length;
}
