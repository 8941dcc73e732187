// What a preview shows at one instant: the files that publish would write, by path, none of them made yet, and what is
// wrong with files that hold no article.
import { once } from "../../base/once.ts";
import type { Problem } from "../../base/problem.ts";
import { countPublished } from "../../index/published-files.ts";
import { storedErrors } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Desk } from "../desk.ts";
import type { FreshIndex } from "../keep-index/fresh-index.ts";
import { planBelieving } from "../site/plan/plan-site.ts";
import { siteRows, type SiteRows } from "../site/plan/site-rows.ts";
import { believedRows } from "../site/make/trusted-rows.ts";
import { rowsAfter, type RowsBefore } from "./rows-after.ts";
import { planUnreleased, type Unreleased } from "./plan-unreleased.ts";
import { siteFiles, type FileAt } from "./site-files.ts";

export interface Edition extends RowsBefore {
  readonly desk: Desk;
  readonly fileAt: FileAt;
  /** The places of the live rows by the files of their pages. */
  readonly places: ReadonlyMap<string, number>;
  /** Pages of what was withdrawn or killed. */
  readonly gone: ReadonlySet<string>;
  /** Why files hold no article. */
  readonly problems: readonly Problem[];
  /** Articles that are not live, with `drafts`. */
  readonly unreleased: () => readonly PreviewLink[];
  /** When the next article goes up or comes down, epoch milliseconds. */
  readonly until: number;
}

export interface Editing {
  readonly theme: Theme;
  readonly drafts: boolean;
  /** An edition of the same settings, of which nothing was due to change by itself until now. */
  readonly before?: Edition | undefined;
}

/**
 * Plans the edition of the desk's instant: the rows and what they share (30 us an article, 3 where the edition before has
 * them); files are planned when they are asked for. Nothing is published of it, so the index is believed; a page is made
 * only of what its file says.
 */
export function planEdition(
  desk: Desk,
  { index, problems }: FreshIndex,
  { theme, drafts, before }: Editing,
): Edition {
  const identity = identityOf(index);
  const published = countPublished(index);
  const after = before && rowsAfter(desk, index, before);
  const rows = after ?? believedRows(desk, siteRows(desk, index));
  const places = after === undefined || before === undefined ? placesOf(rows) : before.places;
  const plan = planBelieving(desk, index, { theme, rows });
  const site = siteFiles(plan, (file) => places.get(file));
  const unreleased = once(() => (drafts ? planUnreleased(desk, index, plan.context) : NOTHING));
  return {
    desk,
    rows,
    identity,
    published,
    places,
    fileAt: (path) => site(path) ?? unreleased().fileAt(path),
    gone: new Set(rows.gone.map(({ file }) => file)),
    problems: [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error"),
    unreleased: () => unreleased().links,
    until: rows.nextChange ?? Number.POSITIVE_INFINITY,
  };
}

function placesOf({ live }: SiteRows): ReadonlyMap<string, number> {
  return new Map(live.map(({ file }, place) => [file, place]));
}

const NOTHING: Unreleased = { fileAt: () => undefined, links: [] };
