// The newsroom's articles as they are read from their files: one after the other, in the order of their paths,
// a bad file as a Problem beside the good ones. The index will stand before this for lists of many.
import type { Article } from "../article/article.ts";
import { articlesFolder } from "../article/settings.ts";
import type { Problem } from "../base/problem.ts";
import { readArticleFile, type ArticleFile } from "../newsroom/read-article-file.ts";
import { walkArticles } from "../newsroom/walk-articles.ts";
import type { Desk } from "./desk.ts";
import { parseFile } from "./parse-file.ts";

/** One file of the newsroom: `article` is absent when a Problem among `problems` is an error. */
export interface Entry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly file?: ArticleFile;
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/** An entry whose article could be read. */
export interface ArticleEntry extends Entry {
  readonly file: ArticleFile;
  readonly article: Article;
}

/** Every entry, in path order. One file is in memory at a time. */
export function* readEntries(desk: Desk): Generator<Entry, void, undefined> {
  for (const walked of walkArticles(desk.root, articlesFolder(desk.settings))) {
    if (walked.ok) yield readEntry(desk, walked.path);
    else yield { path: walked.problem.file ?? "", problems: [walked.problem] };
  }
}

/** The paths of the article files, in order; what is no file is passed over. */
export function* articlePaths(desk: Desk): Generator<string, void, undefined> {
  for (const walked of walkArticles(desk.root, articlesFolder(desk.settings))) {
    if (walked.ok) yield walked.path;
  }
}

/** Reads one file by its path in the newsroom. A file that is not there is a Problem too. */
export function readEntry(desk: Desk, path: string): Entry {
  const reading = readArticleFile(desk.root, path, desk.limits.fileBytes);
  if (!reading.ok) return { path, problems: [reading.problem] };
  const { file } = reading;
  return {
    path,
    file,
    ...parseFile(desk, path, file.text),
  };
}

/** True when the entry has an article to work with. */
export function isReadable(entry: Entry): entry is ArticleEntry {
  return entry.article !== undefined && entry.file !== undefined;
}
