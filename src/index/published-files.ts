// Every file whose article is out or has been: what a site is planned from.
import type { BodyRefs } from "./file-row.ts";
import { prepared, type Index } from "./open-index.ts";
import { FILE_COLUMNS, readFile, type IndexedFile } from "./read-rows.ts";

/** A file of the index with what its body points at. */
export interface PublishedFile extends IndexedFile {
  readonly refs?: BodyRefs;
}

const PUBLISHED = `SELECT ${FILE_COLUMNS}, refs FROM file
  WHERE status IN ('published', 'withdrawn', 'killed') ORDER BY path`;

/** The files of published, withdrawn and killed articles, in path order; whether each is live is for the gate. */
export function publishedFiles(index: Index): PublishedFile[] {
  const rows = prepared(index, PUBLISHED).all();
  return rows.map((row) => {
    const refs: BodyRefs | undefined = typeof row["refs"] === "string" ? JSON.parse(row["refs"]) : undefined;
    return refs === undefined ? readFile(row) : { ...readFile(row), refs };
  });
}

/** The paths of files that hold no article at the moment. */
export function unreadableFiles(index: Index): string[] {
  const rows = prepared(index, "SELECT path FROM file WHERE errors IS NOT NULL ORDER BY path").all();
  return rows.map(({ path }) => path).filter((path) => typeof path === "string");
}
