// The whole edition that should be there at the desk's instant: a pure function of the newsroom and that instant.
import { once } from "../../../base/once.ts";
import type { Index } from "../../../index/open-index.ts";
import { imageStamp } from "../../../newsroom/read/read-image-file.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import { assetsOf, type Theme } from "../../../render/theme/theme.ts";
import type { Desk } from "../../desk.ts";
import { sharedIds, type Standing } from "../../feeds/shared-ids.ts";
import { ownImage, type OwnImage } from "../make/image-sizes.ts";
import { planCorrections } from "./plan-corrections.ts";
import { planDocuments } from "./plan-documents.ts";
import { planListings } from "./plan-listings.ts";
import { planPages } from "./plan-pages.ts";
import { withRedirects } from "./plan-redirects.ts";
import { keyOf } from "./key-of.ts";
import { siteContext, type SiteContext } from "./site-context.ts";
import { imagesOf, type SiteRow } from "./site-row.ts";
import { siteRows, type SiteRows } from "./site-rows.ts";
import { storiesOf, type Stories } from "./stories.ts";
import { believedRows, trustedRows } from "../make/trusted-rows.ts";

export interface SitePlan {
  readonly rows: SiteRows;
  readonly context: SiteContext;
  readonly files: Iterable<PlannedFile>;
}

/** Plans every file of the site; none is made yet. Cost: 20 us an article, and the reading of new ones. */
export function planSite(desk: Desk, index: Index, theme: Theme): SitePlan {
  return planOf(desk, index, {
    theme,
    rows: trustedRows(desk, index, siteRows(desk, index)),
    isBelieving: false,
  });
}

/** As planSite, for a site of which nothing may be shown before every file is made: new articles are not read twice. */
export function planWholeSite(desk: Desk, index: Index, theme: Theme): SitePlan {
  return planBelieving(desk, index, { theme, rows: believedRows(desk, siteRows(desk, index)) });
}

/** The same of rows that are known (believedRows). */
export function planBelieving(desk: Desk, index: Index, planning: Omit<Planning, "isBelieving">): SitePlan {
  return planOf(desk, index, { ...planning, isBelieving: true });
}

interface Planning {
  readonly theme: Theme;
  readonly rows: SiteRows;
  /** Those of the live rows, if they are known. */
  readonly stories?: Stories;
  readonly isBelieving: boolean;
}

function planOf(desk: Desk, index: Index, planning: Planning): SitePlan {
  const { theme, rows, isBelieving } = planning;
  const { live, contested, gone } = rows;
  const stories = planning.stories ?? storiesOf(index, live);
  const standing = (path: string): Standing => {
    if (stories.byPath.has(path) || contested.some((row) => row.path === path)) return "live";
    return gone.some((row) => row.path === path) ? "gone" : undefined;
  };
  const context = siteContext(desk, index, {
    stories,
    contested,
    gone,
    theme,
    isBelieving,
    sharedIds: once(() => sharedIds(index, standing)),
  });
  return { rows, context, files: filesOf(context) };
}

function filesOf(context: SiteContext): Iterable<PlannedFile> {
  return withRedirects(context, planOthers(context));
}

function* planOthers(context: SiteContext): Generator<PlannedFile, void, undefined> {
  yield* planAssets(context);
  yield* planPages(context);
  yield* planPages(context, context.contested);
  yield* planListings(context);
  yield* planCorrections(context);
  yield* planDocuments(context);
}

function* planAssets(context: SiteContext): Generator<PlannedFile, void, undefined> {
  yield* planTheme(context);
  yield* planImages(context.desk, [...context.live, ...context.contested]);
}

/** The theme's own files. */
export function* planTheme({ desk, site, frameKey }: SiteContext): Generator<PlannedFile, void, undefined> {
  const folder = desk.settings.publish.theme ?? "";
  for (const asset of assetsOf(site.theme)) {
    const content = "text" in asset ? asset.text : { copyOf: `${folder}/${asset.copyOf}` };
    const stamp = "text" in asset ? "" : (imageStamp(desk.root, `${folder}/${asset.copyOf}`) ?? "");
    yield { path: asset.path, rank: RANKS.asset, key: keyOf(frameKey, stamp), content: () => content };
  }
}

/** Every image of the newsroom that these articles show. */
export function* planImages(desk: Desk, rows: Iterable<SiteRow>): Generator<PlannedFile, void, undefined> {
  const shown = new Set<string>();
  for (const row of rows)
    for (const src of imagesOf(row)) {
      const image = ownImage(desk, src);
      if (image === undefined || shown.has(image.path)) continue;
      shown.add(image.path);
      yield imageFile(image);
    }
}

/** An image of the newsroom as the file of the site that it is. */
export function imageFile({ path, stamp }: OwnImage): PlannedFile {
  return { path, rank: RANKS.asset, key: stamp, content: () => ({ copyOf: path }) };
}
