// Article files -> the rows of the index: read, parsed and measured, here or in worker threads.
import type { Settings } from "../article/settings.ts";
import type { Limits } from "../article/limits.ts";
import { parseArticle } from "../article/parse-article.ts";
import { fileRowOf, type FileRow } from "../index/file-row.ts";
import { readArticleFile } from "../newsroom/read-article-file.ts";
import { fileSlugOf } from "./parse-file.ts";

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

/** The row of a file; undefined where its bytes are those of the row the index has. */
export function makeRow(
  { root, settings, limits }: RowSource,
  { path, hash }: RowRequest,
): FileRow | undefined {
  const fileSlug = fileSlugOf(path);
  const reading = readArticleFile(root, path, limits.fileBytes);
  if (!reading.ok) {
    const read = { path, hash: "", fileSlug, article: undefined, problems: [reading.problem] };
    return fileRowOf(read, settings.timezone);
  }
  const { file } = reading;
  if (file.hash === hash) return undefined;
  const { article, problems } = parseArticle({ text: file.text, fileSlug, file: path }, settings, limits);
  return fileRowOf({ path, hash: file.hash, fileSlug, article, problems }, settings.timezone);
}

/** True for the row of a file that the system kept from being read: the next reader may get it, and no stamp would tell. */
export function isUnread({ errors = [] }: FileRow): boolean {
  return errors.some(({ code }) => code === "io" || code.startsWith("io-"));
}
