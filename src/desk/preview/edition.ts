// What a preview shows at one instant: the files that publish would write, by path, none of them made yet, and what is
// wrong with files that hold no article.
import type { Problem } from "../../base/problem.ts";
import { countPublished } from "../../index/published-files.ts";
import { storedErrors } from "../../index/select-files.ts";
import { identityOf } from "../../index/write-rows.ts";
import type { PlannedFile } from "../../publish/planned-file.ts";
import type { Theme } from "../../render/theme/theme.ts";
import type { PreviewLink } from "../../render/preview/preview-page.ts";
import type { Desk } from "../desk.ts";
import type { FreshIndex } from "../keep-index/fresh-index.ts";
import { planBelieving } from "../site/plan/plan-site.ts";
import { siteRows } from "../site/plan/site-rows.ts";
import { believedRows } from "../site/make/trusted-rows.ts";
import { rowsAfter, type RowsBefore } from "./rows-after.ts";
import { planUnreleased, type Unreleased } from "./plan-unreleased.ts";

export interface Edition extends RowsBefore {
  readonly desk: Desk;
  /** By path in the site. */
  readonly files: ReadonlyMap<string, PlannedFile>;
  /** Pages of what was withdrawn or killed. */
  readonly gone: ReadonlySet<string>;
  /** Why files hold no article. */
  readonly problems: readonly Problem[];
  /** Articles that are not live, with `drafts`. */
  readonly unreleased: readonly PreviewLink[];
  /** Images that only their pages show. */
  readonly images: ReadonlyMap<string, PlannedFile>;
  /** When the next article goes up or comes down, epoch milliseconds. */
  readonly until: number;
}

export interface Editing {
  readonly theme: Theme;
  readonly drafts: boolean;
  /** An edition of the same settings, of which nothing was due to change by itself until now. */
  readonly before?: RowsBefore | undefined;
}

/**
 * Plans the edition of the desk's instant, as planWholeSite does and at its cost, but for what the edition before it has.
 * Nothing is published of it, so the index is believed; a page is made only of what its file says.
 */
export function planEdition(
  desk: Desk,
  { index, problems }: FreshIndex,
  { theme, drafts, before }: Editing,
): Edition {
  const identity = identityOf(index);
  const published = countPublished(index);
  const rows = (before && rowsAfter(desk, index, before)) ?? believedRows(desk, siteRows(desk, index));
  const { files: planned } = planBelieving(desk, index, { theme, rows });
  const files = new Map<string, PlannedFile>();
  for (const file of planned) if (isShown(file, files.get(file.path))) files.set(file.path, file);
  const more = drafts ? planUnreleased(desk, index, { rows, theme }) : NOTHING;
  for (const file of more.files) if (!files.has(file.path)) files.set(file.path, file);
  return {
    desk,
    rows,
    identity,
    published,
    files,
    gone: new Set(rows.gone.map(({ file }) => file)),
    problems: [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error"),
    unreleased: more.links,
    images: more.images,
    until: rows.nextChange ?? Number.POSITIVE_INFINITY,
  };
}

/** Of two articles that claim a path, of which publish writes neither, the first is shown; of an article and a list or a feed that. */
function isShown(file: PlannedFile, other: PlannedFile | undefined): boolean {
  return other === undefined || (file.source === undefined && other.source !== undefined);
}

const NOTHING: Unreleased = { files: [], links: [], images: new Map() };
