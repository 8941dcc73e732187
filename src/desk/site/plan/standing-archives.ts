// The archives of a feed that a change leaves as they are. There may be thousands, and the key of each asks after every
// article in it.
import type { SiteDocument } from "../../feeds/feed-documents.ts";
import type { FeedReach } from "./site-context.ts";
import type { SiteRow } from "./site-row.ts";

/** Tells of an archive, and of the path of the one before it. */
export type IsStanding = (archive: SiteDocument, previous: string | undefined) => boolean;

interface Archive {
  readonly paths: readonly string[];
  readonly previous: string | undefined;
}

/** Those of the same articles as before, behind the same archive, with none of these pages among them. */
export function standingArchives(before: FeedReach | undefined, pages: readonly SiteRow[]): IsStanding {
  const archives = before === undefined ? new Map<string, Archive>() : archivesOf(before);
  const others = new Set(pages.map(({ path }) => path));
  return ({ path, rows }, previous) => {
    const archive = archives.get(path);
    if (archive?.previous !== previous || archive?.paths.length !== rows.length) return false;
    return rows.every((row, at) => row.path === archive.paths[at] && !others.has(row.path));
  };
}

function archivesOf({ documents, sizes, paths }: FeedReach): ReadonlyMap<string, Archive> {
  const archives = new Map<string, Archive>();
  let start = 0;
  for (const [at, path] of documents.entries()) {
    const end = start + (sizes[at] ?? 0);
    archives.set(path, { paths: paths.slice(start, end), previous: documents.at(at - 1) });
    start = end;
  }
  return archives;
}
