// What a preview shows at one instant: the files that publish would write, by path, none of them made yet, and what is
// wrong with files that hold no article.
import { once } from "../../base/once.ts";
import type { Problem } from "../../base/problem.ts";
import type { Index } from "../../index/open-index.ts";
import { countPublished } from "../../index/published-files.ts";
import { storedErrors } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Desk } from "../desk.ts";
import type { FreshIndex } from "../keep-index/fresh-index.ts";
import { planBelieving } from "../site/plan/plan-site.ts";
import { placesBy, placesByPath, type PlaceOf } from "../site/plan/rows-by-path.ts";
import { siteRows } from "../site/plan/site-rows.ts";
import { storiesAfter, storiesOf, type Stories } from "../site/plan/stories.ts";
import { believedRows } from "../site/make/trusted-rows.ts";
import { rowsAfter, type RowsBefore } from "./rows-after.ts";
import { planUnreleased, type Unreleased } from "./plan-unreleased.ts";
import { siteFiles, type FileAt } from "./site-files.ts";

export interface Edition extends RowsBefore {
  readonly desk: Desk;
  readonly fileAt: FileAt;
  readonly stories: Stories;
  /** Of the live rows, by the files of their pages. */
  readonly placeOfPage: PlaceOf;
  /** Pages of what was withdrawn or killed. */
  readonly gone: ReadonlySet<string>;
  /** Why files hold no article. */
  readonly problems: readonly Problem[];
  /** Whether what is not live is shown, too. */
  readonly drafts: boolean;
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
 * Plans the edition of the desk's instant: the rows and what they share (30 us an article, 1 where the edition before has
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
  const told = (before && toldAfter(desk, index, before)) ?? toldAnew(desk, index);
  const { rows, stories } = told;
  const plan = planBelieving(desk, index, { theme, rows, stories });
  const site = siteFiles(plan, told.placeOfPage);
  const unreleased = once(() => (drafts ? planUnreleased(desk, index, plan.context) : NOTHING));
  return {
    desk,
    ...told,
    identity,
    published,
    fileAt: (path) => site(path) ?? unreleased().fileAt(path),
    gone: new Set(rows.gone.map(({ file }) => file)),
    problems: [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error"),
    drafts,
    unreleased: () => unreleased().links,
    until: rows.nextChange ?? Number.POSITIVE_INFINITY,
  };
}

/** What the index says of the articles of the site. */
type Told = Pick<Edition, "rows" | "stories" | "placeOf" | "placeOfPage">;

function toldAnew(desk: Desk, index: Index): Told {
  const rows = believedRows(desk, siteRows(desk, index));
  const placeOf = placesByPath(rows.live);
  return {
    rows,
    stories: storiesOf(index, rows.live, placeOf),
    placeOf,
    placeOfPage: placesBy(rows.live, ({ file }) => file),
  };
}

function toldAfter(desk: Desk, index: Index, before: Edition): Told | undefined {
  const rows = rowsAfter(desk, index, before);
  if (rows === undefined) return undefined;
  const { placeOf, placeOfPage } = before;
  const stories = storiesAfter(index, { ...before.rows, groups: before.stories.groups, placeOf }, rows.live);
  return { rows, stories, placeOf, placeOfPage };
}

const NOTHING: Unreleased = { fileAt: () => undefined, links: [] };
