// An article file's text as the desk reads it: by the newsroom's settings and within the run's limits.
import { parseArticle, type ArticleReading } from "../article/parse-article.ts";
import type { Desk } from "./desk.ts";

/** The article a file's text is, or why it is none; `path` is relative to the root and gives the slug where the text has none. */
export function parseFile(
  { settings, limits }: Pick<Desk, "settings" | "limits">,
  path: string,
  text: string,
): ArticleReading {
  return parseArticle({ text, fileSlug: fileSlugOf(path), file: path }, settings, limits);
}

/** The file's name without its ending: the slug of an article that sets none. */
export function fileSlugOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/i, "");
}
