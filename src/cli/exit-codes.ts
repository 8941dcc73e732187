// The exit codes, frozen within a major version, and the one table that maps an error's kind to its code.
import type { Problem } from "../base/problem.ts";
import type { ErrorKind } from "../base/stet-error.ts";

export const EXIT: Readonly<Record<ErrorKind | "ok" | "bug", number>> = {
  ok: 0,
  no: 1,
  usage: 2,
  "not-found": 3,
  invalid: 4,
  conflict: 5,
  partial: 6,
  busy: 7,
  store: 8,
  external: 9,
  bug: 70,
  cancelled: 130,
};

/**
 * The code of a run that ended with `exit` and told of `missing`. What was asked of many articles and could not be answered
 * or done for all of them is partial, whether the rest went well or the answer was no; what is worse stays.
 */
export function exitOfRun(exit: number, missing: readonly Problem[]): number {
  const isAnswer = exit === EXIT.ok || exit === EXIT.no;
  return isAnswer && missing.length > 0 ? EXIT.partial : exit;
}

/** What each code means, for help and the manual. */
export const EXIT_MEANINGS: readonly (readonly [number, string, string])[] = [
  [0, "ok", "done, or nothing to do, or an empty list"],
  [
    1,
    "no",
    "the answer is no: check found problems, -e and nothing matched or diff found some, the editor failed",
  ],
  [2, "usage", "a wrong flag or query, or input needed where nobody can be asked"],
  [3, "not-found", "no such article or file"],
  [4, "invalid", "an article that cannot be read, or a change that would make it so"],
  [5, "conflict", "ambiguous, exists already, changed on disk, or a move that is not allowed"],
  [
    6,
    "partial",
    "some articles failed, or could not be read to be asked a query, and are named on stderr; the rest is done",
  ],
  [7, "busy", "another stet is writing; try again"],
  [8, "store", "no newsroom here, a bad stet.yaml, or a newer format"],
  [9, "external", "disk, permission, a missing program"],
  [70, "bug", "stet itself failed"],
  [130, "cancelled", "interrupted, or a question was cancelled"],
];
