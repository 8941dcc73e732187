// git's history of article files, as it streams out of git: each commit with the files it changed.
import type { Desk } from "../desk.ts";
import { streamGit } from "./run-git.ts";
import { articleFilesOnly, sideOf, type FileSide } from "./changed-file.ts";

export interface Commit {
  /** Its whole name. */
  readonly name: string;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  readonly author: string;
  readonly email: string;
  /** The first line of its message. */
  readonly subject: string;
}

/** One article file in one commit; a side is missing where the file came or went. */
export interface CommittedFile {
  readonly commit: Commit;
  readonly before: FileSide | undefined;
  readonly after: FileSide | undefined;
}

export interface HistoryRequest {
  /** Where to look, relative to the newsroom: a folder, or with `follow` one file, whose earlier names count too. */
  readonly path: string;
  readonly follow: boolean;
  /** Of the newsroom in its repository. */
  readonly prefix: string;
  /** Epoch milliseconds; commits before are left out. */
  readonly since?: number;
}

/** The files, newest commit first. Merges say nothing of their own. Throws StetError external. */
export async function* readCommits(
  desk: Desk,
  { path, follow, prefix, since }: HistoryRequest,
): AsyncGenerator<CommittedFile, void, undefined> {
  const words = [
    "log",
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
    // A short article that gets another slug changes in half of its lines.
    "-M30%",
    "--no-merges",
    "--format=%x01%H%x00%at%x00%aN%x00%aE%x00%s",
    ...(since === undefined ? [] : [`--since=@${Math.floor(since / 1000)}`]),
    ...(follow ? ["--follow"] : []),
    "--",
    path === "" ? "." : path,
  ];
  const isArticle = articleFilesOnly(desk);
  for await (const file of filesIn(streamGit(desk, words), prefix)) if (follow || isArticle(file)) yield file;
}

async function* filesIn(parts: AsyncIterable<string>, prefix: string): AsyncGenerator<CommittedFile> {
  let header: string[] = [];
  let change: string[] = [];
  for await (const part of parts) {
    if (header.length > 0 && header.length < HEADER) header.push(part);
    else if (change.length > 0 && change.push(part) === lengthOf(change)) {
      const [description = "", ...paths] = change;
      yield fileOf(header, [description, ...paths.map((path) => fromNewsroom(path, prefix))]);
      change = [];
    } else if (change.length === 0) {
      const text = part.replace(/^\n/, "");
      if (text.startsWith("\u0001")) header = [text.slice(1)];
      else if (text.startsWith(":")) change = [text.slice(1)];
    }
  }
}

/** Name, time, author, email, subject. */
const HEADER = 5;

/** A path of the repository, seen from the newsroom; one outside of it leads up to the top first. */
function fromNewsroom(path: string, prefix: string): string {
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return "../".repeat(prefix.split("/").length - 1) + path;
}

/** The path in the repository of one seen from the newsroom. */
export function inRepository(path: string, prefix: string): string {
  return path.startsWith("../") ? path.replace(/^(?:\.\.\/)+/, "") : prefix + path;
}

/** `:modes names status`, a path, and a second one for a rename or copy. */
function lengthOf([description = ""]: readonly string[]): number {
  return /^[RC]/.test(description.split(" ")[4] ?? "") ? 3 : 2;
}

function fileOf(header: readonly string[], change: readonly string[]): CommittedFile {
  const [name = "", at = "", author = "", email = "", subject = ""] = header;
  const commit = { name, at: Number(at) * 1000, author, email, subject };
  return { commit, ...sidesOf(change) };
}

function sidesOf([description = "", first = "", second = first]: readonly string[]): Pick<
  CommittedFile,
  "before" | "after"
> {
  const [, , before = "", after = ""] = description.split(" ");
  return { before: sideOf(first, before), after: sideOf(second, after) };
}
