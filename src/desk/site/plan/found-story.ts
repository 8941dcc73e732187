// A story as lists and the pages that point at it show it, and where it is kept so.
import type { ListedStory } from "../../../render/site/site.ts";
import type { SiteRow } from "./site-row.ts";

export interface FoundStory extends ListedStory {
  readonly slug: string;
  /** Its text ran first elsewhere. */
  readonly isElsewhere: boolean;
}

/** A story, and the hash of the file it was read from. */
export interface ShownStory {
  readonly hash: string;
  readonly story: FoundStory;
}

/** Stories read from their files earlier: those of which the row has the same hash. */
export interface ShownStories {
  readonly get: (row: SiteRow) => FoundStory | undefined;
  readonly put: (row: SiteRow, story: FoundStory) => void;
}
