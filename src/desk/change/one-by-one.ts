// One article after the other: one that cannot be done stops no other, and what was done is told in any case.
import { StetError } from "../../base/stet-error.ts";
import type { Chosen } from "../find/read-entries.ts";

/** What was done, in the order of what was chosen, and why the rest was not. */
export interface Outcome<Done> {
  readonly done: readonly Done[];
  /** Paths of those that were left alone. */
  readonly skipped: readonly string[];
  readonly failures: readonly StetError[];
}

/**
 * Runs `work` on each; where it returns undefined it left one alone. With one article its failure is thrown, and so is
 * what the machine fails in (StetError external) before anything was done. Later than that it is a failure as others, and
 * the last: what it hinders, it hinders for all that follow. Only a file that may not be written is a matter of that file.
 */
export function oneByOne<Done>(
  chosen: readonly Chosen[],
  work: (each: Chosen) => Done | undefined,
): Outcome<Done> {
  const done: Done[] = [];
  const skipped: string[] = [];
  const failures: StetError[] = [];
  for (const each of chosen) {
    try {
      const what = work(each);
      if (what === undefined) skipped.push(each.path);
      else done.push(what);
    } catch (error) {
      if (!(error instanceof StetError) || chosen.length === 1) throw error;
      const isLast = error.kind === "external" && error.code !== "io-permission";
      if (isLast && done.length === 0) throw error;
      failures.push(error);
      if (isLast) break;
    }
  }
  return { done, skipped, failures };
}
