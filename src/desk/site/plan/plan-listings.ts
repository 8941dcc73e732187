// The pages that list stories: sections, authors, tags, months, the front, the archive, corrections and the message pages.
import { isBefore } from "../../../base/code-point-order.ts";
import type { Crumb } from "../../../render/story.ts";
import { monthName } from "../../../render/site/month-name.ts";
import { renderArchivePage } from "../../../render/site/render-archive.ts";
import { renderListingPage } from "../../../render/site/render-listing.ts";
import { renderGonePage, renderNotFoundPage } from "../../../render/site/render-message.ts";
import type { Listing, PageOfList, Site, SiteLink } from "../../../render/site/site.ts";
import { siteLabelsFor } from "../../../render/site/site-labels.ts";
import { RANKS, type PlannedFile } from "../../../publish/planned-file.ts";
import { cutPages, type CutPage } from "./cut-pages.ts";
import type { SiteJob } from "../make/make-file.ts";
import { pageFileOf, siteAddress } from "./page-file.ts";
import { listedStories, shownKey } from "./read-listed.ts";
import { frontPage } from "./plan-front.ts";
import { keyedLater, keyOf } from "./key-of.ts";
import type { SiteContext } from "./site-context.ts";
import type { Group } from "./site-groups.ts";
import type { DatedRows, ListName, RowList, SiteRow } from "./site-row.ts";

/** A list and the address of its front. */
interface List {
  readonly kind: Listing["kind"];
  readonly title: string;
  readonly summary?: string;
  readonly href: string;
  readonly breadcrumb: readonly Crumb[];
  readonly links: readonly SiteLink[];
  readonly rows: RowList;
  /** First publication of the newest story, epoch milliseconds. */
  readonly newest: number;
}

type ListKey = Pick<ListName, "kind" | "step">;

/** Which pages of a list are asked for; undefined for one that is not. */
export type PagesAsked = (list: ListKey, rows: DatedRows) => ((page: CutPage) => boolean) | undefined;

const EVERY_PAGE: PagesAsked = () => () => true;

/** Every page that lists stories, but corrections; or of the lists only those that are asked for. */
export function* planListings(
  context: SiteContext,
  pagesAsked: PagesAsked = EVERY_PAGE,
): Generator<PlannedFile, void, undefined> {
  yield frontPage(context);
  for (const [key, group] of groupsOf(context)) {
    const isAsked = pagesAsked(key, group.rows);
    if (isAsked !== undefined) yield* pagesOf(context, listOf(context, key, group), isAsked);
  }
  if (context.live.length > 0) yield archivePage(context);
  yield* messagePages(context);
}

/** The addresses of all fronts of lists, for the sitemap. */
export function listAddresses(context: SiteContext): { readonly url: string; readonly updated?: number }[] {
  const home = { url: siteAddress(context.desk.settings) };
  const lists = Array.from(groupsOf(context), ([key, group]) => {
    const { href, newest } = listOf(context, key, group);
    return { url: href, updated: newest };
  });
  return [home, ...lists];
}

function* groupsOf({ groups }: SiteContext): Generator<readonly [ListKey, Group], void, undefined> {
  for (const kind of ["section", "author", "tag", "month"] as const)
    for (const [step, group] of groups[kind]) yield [{ kind, step }, group];
}

function listOf(context: SiteContext, { kind, step }: ListKey, group: Group): List {
  switch (kind) {
    case "section":
      return sectionList(context, step, group);
    case "month":
      return monthList(context, step, group);
    case "author":
      return plainList(context, ["author", "authors", step], group);
    case "tag":
      return plainList(context, ["tag", "tags", step], group);
  }
}

function sectionList(context: SiteContext, path: string, { name, rows, newest }: Group): List {
  const { settings } = context.desk;
  const steps = path.split("/").slice(0, -1);
  const above = steps.map((_, at) => steps.slice(0, at + 1).join("/"));
  const link = (section: string, title: string): SiteLink => ({
    name: title,
    href: siteAddress(settings, section),
  });
  const summary = settings.sections.get(path)?.summary;
  return {
    kind: "section",
    title: name,
    href: siteAddress(settings, path),
    breadcrumb: [
      home(context),
      ...above.map((step) => link(step, settings.sections.get(step)?.name ?? step)),
    ],
    links: sectionsBelow(context, path).map(([section, group]) => link(section, group.name)),
    rows,
    newest,
    ...(summary === undefined ? {} : { summary }),
  };
}

