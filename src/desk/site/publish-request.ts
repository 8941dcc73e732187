// What `stet publish` is asked for and answers, and what of it the engine of publish is asked for.
import { articlesFolder } from "../../article/settings.ts";
import type { Problem } from "../../base/problem.ts";
import type { Destination, Reconciled, ReconcileOptions } from "../../publish/planned-file.ts";
import type { Desk } from "../desk.ts";
import type { Late } from "./remember/lateness.ts";

export interface PublishRequest {
  readonly dryRun: boolean;
  /** Lets an empty site through, and one that loses most of its files; looks at everything. */
  readonly force: boolean;
  /** Writes nothing where anything is wrong. */
  readonly strict: boolean;
  /** `wait` is as long as for any other lock, then `fail`. */
  readonly whenBusy: "fail" | "skip" | "wait";
}

/** The paths are those that readers see otherwise than before. */
export interface Published extends Omit<Reconciled, "seen"> {
  /** What could not be published, and files that hold no article: their last good pages stay. */
  readonly problems: readonly Problem[];
  readonly late: readonly Late[];
  /**
   * Live articles that are in no feed, because their files have no id: all of them where everything was looked at, and
   * those of the articles that changed where that was enough.
   */
  readonly withoutId: readonly string[];
  /** Paths of pictures that pages show and the newsroom does not have; those that the publish before missed are not told again. */
  readonly lostPictures: readonly string[];
}

/** What is answered where there is nothing to do. */
export const NOTHING_DUE: Published = {
  outcome: "published",
  added: [],
  rewritten: [],
  removed: [],
  unchanged: 0,
  refused: [],
  problems: [],
  late: [],
  withoutId: [],
  lostPictures: [],
};

/** What was done, as readers see it. */
export function seenOf<T extends Reconciled>({ seen, ...result }: T): Omit<T, "seen"> {
  return { ...result, ...seen };
}

/** The site of stet.yaml. */
export function destinationOf({ root, settings }: Desk): Destination {
  const { to, releases } = settings.publish;
  return { root, articles: articlesFolder(settings), to, releases };
}

/** `keeps` are the files of articles whose pages stay as they are. */
export function optionsOf(
  { lockWaitMs }: Desk,
  { dryRun, force, whenBusy }: PublishRequest,
  keeps: ReadonlySet<string>,
): ReconcileOptions {
  const waitMs = whenBusy === "wait" ? lockWaitMs : 0;
  return { dryRun, force, whenBusy: whenBusy === "skip" ? "skip" : "throw", waitMs, keeps };
}
