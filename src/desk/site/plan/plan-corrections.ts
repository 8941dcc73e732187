// The page of every correction made in what is live, newest first.
import { isLive } from "../../../article/state.ts";
import { renderCorrectionsPage } from "../../../render/site/render-corrections.ts";
import type { ListedCorrection, PageOfList } from "../../../render/site/site.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import type { Desk } from "../../desk.ts";
import { permalinkOf } from "../../permalink.ts";
import { isReadable, readEntry } from "../../find/read-entries.ts";
import { keyOf } from "./key-of.ts";
import { pageFileOf, siteAddress } from "./page-file.ts";
import { home } from "./plan-listings.ts";
import { headNow } from "../make/row-head.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** A correction by the place it is read from. */
interface Placed {
  readonly row: SiteRow;
  /** Its place among the article's corrections. */
  readonly nth: number;
  readonly at: number;
}

export function* planCorrections(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk, corrected, site, frameKey } = context;
  const placed = [...corrected].flatMap((row) => correctionsOf(row, desk.now)).sort(newestFirst);
  const size = desk.settings.publish.archive;
  const front = siteAddress(desk.settings, "corrections");
  for (let at = 0; at < placed.length; at += size) {
    const part = placed.slice(at, at + size);
    const href = addressOf(front, at / size + 1);
    const pages = paginationOf(front, at / size + 1, Math.ceil(placed.length / size));
    yield {
      path: pageFileOf(desk.settings, href),
      what: "the corrections",
      rank: RANKS.listing,
      key: keyOf(
        frameKey,
        pages,
        part.map(({ row, nth }) => [row.storyKey, headNow(context.index, row)?.corrections[nth]]),
      ),
      content: () =>
        renderCorrectionsPage(
          {
            href,
            breadcrumb: [home(context)],
            corrections: part.flatMap((each) => read(desk, each)),
            ...pages,
          },
          site,
        ),
    };
  }
}

/** One dated after the instant is not made yet. */
function correctionsOf(row: SiteRow, now: number): Placed[] {
  const moments = row.more?.corrections ?? [];
  return moments.map((at, nth) => ({ row, nth, at })).filter(({ at }) => at <= now);
}

function newestFirst(a: Placed, b: Placed): number {
  return b.at - a.at || (a.row.path < b.row.path ? -1 : a.row.path > b.row.path ? 1 : b.nth - a.nth);
}

function addressOf(front: string, number: number): string {
  return number === 1 ? front : `${front}page/${number}/`;
}

function paginationOf(front: string, number: number, count: number): { readonly pages?: PageOfList } {
  if (count === 1) return {};
  const newer = number === 1 ? {} : { newer: addressOf(front, number - 1) };
  const older = number === count ? {} : { older: addressOf(front, number + 1) };
  return { pages: { number, count, ...newer, ...older } };
}

/** As the file has it now: the index is never printed unread. */
function read(desk: Desk, { row, nth }: Placed): ListedCorrection[] {
  const entry = readEntry(desk, row.path);
  if (!isReadable(entry) || !isLive(entry.article, desk.now)) return [];
  const correction = entry.article.corrections[nth];
  if (correction === undefined) return [];
  const { headline, language } = entry.article;
  return [
    {
      at: correction.at.epochMs,
      text: correction.text,
      headline,
      href: permalinkOf(desk.settings, entry.article) ?? "",
      language,
    },
  ];
}
