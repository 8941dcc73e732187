// The newsroom's articles as they are read from their files: one after the other, in the order of their paths,
// a bad file as a Problem beside the good ones. The index will stand before this for lists of many.
import type { Article } from "../../article/article.ts";
import { articlesFolder } from "../../article/settings.ts";
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Query } from "../../query/query.ts";
import {
  articleFileReader,
  readArticleFile,
  type ArticleFile,
  type ArticleFileReading,
} from "../../newsroom/read/read-article-file.ts";
import { walkArticles } from "../../newsroom/walk/walk-articles.ts";
import type { Desk } from "../desk.ts";
import { parseFile } from "../parse-file.ts";

/** An article that a command is to work on, by its file, which is read when its turn comes. */
export interface Chosen {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The query that chose it, asked again of what its file says when it is changed. */
  readonly by?: Query;
}

/** One file of the newsroom: `article` is absent when a Problem among `problems` is an error. */
export interface Entry extends Chosen {
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
export function readEntry(desk: Pick<Desk, "root" | "settings" | "limits">, path: string): Entry {
  return entryOf(desk, path, readArticleFile(desk.root, path, desk.limits.fileBytes));
}

/** The entry of a path that was known. Throws StetError not-found where somebody removed the file meanwhile. */
export function requireThere(entry: Entry): Entry {
  if (entry.problems.every(({ code }) => code !== "io-missing")) return entry;
  throw new StetError("not-found", "not-found", `${entry.path} is not there any more`, {
    where: { file: entry.path },
    hint: "stet list",
  });
}

/** Reads as readEntry does, quicker where files of one folder follow each other: for those that are read at once (articleFileReader). */
export function entryReader(desk: Pick<Desk, "root" | "settings" | "limits">): (path: string) => Entry {
  const readFile = articleFileReader(desk.root, desk.limits.fileBytes);
  return (path) => entryOf(desk, path, readFile(path));
}

/** The entry of a file by what reading it gave. */
export function entryOf(
  desk: Pick<Desk, "settings" | "limits">,
  path: string,
  reading: ArticleFileReading,
): Entry {
  if (!reading.ok) return { path, problems: [reading.problem] };
  const { file } = reading;
  return {
    path,
    file,
    ...parseFile(desk, path, file.text),
  };
}

/** Each of the chosen files, read as it is asked for. */
export function* entriesAt(desk: Desk, chosen: Iterable<Chosen>): Generator<Entry, void, undefined> {
  for (const { path } of chosen) yield readEntry(desk, path);
}

/** The readable ones, as they are asked for; what is wrong with the others goes to `problems`. */
export function* readableAmong(
  entries: Iterable<Entry>,
  problems: Problem[],
): Generator<ArticleEntry, void, undefined> {
  for (const entry of entries) {
    if (isReadable(entry)) yield entry;
    else problems.push(...entry.problems);
  }
}

/** True when the entry has an article to work with. */
export function isReadable(entry: Entry): entry is ArticleEntry {
  return entry.article !== undefined && entry.file !== undefined;
}
