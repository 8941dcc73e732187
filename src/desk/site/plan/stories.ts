// The live stories of a site as planning looks for them, whether all of them are in memory or they are remembered on the
// disk (remembered-stories.ts).
import type { Index } from "../../../index/open-index.ts";
import { headlineNames, type HeadlineNames } from "./headline-names.ts";
import { rowsByPath, type RowsByPath } from "./rows-by-path.ts";
import { siteGroups, type SiteGroups } from "./site-groups.ts";
import type { RowList, SiteRow } from "./site-row.ts";
import { storyVersions, type Versions } from "./versions.ts";

export interface Stories {
  readonly live: RowList;
  /** Those with corrections. */
  readonly corrected: RowList;
  /** By the path of their file. */
  readonly byPath: RowsByPath;
  readonly groups: SiteGroups;
  readonly names: HeadlineNames;
  readonly versions: Versions;
}

/** Those of all live rows, newest first. */
export function storiesOf(index: Index, live: readonly SiteRow[]): Stories {
  const byPath = rowsByPath(live);
  return {
    live,
    corrected: live.filter(({ more }) => more?.corrections !== undefined),
    byPath,
    groups: siteGroups(live),
    names: headlineNames(live),
    versions: storyVersions(index, live, byPath),
  };
}
