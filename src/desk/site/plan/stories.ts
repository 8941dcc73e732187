// The live stories of a site as planning looks for them, whether all of them are in memory or they are remembered on the
// disk (remembered-stories.ts).
import type { Index } from "../../../index/open-index.ts";
import { headlineNames, type HeadlineNames } from "./headline-names.ts";
import { rowsByPath, type PlaceOf, type RowsByPath } from "./rows-by-path.ts";
import { groupsAfter, isListedAlike, siteGroups, type ChangedRow, type SiteGroups } from "./site-groups.ts";
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
export function storiesOf(index: Index, live: readonly SiteRow[], placeOf?: PlaceOf): Stories {
  return storiesIn(index, live, { byPath: rowsByPath(live, placeOf), groups: siteGroups(live) });
}

/** What stories were, and where each is by its path. */
export interface StoriesBefore {
  readonly live: readonly SiteRow[];
  readonly groups: SiteGroups;
  readonly placeOf: PlaceOf;
}

/** Those where some rows are others than before, each with the path, and published when, the one in its place was. */
export function storiesAfter(
  index: Index,
  { live: rows, groups, placeOf }: StoriesBefore,
  live: readonly SiteRow[],
): Stories {
  const changed = live.flatMap((now, place): ChangedRow[] => {
    const before = rows[place];
    return before === undefined || before === now ? [] : [[before, now]];
  });
  return storiesIn(index, live, {
    byPath: rowsByPath(live, placeOf),
    groups: changed.every(isListedAlike) ? groupsAfter(groups, changed) : siteGroups(live),
  });
}

function storiesIn(
  index: Index,
  live: readonly SiteRow[],
  { byPath, groups }: Pick<Stories, "byPath" | "groups">,
): Stories {
  return {
    live,
    corrected: live.filter(({ more }) => more?.corrections !== undefined),
    byPath,
    groups,
    names: headlineNames(live),
    versions: storyVersions(index, live, byPath),
  };
}
