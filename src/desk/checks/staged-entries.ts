// The articles of the next commit, with the text that git will commit: it may be another than that of the file.
import { readCommittedBytes } from "../../newsroom/read/read-article-file.ts";
import type { Desk } from "../desk.ts";
import { entryOf, readEntry, type Entry } from "../find/read-entries.ts";
import { stagedFiles } from "../history/changed-articles.ts";
import type { FileSide } from "../history/changed-file.ts";
import { readBlobBytes } from "../history/read-blobs.ts";

/** How many are in memory at a time. */
const BATCH = 256;

/** What is staged, in path order. The newsroom must be in a repository. Throws StetError external. */
export function* stagedEntries(desk: Desk): Generator<Entry, void, undefined> {
  const files = stagedFiles(desk);
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const blobs = readBlobBytes(
      desk,
      batch.flatMap(({ blob }) => blob ?? []),
    );
    for (const file of batch) yield stagedEntry(desk, file, blobs);
  }
}

/** What is no text in git, as a link or a merge that is not resolved, is looked at as it lies in the folder. */
function stagedEntry(desk: Desk, { path, blob }: FileSide, blobs: ReadonlyMap<string, Buffer>): Entry {
  const bytes = blob === undefined ? undefined : blobs.get(blob);
  if (bytes === undefined) return readEntry(desk, path);
  return entryOf(desk, path, readCommittedBytes(path, bytes, desk.limits.fileBytes));
}
