// Feeds, sitemaps and robots.txt of a site: planned from rows of the index, made and checked only where something in
// them has changed.
import { NEWS_WINDOW } from "../../../formats/news-sitemap.ts";
import { SITEMAP_ROWS } from "../../../formats/sitemap.ts";
import type { PlannedFile } from "../../../publish/planned-file.ts";
import { robotsDocument, sitemapDocuments } from "../../feeds/sitemap-documents.ts";
import { documentFile, filed } from "./filed-rows.ts";
import { keyOf } from "./key-of.ts";
import { listAddresses } from "./plan-listings.ts";
import { planFeeds } from "./plan-feeds.ts";
import { versionsKey, withAlternates } from "./page-versions.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** Every document of the site. Throws StetError usage/bad-query for a feed whose query cannot be read. */
export function* planDocuments(context: SiteContext): Generator<PlannedFile, void, undefined> {
  const { desk } = context;
  yield* planFeeds(context);
  yield* planSitemaps(context);
  if (desk.settings.publish.robots) yield documentFile(robotsDocument(desk), () => keyOf(context.frameKey));
}

/** All sitemaps; or those of the months that are asked for, and those that are not of a month. */
export function* planSitemaps(
  context: SiteContext,
  isAsked: (month: string) => boolean = () => true,
): Generator<PlannedFile, void, undefined> {
  const { desk, groups, frameKey } = context;
  if (!desk.settings.publish.sitemap) return;
  const months = Array.from(groups.month, ([month, { rows, updated }]) => ({
    name: month.replace("/", "-"),
    rows: () => [...rows],
    ...(isAsked(month) || rows.length > SITEMAP_ROWS ? {} : { standing: updated }),
  }));
  const newest: SiteRow[] = [];
  for (const row of context.live) {
    if (row.published <= desk.now - NEWS_WINDOW) break;
    newest.push(row);
  }
  const pages = listAddresses(context);
  const documents = sitemapDocuments<SiteRow>(desk, {
    months: months.toReversed(),
    newest,
    pages,
    addresses: (row) => addressesOf(context, row),
    filed: (some) => withAlternates(context, filed(context, some)),
  });
  for (const { path, shows, text } of documents)
    yield documentFile({ path, text }, () => keyOf(frameKey, shows));
}

/** Changes with its own address and with what is told of its versions. */
function addressesOf(context: SiteContext, row: SiteRow): unknown {
  const versions = versionsKey(context, row);
  return versions.length === 0 ? row.file : [row.file, versions];
}
