// What every page of a site shares: its rows, its frame, its theme, and what its bytes depend on besides.
import type { Settings } from "../../../article/settings.ts";
import { VERSION } from "../../../base/version.ts";
import { sourceHash } from "../../../newsroom/read/content-hash.ts";
import type { Site, SiteHead } from "../../../render/site/site.ts";
import type { Theme } from "../../../render/theme/theme.ts";
import type { Index } from "../../../index/open-index.ts";
import { hubsOf } from "../../feeds/hubs-of.ts";
import type { Desk } from "../../desk.ts";
import { feedTitle, siteUrl } from "../../feeds/feed-head-of.ts";
import { NO_SHARED_IDS, type SharedIds } from "../../feeds/shared-ids.ts";
import { besideRows, type BesideRows } from "./beside-rows.ts";
import type { ShownStories } from "./found-story.ts";
import { keyOf } from "./key-of.ts";
import { siteAddress } from "./page-file.ts";
import type { RowList, SiteRow } from "./site-row.ts";
import type { GoneRow } from "./site-rows.ts";
import type { Stories } from "./stories.ts";

/** Which articles are in a feed, and from when on others would be, if its query asked for them. */
export interface FeedReach {
  /** The names of its archives, oldest first. */
  readonly archives: readonly string[];
  /** The files of the articles in the document that readers subscribe to, in its order. */
  readonly current: readonly string[];
  /** Epoch milliseconds of first publication; undefined where any would be. */
  readonly since: number | undefined;
}

export interface PlannedFeed {
  readonly reach: FeedReach;
  /** The files of the articles in the archives that were planned, by their names. */
  readonly cut: ReadonlyMap<string, readonly string[]>;
}

export interface SiteContext extends Stories {
  readonly desk: Desk;
  readonly index: Index;
  /** Live rows whose pages cannot be made. */
  readonly contested: readonly SiteRow[];
  readonly gone: readonly GoneRow[];
  /** None in the plan of a change: where there are any, everything is planned. */
  readonly sharedIds: SharedIds;
  readonly site: Site;
  /** The computed related stories of pages, as far as they were asked for. */
  readonly beside: BesideRows;
  /** Those of a row whose page has them still; undefined where they are not known. */
  readonly recall: (row: SiteRow) => readonly SiteRow[] | undefined;
  /** Where it is known how lists showed stories before. */
  readonly shown?: ShownStories | undefined;
  /** Part of every key: settings, theme, frame and the program's version. */
  readonly frameKey: string;
  /** True where pages must bear out what the index says (trusted-rows.ts: believedRows). */
  readonly isBelieving: boolean;
  /** The feeds planned so far, by their number in stet.yaml. */
  readonly feeds: Map<number, PlannedFeed>;
}

/** What a context is made of. */
interface SiteParts
  extends Pick<SiteContext, "gone">, Partial<Pick<SiteContext, "contested" | "recall" | "shown">> {
  readonly stories: Stories;
  readonly theme: Theme;
  readonly isBelieving?: boolean;
  /** Asked once there is a feed to plan. */
  readonly sharedIds?: () => SharedIds;
}

export function siteContext(
  desk: Desk,
  index: Index,
  {
    stories,
    contested = [],
    gone,
    theme,
    isBelieving = false,
    recall = () => undefined,
    shown,
    sharedIds = () => NO_SHARED_IDS,
  }: SiteParts,
): SiteContext {
  const head = siteHead(desk, stories);
  const assetsAt = new URL(siteUrl(desk.settings, "")).pathname;
  return {
    ...stories,
    desk,
    index,
    contested,
    gone,
    get sharedIds() {
      return sharedIds();
    },
    site: { head, theme, assetsAt, sourceHash },
    isBelieving,
    feeds: new Map(),
    beside: Array.isArray(stories.live) ? besideRows(stories.live) : new Map(),
    recall,
    shown,
    frameKey: keyOf(
      VERSION,
      hubsOf(desk),
      settingsKey(desk.settings),
      head,
      [...theme.templates],
      theme.style,
    ),
  };
}

/** Everything of stet.yaml that pages and feeds show or go by. */
export function settingsKey(settings: Settings): string {
  const plain = (value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return keyOf(Object.entries(settings).map(([name, value]) => [name, plain(value)]));
}

function siteHead({ settings, now }: Desk, { live, corrected, groups }: Stories): SiteHead {
  const { name, url, language, timezone, publish } = settings;
  const top = [...settings.sections].filter(([path]) => !path.includes("/") && groups.section.has(path));
  return {
    name,
    language,
    timezone,
    ...(url === undefined ? {} : { url }),
    sections: top.map(([path, section]) => ({ name: section.name, href: siteAddress(settings, path) })),
    feeds: publish.feeds.map((feed) => ({
      title: feedTitle(settings, feed),
      href: siteUrl(settings, feed.path),
      format: feed.format,
    })),
    ...(live.length === 0 ? {} : { archive: siteAddress(settings, "archive") }),
    ...(hasCorrections(corrected, now) ? { corrections: siteAddress(settings, "corrections") } : {}),
    links: [],
  };
}

/** True where one is made already: the page of corrections has no others, and is not there without one. */
function hasCorrections(corrected: RowList, now: number): boolean {
  for (const { more } of corrected) if (more?.corrections?.some((at) => at <= now) === true) return true;
  return false;
}
