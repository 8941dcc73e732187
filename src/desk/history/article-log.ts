// `stet log`: the history of one article, or of all of them, as what changed in each commit.
import { articlesFolder } from "../../article/settings.ts";
import { slugKey } from "../../article/slug.ts";
import { pathTyped } from "../path-typed.ts";
import type { Desk } from "../desk.ts";
import { fileSlugOf } from "../parse-file.ts";
import type { Entry } from "../find/read-entries.ts";
import { askGit, streamGit } from "./run-git.ts";
import type { FileSide } from "./changed-file.ts";
import { compareTexts, type ArticleChange, type TextSide } from "./compare-texts.ts";
import { readBlobs } from "./read-blobs.ts";
import { readCommits, type Commit, type CommittedFile } from "./read-commits.ts";
import type { Repository } from "./repository.ts";

/** One article in one commit. */
export interface LogRow {
  readonly commit: Commit;
  readonly change: ArticleChange;
  /** The texts, for a patch. */
  readonly before: TextSide | undefined;
  readonly after: TextSide | undefined;
}

/** `file` is one article's file in history, all of them where it is missing; `since` is epoch milliseconds. */
export interface LogRequest {
  readonly file?: string;
  readonly since?: number;
}

/** The rows, newest commit first, as git finds them; the first few at once, then in larger portions. */
export async function* articleLog(
  desk: Desk,
  { head, prefix }: Repository,
  { file, ...rest }: LogRequest,
): AsyncGenerator<LogRow, void, undefined> {
  if (head === undefined) return;
  const path = file ?? articlesFolder(desk.settings);
  let held: CommittedFile[] = [];
  let portion = 8;
  for await (const committed of readCommits(desk, { path, prefix, follow: file !== undefined, ...rest })) {
    if (held.push(committed) < portion) continue;
    yield* rowsOf(desk, held);
    held = [];
    portion = Math.min(portion * 2, MOST_AT_ONCE);
  }
  yield* rowsOf(desk, held);
}

const MOST_AT_ONCE = 512;

function* rowsOf(desk: Desk, files: readonly CommittedFile[]): Generator<LogRow> {
  const sides = files.flatMap(({ before, after }) => [before, after]);
  const texts = readBlobs(
    desk,
    sides.flatMap((side) => side?.blob ?? []),
  );
  const textOf = (side: FileSide | undefined): TextSide | undefined =>
    side === undefined ? undefined : { path: side.path, text: texts.get(side.blob ?? "") ?? "" };
  for (const { commit, ...file } of files) {
    const [before, after] = [textOf(file.before), textOf(file.after)];
    yield { commit, change: compareTexts(desk, before, after), before, after };
  }
}

/**
 * The file that the checked out commit has of an article: the one it is in now, else the one it was in before it was
 * renamed. Undefined where it was never committed.
 */
export function committedFile(desk: Desk, { path, article }: Entry): string | undefined {
  const folder = articlesFolder(desk.settings);
  const args = ["ls-tree", "-r", "-z", "--name-only", "HEAD", "--"];
  if (askGit(desk, [...args, path])?.stdout.startsWith(path) === true) return path;
  const former = new Set(article?.formerSlugs.map((slug) => slugKey(slug)) ?? []);
  if (former.size === 0) return undefined;
  const paths = askGit(desk, [...args, folder === "" ? "." : folder])?.stdout.split("\0") ?? [];
  return paths.find((each) => /\.ya?ml$/i.test(each) && former.has(slugKey(fileSlugOf(each))));
}

/** The file in which an article lay that was removed: by its path, or by its slug where the file was named so. */
export async function removedFile(desk: Desk, selector: string): Promise<string | undefined> {
  const folder = articlesFolder(desk.settings);
  const words = [
    "log",
    "-z",
    "--format=",
    "--name-only",
    "--diff-filter=D",
    "--no-renames",
    "--relative",
    "--",
  ];
  const wanted = slugKey(selector);
  const typed = pathTyped(desk, selector);
  for await (const part of streamGit(desk, [...words, folder === "" ? "." : folder])) {
    const path = part.replace(/^\n/, "");
    const isNamed = path === selector || path === typed;
    if (isNamed || (/\.ya?ml$/i.test(path) && slugKey(fileSlugOf(path)) === wanted)) return path;
  }
  return undefined;
}
