// What publish is asked for and what it answers: the files of the edition that should be there, and what came of it.
import type { Problem } from "../base/problem.ts";
import type { StetError } from "../base/stet-error.ts";
import type { Seen } from "../newsroom/site/release-files.ts";

/** The bytes of a file, as text (UTF-8) or as they are, or the file of the newsroom (relative to its root) to copy. */
export type Content = string | Uint8Array | { readonly copyOf: string };

/**
 * One file that should be there. A plan may hold 100,000 of them: what it closes over should be a slug, not a story.
 */
export interface PlannedFile {
  /** Relative to the site, with `/`, in Unicode NFC. */
  readonly path: string;
  /** When it is written: all of a lower rank are in their places before it, and go after it. One of RANKS. */
  readonly rank: number;
  /** Changes exactly when the bytes could: of everything they are made of, the theme and stet's version too. */
  readonly key: string;
  /** What it is made from, for messages and `keeps`: an article's file, relative to the newsroom's root. */
  readonly source?: string;
  /** How messages call it, where it is made from no one file: `the section Culture`. */
  readonly what?: string;
  /** Called once at most, with the file, and never for one whose key is known. What it throws concerns this file alone. */
  readonly content: (file: PlannedFile) => Content | Promise<Content>;
  /** What another thread needs to make the same content: plain data. */
  readonly job?: (file: PlannedFile) => unknown;
}

/** A file that was made and stands, complete, in a tree that nobody is shown yet. */
export interface MadeFile {
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly hash: string;
  /** Its stamp: newsroom/site/publish-stamp.ts. */
  readonly size: number;
  readonly touched: number;
}

/**
 * Makes files, here (`make`, which never rejects) and elsewhere, in any order: elsewhere those that have a job, written
 * to their paths below `tree`; `take` is told of each. Rejects with what `take` throws.
 */
export type MakeAll = (
  files: readonly PlannedFile[],
  tree: string,
  make: (file: PlannedFile) => Promise<void>,
  take: (file: PlannedFile, made: MadeFile) => void,
) => Promise<void>;

/** The order of writing that never shows a link to what is not there yet. */
export const RANKS: { readonly asset: 0; readonly page: 1; readonly listing: 2; readonly feed: 3 } = {
  asset: 0,
  page: 1,
  listing: 2,
  feed: 3,
};

/** Where to publish: `to` from the newsroom's `root` (a real path); `articles` as articlesFolder gives it. */
export interface Destination {
  readonly root: string;
  readonly articles: string;
  readonly to: string;
  /** Whole editions kept beside each other; 0 = the site is changed in place. */
  readonly releases: number;
}

export interface ReconcileOptions {
  /** Writes nothing, and says what would be. */
  readonly dryRun?: boolean;
  /** Lets an empty plan through, and one that removes most of the site. */
  readonly force?: boolean;
  /** What to do while another stet publishes there: throw (the default) or answer "skipped". */
  readonly whenBusy?: "throw" | "skip";
  /** How long to wait for the other stet before that, in milliseconds; 0 where absent. */
  readonly waitMs?: number;
  /** The plan holds known files that may be others now, and all else stays: "withheld" where one is not known. */
  readonly isPart?: boolean;
  /** Files made from these stay as they are, planned or not: articles that cannot be read at the moment. */
  readonly keeps?: ReadonlySet<string>;
  /** A new site of so many files is made apart and shown whole, without waiting for the disk; 500 by default. */
  readonly wholeFrom?: number;
  /** Makes the files of a whole new site; by default one after the other. */
  readonly makeAll?: MakeAll;
  /** Writes only where the site is new and every file can be made, and else nothing: the answer is "withheld". */
  readonly isAllOrNothing?: boolean;
  /** Told before anything is written of the paths that are to come and to go: a run that is killed cannot say what it did. */
  readonly foretold?: (added: readonly string[], removed: readonly string[]) => void;
  /**
   * Looks for changes by hand in one file of `of`, the `turn`th, instead of in all. 3 us a file; a run every minute
   * whose turn is the minute sees each file every `of` minutes.
   */
  readonly look?: { readonly of: number; readonly turn: number };
}

/** Why a planned file was not written, or an old one not removed. What stood at its path stands there still. */
export interface Refusal {
  readonly path: string;
  /** The plan claims the path twice; somebody else's file is there; the content cannot be made; the disk refuses. */
  readonly reason: "plan" | "foreign" | "content" | "disk";
  readonly problem: Problem;
  /** What was thrown. Other than a StetError from `content` it is a bug. */
  readonly cause?: unknown;
}

/** What was done, or with `dryRun` would be. Paths are relative to the site, in the order of the work. */
export interface Reconciled {
  readonly outcome: "published" | "planned" | "skipped" | "withheld";
  readonly added: readonly string[];
  readonly rewritten: readonly string[];
  readonly removed: readonly string[];
  /** Planned files that were there already, byte for byte. */
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
  /**
   * What a command ends with, having told the rest: the first thing the disk refused, of kind external; of a dry run,
   * what would have stopped the publish, of kind conflict.
   */
  readonly failure?: StetError;
  /** The number of the edition now shown, where editions are kept. */
  readonly release?: number;
  /** What readers see otherwise than before, where they were shown another edition than the one this run went on from. */
  readonly seen?: Seen;
}
