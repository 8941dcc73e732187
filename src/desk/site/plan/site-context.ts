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
import { headlineNames, type HeadlineNames } from "./headline-names.ts";
import type { SiteGroups } from "./site-groups.ts";
import { keyOf } from "./key-of.ts";
import { siteAddress } from "./page-file.ts";
import type { SiteRow } from "./site-row.ts";
import type { SiteRows } from "./site-rows.ts";
import { storyVersions, type Versions } from "./versions.ts";

/** Which articles are in a feed, and from when on others would be, if its query asked for them. */
export interface FeedReach {
  readonly paths: readonly string[];
  /** Epoch milliseconds of first publication; undefined where any would be. */
  readonly since: number | undefined;
}

export interface SiteContext {
  readonly desk: Desk;
  readonly index: Index;
  readonly rows: SiteRows;
  readonly groups: SiteGroups;
  readonly site: Site;
  /** Live rows by the path of their file. */
  readonly byPath: ReadonlyMap<string, SiteRow>;
  readonly versions: Versions;
  /** The computed related stories of pages, as far as they were asked for. */
  readonly beside: Map<SiteRow, readonly SiteRow[]>;
  readonly names: HeadlineNames;
  /** Part of every key: settings, theme, frame and the program's version. */
  readonly frameKey: string;
  /** True where pages must bear out what the index says (trusted-rows.ts: believedRows). */
  readonly isBelieving: boolean;
  /** What the feeds planned so far hold, by their number in stet.yaml. */
  readonly feeds: Map<number, FeedReach>;
}

/** What a context is made of. */
interface SiteParts extends Pick<SiteContext, "rows" | "groups"> {
  readonly theme: Theme;
  readonly isBelieving?: boolean;
  /** What all pages show, and their computed related stories, where these are known already. */
  readonly head?: SiteHead;
  readonly beside?: Map<SiteRow, readonly SiteRow[]>;
}

export function siteContext(
  desk: Desk,
  index: Index,
  { rows, groups, theme, isBelieving = false, head: known, beside = new Map() }: SiteParts,
): SiteContext {
  const head = known ?? siteHead(desk.settings, rows, groups);
  const byPath = new Map(rows.live.map((row) => [row.path, row]));
  const assetsAt = new URL(siteUrl(desk.settings, "")).pathname;
  return {
    desk,
    index,
    rows,
    groups,
    site: { head, theme, assetsAt, sourceHash },
    isBelieving,
    feeds: new Map(),
    beside,
    byPath,
    versions: storyVersions(index, byPath),
    names: headlineNames(rows.live),
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

function siteHead(settings: Settings, { live }: SiteRows, { section: sections }: SiteGroups): SiteHead {
  const { name, url, language, timezone, publish } = settings;
  const top = [...settings.sections].filter(([path]) => !path.includes("/") && sections.has(path));
  const hasCorrections = live.some(({ more }) => more?.corrections !== undefined);
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
    ...(hasCorrections ? { corrections: siteAddress(settings, "corrections") } : {}),
    links: [],
  };
}
