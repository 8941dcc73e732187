// The other languages of a story as its page and its sitemap name them: read from their files, as everything that is shown.
import { slugKey } from "../../../article/slug.ts";
import { nameKey } from "../../../index/names.ts";
import type { Index } from "../../../index/open-index.ts";
import { countFiles } from "../../../index/select-files.ts";
import { alternatesOf } from "../../../render/site/versions-view.ts";
import type { Version } from "../../../render/story.ts";
import type { Desk } from "../../desk.ts";
import type { FiledRow } from "../../feeds/feed-entry-of.ts";
import { freshIndex } from "../../keep-index/fresh-index.ts";
import { listedStory } from "./read-listed.ts";
import { headNow } from "../make/row-head.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";
import { rowsByPath } from "./rows-by-path.ts";
import { siteRows } from "./site-rows.ts";
import { storyVersions, versionsBeside } from "./versions.ts";

/** What versions are looked up with. */
type Looking = Pick<SiteContext, "desk" | "index" | "byPath" | "versions" | "isBelieving">;

/** Itself and the live translations of it, one a language; none where there are no others. */
export function versionsOf(context: Looking, row: SiteRow): Version[] {
  return versionsBeside(context.versions, row).flatMap((other) => {
    const story = listedStory(context, other);
    if (story === undefined) return [];
    const { language, href, isElsewhere } = story;
    const isForReadersAlone = isElsewhere || (other === row && !isMutual(context, row));
    return [{ language, href, is: kinship(context, row, other), isForReadersAlone }];
  });
}

/** Changes with what the page of the row and its sitemap say of its versions; empty where it has none. */
export function versionsKey(context: Pick<Looking, "versions">, row: SiteRow): readonly unknown[] {
  const beside = versionsBeside(context.versions, row);
  // Whatever their files say, their languages above all.
  const said = beside.map(({ file, hash }) => [file, hash]);
  return said.length === 0 ? [] : [isMutual(context, row), said];
}

/** Rows of sitemaps with the versions that the head of each page names: search engines want the same set in both places. */
export function withAlternates(context: Looking, rows: readonly FiledRow[]): FiledRow[] {
  return rows.map((row) => {
    const told = context.versions.has(row.path) ? context.byPath.get(row.path) : undefined;
    const versions = told === undefined ? [] : versionsOf(context, told);
    const alternates = alternatesOf({ versions, newsroom: context.desk.settings });
    return alternates.length === 0 ? row : { ...row, alternates };
  });
}

/** Search engines heed no versions that do not name each other: the second of one language names none to them. */
function isMutual({ versions }: Pick<Looking, "versions">, row: SiteRow): boolean {
  return versionsBeside(versions, row).every((other) => versionsBeside(versions, other).includes(row));
}

/** As withAlternates, where no site is planned. 20 us a published article where any is a translation. */
export async function lookUpAlternates(desk: Desk, rows: readonly FiledRow[]): Promise<readonly FiledRow[]> {
  const { index } = await freshIndex(desk);
  if (countFiles(index, { kind: "has", what: "translation" }, desk.now) === 0) return rows;
  const { live } = siteRows(desk, index);
  const byPath = rowsByPath(live);
  const versions = storyVersions(index, live, byPath);
  return withAlternates({ desk, index, versions, byPath, isBelieving: false }, rows);
}

function kinship({ index }: Looking, row: SiteRow, other: SiteRow): Version["is"] {
  if (other === row) return "itself";
  if (isNamed(index, other, row.more?.translationOf)) return "original";
  return isNamed(index, row, other.more?.translationOf) ? "translation" : "sibling";
}

function isNamed(index: Index, row: SiteRow, name: string | undefined): boolean {
  if (name === undefined) return false;
  const key = nameKey(name);
  const head = headNow(index, row);
  if (head === undefined) return false;
  return [head.slug, ...head.formerSlugs, head.id ?? ""].some((each) => slugKey(each) === key);
}
