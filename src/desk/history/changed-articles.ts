// `stet diff`: the articles that differ between two commits, or between a commit and the files as they are now.
import { articlesFolder } from "../../article/settings.ts";
import { readArticleFile } from "../../newsroom/read/read-article-file.ts";
import type { Desk } from "../desk.ts";
import { gitFailed, runGit } from "./run-git.ts";
import { articleFilesOnly, sideOf, type FileSide } from "./changed-file.ts";
import { compareTexts, type ArticleChange, type TextSide } from "./compare-texts.ts";
import { readBlobs } from "./read-blobs.ts";

/** An article that differs; a side is missing where it came or went. */
export interface ChangedArticle {
  readonly change: ArticleChange;
  readonly before: TextSide | undefined;
  readonly after: TextSide | undefined;
}

/**
 * Both are whole names of commits; without `until` the files as they are now, or what is staged. No `since` is before the
 * first commit.
 */
export interface Range {
  readonly since: string | undefined;
  readonly until?: string;
  readonly isStaged?: boolean;
}

/**
 * What differs, in the order of paths. An article that moved is one, known by its id. Costs one look of git at the
 * files, and the reading of those that may have changed. Throws StetError external.
 */
export function changedArticles(desk: Desk, range: Range): ChangedArticle[] {
  const pairs = paired(changesOf(desk, range));
  const isArticle = articleFilesOnly(desk);
  const wanted = pairs.filter(isArticle);
  const texts = readBlobs(
    desk,
    wanted.flatMap(({ before, after }) => [before?.blob ?? [], after?.blob ?? []].flat()),
  );
  const textOf = (side: FileSide | undefined): TextSide | undefined => {
    if (side === undefined) return undefined;
    const text = side.blob === undefined ? textNow(desk, side.path) : texts.get(side.blob);
    return text === undefined ? undefined : { path: side.path, text };
  };
  const found = wanted
    .map(({ before, after }) => ({ before: textOf(before), after: textOf(after) }))
    .filter(({ before, after }) => before?.text !== after?.text);
  return moved(found)
    .map(({ before, after }) => ({ change: compareTexts(desk, before, after), before, after }))
    .sort((a, b) => (a.change.path < b.change.path ? -1 : 1));
}

interface Sides<Side> {
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

const PLAIN = ["-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--no-renames", "--relative"];

function changesOf(desk: Desk, range: Range): Sides<FileSide>[] {
  if (range.isStaged === true) return changesIn(stagedAnswer(desk, range.since));
  return range.until === undefined ? changedFiles(desk, range) : changedBetween(desk, range);
}

/** What git's index has that a commit has not; the last one unless it is named. */
function stagedAnswer(desk: Desk, since?: string): string[] {
  const from = since === undefined ? [] : [since];
  return answerOf(desk, ["diff", "--cached", ...PLAIN, ...from, "--", folderOf(desk)]);
}

function changedBetween(desk: Desk, { since, until = "" }: Range): Sides<FileSide>[] {
  const from = since === undefined ? ["--root", until] : [since, until];
  const words = ["diff-tree", "-r", "--no-commit-id", ...PLAIN, ...from, "--", folderOf(desk)];
  return changesIn(answerOf(desk, words));
}

/** Against the files: what git's index has that looks different, and what it does not have at all. */
function changedFiles(desk: Desk, { since }: Range): Sides<FileSide>[] {
  const here = (path: string): FileSide => ({ path, blob: undefined });
  const listing = ["ls-files", "-z", "--others", "--exclude-standard", "--", folderOf(desk)];
  const others = answerOf(desk, listing).map((path) => ({ before: undefined, after: here(path) }));
  if (since === undefined) {
    const known = answerOf(desk, ["ls-files", "-z", "--cached", "--", folderOf(desk)]);
    return [...others, ...known.map((path) => ({ before: undefined, after: here(path) }))];
  }
  const words = ["diff-index", ...PLAIN, since, "--", folderOf(desk)];
  const changed = changesIn(answerOf(desk, words)).map(({ before, after }) => ({
    before,
    after: here((after ?? before)?.path ?? ""),
  }));
  return [...changed, ...others];
}

/**
 * The article files of the next commit that are not as in the last, by what git's index has of them. Those that go are
 * left out; a link, and a merge that is not resolved, has no blob.
 */
export function stagedFiles(desk: Desk): FileSide[] {
  const answer = stagedAnswer(desk);
  const isArticle = articleFilesOnly(desk);
  const files: FileSide[] = [];
  for (let at = 0; at + 1 < answer.length; at += 2) {
    const [, mode = "", , blob = "", status] = (answer[at] ?? "").split(" ");
    if (status === "D") continue;
    const path = answer[at + 1] ?? "";
    const after = (mode.startsWith("100") ? sideOf(path, blob) : undefined) ?? { path, blob: undefined };
    if (isArticle({ before: undefined, after })) files.push(after);
  }
  return files;
}

function folderOf({ settings }: Desk): string {
  const folder = articlesFolder(settings);
  return folder === "" ? "." : folder;
}

function answerOf(desk: Desk, words: readonly string[]): string[] {
  const answer = runGit(desk, words);
  if (answer?.status !== 0) throw gitFailed(answer?.stderr ?? "");
  return answer.stdout.split("\0").slice(0, -1);
}

/** `:modes names status` and a path, in turns. */
function changesIn(parts: readonly string[]): Sides<FileSide>[] {
  const changes: Sides<FileSide>[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, , before = "", after = "", status] = (parts[at] ?? "").split(" ");
    const path = parts[at + 1] ?? "";
    const isThere = status !== "D";
    changes.push({
      before: sideOf(path, before),
      after: isThere ? (sideOf(path, after) ?? { path, blob: undefined }) : undefined,
    });
  }
  return changes;
}

/** A path once: git may have lost a file from its index that is still there. */
function paired(changes: readonly Sides<FileSide>[]): Sides<FileSide>[] {
  const byPath = new Map<string, Sides<FileSide>>();
  for (const { before, after } of changes) {
    const path = (after ?? before)?.path ?? "";
    const other = byPath.get(path);
    byPath.set(path, { before: other?.before ?? before, after: after ?? other?.after });
  }
  return [...byPath.values()];
}

/** Undefined where there is no file now. */
function textNow(desk: Desk, path: string): string | undefined {
  const reading = readArticleFile(desk.root, path, desk.limits.fileBytes);
  if (reading.ok) return reading.file.text;
  return reading.problem.code === "io-missing" ? undefined : "";
}

/** One that went and one that came with the same id are one article that moved. */
function moved(changes: readonly Sides<TextSide>[]): Sides<TextSide>[] {
  const came = new Map<string, Sides<TextSide>>();
  for (const change of changes) {
    const id = change.before === undefined ? idIn(change.after) : undefined;
    if (id !== undefined) came.set(id, change);
  }
  const merged = new Set<Sides<TextSide>>();
  const one = changes.map((change) => {
    const id = change.after === undefined ? idIn(change.before) : undefined;
    const other = id === undefined ? undefined : came.get(id);
    if (other === undefined || merged.has(other)) return change;
    merged.add(other);
    return { before: change.before, after: other.after };
  });
  return one.filter((change) => !merged.has(change));
}

function idIn(side: TextSide | undefined): string | undefined {
  return /^id:[ \t]*["']?([0-9a-fA-F-]{36})/m.exec(side?.text ?? "")?.[1]?.toLowerCase();
}