/** Those that have stories: in the order of stet.yaml, so that a new story moves none of them, then the others. */
function sectionsBelow({ desk, groups }: SiteContext, path: string): readonly (readonly [string, Group])[] {
  const below = [...groups.section].filter(
    ([other]) => other.startsWith(`${path}/`) && !other.slice(path.length + 1).includes("/"),
  );
  const places = new Map([...desk.settings.sections.keys()].map((section, place) => [section, place]));
  const placeOf = (section: string): number => places.get(section) ?? places.size;
  return below.sort(([a], [b]) => placeOf(a) - placeOf(b) || (isBefore(a, b) ? -1 : 1));
}

function plainList(
  context: SiteContext,
  [kind, folder, slug]: readonly ["author" | "tag", string, string],
  { name, rows, newest }: Group,
): List {
  const href = siteAddress(context.desk.settings, folder, slug);
  return { kind, title: name, href, breadcrumb: [home(context)], links: [], rows, newest };
}

function monthList(context: SiteContext, month: string, { rows, newest }: Group): List {
  const { settings } = context.desk;
  const archive = { name: siteLabelsFor(settings.language).archive, href: siteAddress(settings, "archive") };
  return {
    kind: "month",
    title: monthName(yearAndMonth(month), settings.language),
    href: siteAddress(settings, month),
    breadcrumb: [home(context), archive],
    links: [],
    rows,
    newest,
  };
}

function yearAndMonth(text: string): { readonly year: number; readonly month: number } {
  const [year = 0, month = 0] = text.split("/").map(Number);
  return { year, month };
}

export function home({ desk }: SiteContext): Crumb {
  return { name: siteLabelsFor(desk.settings.language).home, href: siteAddress(desk.settings) };
}

function* pagesOf(
  context: SiteContext,
  list: List,
  isAsked: (page: CutPage) => boolean,
): Generator<PlannedFile, void, undefined> {
  const { settings } = context.desk;
  const { rows: all, newest: _, ...frame } = list;
  const pages = cutPages(all.length, settings.publish.archive);
  for (const page of pages.filter(isAsked)) {
    // Not held until the page is made: there are more of these than of all else that a plan has of a list.
    const rows = (): readonly SiteRow[] => all.slice(page.start, page.end);
    const href = addressOf(list, page.number);
    const pagination = paginationOf(list, page, pages.length);
    const listing = (): Listing => ({
      ...frame,
      href,
      stories: listedStories(context, rows()),
      ...pagination,
    });
    yield keyedLater(
      {
        path: pageFileOf(settings, href),
        what: `the ${list.kind} ${list.title}`,
        rank: RANKS.listing,
        content: () => renderListingPage(listing(), context.site),
        job: (): SiteJob => ({ kind: "listing", listing: listing() }),
      },
      () =>
        keyOf(
          context.frameKey,
          frame,
          pagination,
          rows().map((row) => shownKey(context, row)),
        ),
    );
  }
}

function addressOf({ href }: List, number: number | undefined): string {
  return number === undefined ? href : `${href}page/${number}/`;
}

/** Older pages have lower numbers; the front stands for the highest. */
function paginationOf(list: List, { number }: CutPage, count: number): { readonly pages?: PageOfList } {
  if (count === 1) return {};
  const place = number ?? count;
  const newer =
    number === undefined ? undefined : addressOf(list, number + 1 === count ? undefined : number + 1);
  const older = place === 1 ? undefined : addressOf(list, place - 1);
  const links = { ...(newer === undefined ? {} : { newer }), ...(older === undefined ? {} : { older }) };
  return { pages: { number: place, count, ...links } };
}

function archivePage(context: SiteContext): PlannedFile {
  const { settings } = context.desk;
  const months = [...context.groups.month].map(([month, { rows }]) => ({
    ...yearAndMonth(month),
    href: siteAddress(settings, month),
    count: rows.length,
  }));
  const href = siteAddress(settings, "archive");
  return {
    path: pageFileOf(settings, href),
    what: "the archive",
    rank: RANKS.listing,
    key: keyOf(context.frameKey, months),
    content: () => renderArchivePage({ href, breadcrumb: [home(context)], months }, context.site),
  };
}

/** They are shown at any address, so what they name must be whole. */
function* messagePages({ desk, site, frameKey }: SiteContext): Generator<PlannedFile, void, undefined> {
  const anywhere: Site = { ...site, assetsAt: desk.settings.url ?? "/" };
  const key = keyOf(frameKey);
  const what = "the page of a message";
  yield { path: "404.html", what, rank: RANKS.page, key, content: () => renderNotFoundPage(anywhere) };
  yield { path: "410.html", what, rank: RANKS.page, key, content: () => renderGonePage(anywhere) };
}
