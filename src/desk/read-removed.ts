// What a file in the trash holds: the article, where it is one, and the slug it answers to.
import type { Article } from "../article/article.ts";
import { readTrashed, type TrashedFile } from "../newsroom/trash.ts";
import type { Desk } from "./desk.ts";
import { fileSlugOf, parseFile } from "./parse-file.ts";

export interface Removed {
  /** Its own, else that of its file's name. */
  readonly slug: string;
  readonly headline?: string;
  /** Absent where the file holds none, or cannot be read. */
  readonly article?: Article;
}

/** Reads a removed file where it lies. */
export function readRemoved(desk: Desk, trashed: TrashedFile): Removed {
  const reading = readTrashed(desk.root, trashed, desk.limits.fileBytes);
  const article = reading.ok ? parseFile(desk, trashed.path, reading.file.text).article : undefined;
  if (article === undefined) return { slug: fileSlugOf(trashed.path) };
  return { slug: article.slug, headline: article.headline, article };
}
