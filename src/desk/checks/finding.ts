// What `stet check` says about one place: a Problem of the reader's, or a rule's remark with its place in the file.
import type { Problem } from "../../base/problem.ts";

/** `code` is one of the reader's error codes or a rule's (docs/check.md). */
export interface Finding extends Omit<Problem, "code"> {
  readonly code: string;
  /** `possible`: --fix can do it; `planned`: it would; `made`: it has, and the place is the one before. Absent: a person must. */
  readonly fix?: "possible" | "planned" | "made";
}

/** The findings of one file in the order of their places. */
export interface CheckedFile {
  /** Relative to the root, with `/`; stet.yaml's is one of them. */
  readonly path: string;
  /** Where the file is a readable article. */
  readonly slug?: string;
  readonly findings: readonly Finding[];
}

/** True where nobody has to do anything about it any more. */
export function isMended({ fix }: Finding): boolean {
  return fix === "made" || fix === "planned";
}

/** By line and column; what has none comes first. */
export function byPlace(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
