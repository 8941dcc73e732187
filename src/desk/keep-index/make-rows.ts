// Article files -> the rows of the index: read, parsed and measured, here or in worker threads.
import type { Settings } from "../../article/settings.ts";
import type { Limits } from "../../article/limits.ts";
import { parseArticle } from "../../article/parse-article.ts";
import { boundRowOf, type BoundRow } from "../../index/bound-row.ts";
import { fileRowOf, type ReadFile } from "../../index/file-row.ts";
import { articleFileReader, type ArticleFileReading } from "../../newsroom/read/read-article-file.ts";
import { fileSlugOf } from "../parse-file.ts";

/** What making rows needs of a desk: plain data, so that it can be sent to a thread. */
export interface RowSource {
  readonly root: string;
  readonly settings: Settings;
  readonly limits: Limits;
}

/** A file to read; `hash` is that of the row the index has. */
export interface RowRequest {
  readonly path: string;
  readonly hash?: string | undefined;
}

/**
 * Makes the row of one file after the other; undefined where its bytes are those of the row the index has. For files that
 * are read at once (articleFileReader).
 */
export function rowMaker(source: RowSource): (request: RowRequest) => BoundRow | undefined {
  const readFile = articleFileReader(source.root, source.limits.fileBytes);
  return (request) => {
    const read = readRequested(source, request, readFile(request.path));
    return read === undefined ? undefined : boundRowOf(fileRowOf(read, source.settings.timezone));
  };
}

function readRequested(
  { settings, limits }: RowSource,
  { path, hash }: RowRequest,
  reading: ArticleFileReading,
): ReadFile | undefined {
  const fileSlug = fileSlugOf(path);
  if (!reading.ok) return { path, hash: "", fileSlug, article: undefined, problems: [reading.problem] };
  const { file } = reading;
  if (file.hash === hash) return undefined;
  const { article, problems } = parseArticle({ text: file.text, fileSlug, file: path }, settings, limits);
  return { path, hash: file.hash, fileSlug, article, problems };
}
