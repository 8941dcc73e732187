// Two people changed one article: what they wrote is brought together by git where it is there, or one of the two texts
// takes the place while the other is kept.
import { spawnSync } from "node:child_process";
import { keepDraft, removeDraft, type Draft } from "../../newsroom/drafts.ts";
import { resolve } from "../../newsroom/paths.ts";
import { rewriteDraft } from "../../newsroom/write/rewrite-draft.ts";
import type { Desk } from "../desk.ts";
import { installDraft, type Edited, type Kept } from "./edit-in-editor.ts";
import { readEntry, type Entry } from "../find/read-entries.ts";

/** What became of both texts; where they clash both stand in it, between git's marks. */
export interface Merge {
  readonly text: string;
  readonly conflicts: number;
  /** The article as the other person left it. */
  readonly theirs: Entry;
}

/** Merges a draft with its article as it is now; undefined where git is not there or cannot. Writes nothing. */
export function mergeDraft(desk: Desk, { path, draft }: Kept): Merge | undefined {
  const theirs = readEntry(desk, path);
  if (theirs.file === undefined) return undefined;
  const labels = ["-L", "yours", "-L", "before", "-L", "theirs"];
  const files = [draft.file, draft.base, resolve(desk.root, path)];
  const { status, stdout } = spawnSync("git", ["merge-file", "-p", ...labels, ...files], {
    encoding: "utf8",
    env: { ...desk.env },
    maxBuffer: 2 ** 28,
  });
  // The status is the number of conflicts, up to 127; above that git failed.
  const isMerged = status !== null && status <= 127;
  return isMerged ? { text: stdout, conflicts: status, theirs } : undefined;
}

/** The first line that a person has to decide about, from 1; undefined where there is none. */
export function firstConflict({ text }: Merge): number | undefined {
  const index = text.split("\n").findIndex((line) => line.startsWith("<<<<<<< "));
  return index === -1 ? undefined : index + 1;
}

/** Keeps the merged text as a draft of the newer article; the draft it came from, which it holds, goes. */
export function keepMerge(desk: Desk, { slug, draft }: Kept, { text, theirs }: Merge): Draft {
  const merged = keepDraft(desk.root, slug, theirs.file?.text ?? "");
  rewriteDraft(desk.root, merged, text);
  removeDraft(desk.root, draft);
  return merged;
}

/** Puts a merge without conflicts, kept as `draft`, in the article's place. */
export function installMerge(
  desk: Desk,
  draft: Draft,
  { theirs }: Merge,
  { isMinor }: { readonly isMinor: boolean },
): Edited {
  return installDraft(desk, theirs, draft, { isMinor, replaces: theirs.file?.hash ?? null });
}

/** `theirs` is where the other person's text is kept; absent when the file was gone. */
export interface Overwritten {
  readonly edited: Edited;
  readonly theirs?: string;
}

/** Puts the draft in the place of whatever is there now, which becomes a draft itself. */
export function installOver(
  desk: Desk,
  { path, slug, draft }: Kept,
  { isMinor }: { readonly isMinor: boolean },
): Overwritten {
  const entry = readEntry(desk, path);
  const { file } = entry;
  if (file === undefined) return { edited: installDraft(desk, entry, draft, { isMinor, replaces: null }) };
  const theirs = keepDraft(desk.root, slug, file.text);
  const edited = installDraft(desk, entry, draft, { isMinor, replaces: file.hash });
  if (edited.outcome === "saved") return { edited, theirs: theirs.path };
  removeDraft(desk.root, theirs);
  return { edited };
}
