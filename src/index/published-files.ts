// Every file whose article is out or has been: what a site is planned from.
import type { BodyRefs } from "./file-row.ts";
import { damagedIndex, prepared, type Index } from "./open-index.ts";
import { FILE_COLUMNS, parseJson, readFile, type IndexedFile } from "./read-rows.ts";

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
    const refs = refsIn(row["refs"]);
    return refs === undefined ? readFile(row) : { ...readFile(row), refs };
  });
}

function refsIn(column: unknown): BodyRefs | undefined {
  if (typeof column !== "string") return undefined;
  const { articles, images }: Partial<Record<string, unknown>> = { ...Object(parseJson(column)) };
  if (isTexts(articles) && isTexts(images)) return { articles, images };
  throw damagedIndex();
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** The paths of files that hold no article at the moment. */
export function unreadableFiles(index: Index): string[] {
  const rows = prepared(index, "SELECT path FROM file WHERE errors IS NOT NULL ORDER BY path").all();
  return rows.map(({ path }) => path).filter((path) => typeof path === "string");
}
