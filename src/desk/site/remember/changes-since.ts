// The articles of a site that are others than at the last publish, where each of them can be planned by itself: its page
// stays where it is, and nothing goes that was there.
import { isLive, stateAt } from "../../../article/state.ts";
import type { ArticleHead } from "../../../index/file-row.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedFile, publishedHashes, type PublishedFile } from "../../../index/published-files.ts";
import type { Desk } from "../../desk.ts";
import type { LastPlan } from "./last-plan.ts";
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
  /** The files besides those of live and gone articles, with their hashes. */
  readonly others: ReadonlyMap<string, string>;
  /** Instants at which one of the changed files is otherwise, epoch milliseconds. */
  readonly moments: readonly number[];
}

/** Of more changed articles than this the whole plan costs no more. */
export const MOST_CHANGED = 100;

/** Undefined where something came down, moved, or left a list, and where much has changed. 1 us an article. */
export function changesSince(desk: Desk, index: Index, last: LastPlan): Changes | undefined {
  const { paths, hashes } = publishedHashes(index);
  const live = new Map(last.live.map((row) => [row.path, row]));
  const gone = new Map(last.gone.map((row) => [row.path, row.hash]));
  const others = new Map<string, string>();
  const changed: string[] = [];
  let standing = 0;
  for (const [at, path] of paths.entries()) {
    const known = live.get(path)?.hash ?? gone.get(path);
    if (known !== undefined) standing++;
    else others.set(path, hashes[at] ?? "");
    if (hashes[at] === (known ?? last.others.get(path))) continue;
    if (gone.has(path) || changed.length === MOST_CHANGED) return undefined;
    changed.push(path);
  }
  if (standing < live.size + gone.size) return undefined;
  const changes: Change[] = [];
  const moments: number[] = [];
  for (const path of changed) {
    const file = publishedFile(index, path);
    if (file?.head === undefined) return undefined;
    moments.push(...momentsOf(file.head).filter((moment) => moment > desk.now));
    const before = live.get(path);
    if (before === undefined && isHeldBack(file.head, desk.now)) continue;
    const change = changeOf(desk, index, { before, file, head: file.head });
    if (change === undefined) return undefined;
    changes.push(change);
    others.delete(path);
  }
  return { changes, others, moments };
}

/** Not out yet, and so on no page. */
function isHeldBack(head: ArticleHead, at: number): boolean {
  return ["embargoed", "scheduled"].includes(stateAt(head, at));
}

function changeOf(desk: Desk, index: Index, change: Omit<Change, "after">): Change | undefined {
  const { before, file, head } = change;
  const row = isLive(head, desk.now) ? siteRow(desk, file, newPool()) : undefined;
  if (row === undefined) return undefined;
  // What the site does not show yet is shown only where the file itself says so.
  const [after] = before === undefined ? liveRow(desk, index, row) : [row];
  return after === undefined || !isPlain(before, after) ? undefined : { ...change, after };
}

/** True where nothing that stands on the site for `before` is to go for `after`, and no name or address is another. */
function isPlain(before: SiteRow | undefined, after: SiteRow): boolean {
  if (after.more?.moves !== undefined || after.more?.translationOf !== undefined) return false;
  if (before === undefined) return true;
  const { more } = before;
  if (more?.moves !== undefined || more?.translationOf !== undefined) return false;
  if (before.file !== after.file || before.published !== after.published) return false;
  if (before.callKey !== after.callKey || before.language !== after.language) return false;
  const isOn = ({ kind, step }: SiteRow["lists"][number]): boolean =>
    after.lists.some((list) => list.kind === kind && list.step === step);
  if (!before.lists.every(isOn) || before.section !== after.section) return false;
  if ((more?.corrections?.length ?? 0) > (after.more?.corrections?.length ?? 0)) return false;
  return imagesOf(before).every((image) => imagesOf(after).includes(image));
}
