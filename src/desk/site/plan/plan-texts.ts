// The pages to make where nothing has changed since the last publish but the words of some articles: in proportion to
// those, whatever the size of the site.
import { isLive } from "../../../article/state.ts";
import { filesNamed, nameKey } from "../../../index/names.ts";
import type { Index } from "../../../index/open-index.ts";
import { publishedFile, publishedHashes, type PublishedFile } from "../../../index/published-files.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";
import type { Theme } from "../../../render/theme/theme.ts";
import type { Desk } from "../../desk.ts";
import { MOST_CHANGED } from "../remember/changes-since.ts";
import type { LastTexts } from "../remember/last-texts.ts";
import { couldEnter } from "./plan-documents.ts";
import { planPages } from "./plan-pages.ts";
import { siteContext } from "./site-context.ts";
import { siteGroups } from "./site-groups.ts";
import { namedBy, newPool, shapeOf, siteRow, type SiteRow } from "./site-row.ts";
import { momentsOf } from "./site-rows.ts";

/** The pages whose text may be another, and the hashes that the plan is right with when they are made. */
export interface TextPlan {
  /** The rows of the articles whose words are others. */
  readonly changed: readonly SiteRow[];
  readonly files: readonly PlannedFile[];
  readonly hashes: readonly string[];
  /** The first instant at which one of the articles is otherwise; infinite where none is. Epoch milliseconds. */
  readonly until: number;
}

/** Undefined where more has changed than words that stand on their articles' own pages alone. 2 us an article. */
export function planTexts(
  desk: Desk,
  index: Index,
  { theme, last }: { readonly theme: Theme; readonly last: LastTexts },
): TextPlan | undefined {
  const { paths, hashes } = publishedHashes(index);
  if (!isSame(paths, last.paths)) return undefined;
  const changed = hashes.flatMap((hash, place) => (hash === last.hashes[place] ? [] : [place]));
  if (changed.length > MOST_CHANGED) return undefined;
  const moments: number[] = [];
  const rows: { readonly row: SiteRow; readonly place: number }[] = [];
  for (const place of changed) {
    const file = publishedFile(index, paths[place] ?? "");
    const row = file === undefined ? undefined : siteRow(desk, file, newPool());
    if (file?.head === undefined || row === undefined || shapeOf(row) !== last.shapes[place])
      return undefined;
    // The page of corrections shows their words, too.
    if (row.more?.corrections !== undefined) return undefined;
    if (!isLive(file.head, desk.now)) return undefined;
    if (last.versions.includes(file.path) || isInFeed(desk, file, last)) return undefined;
    rows.push({ row, place });
    moments.push(...momentsOf(file.head).filter((moment) => moment > desk.now));
  }
  return {
    changed: rows.map(({ row }) => row),
    files: pagesOf(desk, index, { rows, theme, last }),
    hashes,
    until: Math.min(...moments),
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}

/** In one now, or in one as it is written now. */
function isInFeed(desk: Desk, file: PublishedFile, { feeds }: LastTexts): boolean {
  const asked = desk.settings.publish.feeds;
  return feeds.some(
    (feed, at) => feed.paths.includes(file.path) || couldEnter(desk, file, feed, asked[at]?.query),
  );
}

interface Pages {
  readonly rows: readonly { readonly row: SiteRow; readonly place: number }[];
  readonly theme: Theme;
  readonly last: LastTexts;
}

/** Their keys and bytes are those that planning everything would give them: what surrounds them is as it was. */
function pagesOf(desk: Desk, index: Index, { rows, theme, last }: Pages): PlannedFile[] {
  const live = new Map<string, SiteRow>(rows.map(({ row }) => [row.path, row]));
  const look = (path: string): SiteRow | undefined => {
    const known = live.get(path);
    if (known !== undefined) return known;
    const file = publishedFile(index, path);
    const row = file === undefined ? undefined : siteRow(desk, file, newPool());
    if (row === undefined || file?.head === undefined || !isLive(file.head, desk.now)) return undefined;
    live.set(path, row);
    return row;
  };
  const beside = new Map<SiteRow, readonly SiteRow[]>();
  for (const { row, place } of rows) {
    beside.set(
      row,
      (last.beside[place] ?? []).flatMap((each) => look(last.paths[each] ?? "") ?? []),
    );
    for (const name of namedBy(row)) for (const { path } of filesNamed(index, nameKey(name))) look(path);
  }
  const context = siteContext(desk, index, {
    rows: { live: [...live.values()], gone: [], expired: [], nextChange: undefined },
    groups: siteGroups([]),
    beside,
    theme,
    head: last.head,
  });
  return [
    ...planPages(
      context,
      rows.map(({ row }) => row),
    ),
  ];
}
