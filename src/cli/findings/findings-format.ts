// What `stet check` prints its findings as: one function a file, so that a million articles stream. The formats lie
// beside this file; each knows how to begin, what a file's findings look like, and how to end.
import type { CheckedFile } from "../../desk/checks/finding.ts";

/** The values of `--to`. */
export const FINDINGS_FORMATS = ["text", "json", "ndjson", "github", "sarif"] as const;

export interface FindingsFormat {
  readonly isForPeople: boolean;
  readonly begin: string;
  /** Empty for a file with nothing to say. */
  readonly file: (file: CheckedFile) => string;
  /** Called once, after the last file. */
  readonly end: () => string;
}
