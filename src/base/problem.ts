// Trouble with one article among many, as data: it travels beside the result and never stops the other articles.
import type { ErrorCode } from "./stet-error.ts";

/** An error keeps the article out of everything that needs it whole; a warning does not. */
export type Severity = "error" | "warning";

/** One finding in one file. Lines and columns are 1-based; columns count UTF-16 code units. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ErrorCode;
  /** In the user's words, no final full stop. */
  readonly message: string;
  /** Relative to the newsroom's root, with `/`; absent while only text was read. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The article field it is about. */
  readonly field?: string;
  /** The source line as it stands, without its line break. */
  readonly source?: string;
  /** What stands beside the caret, when it says more than the message. */
  readonly note?: string;
  /** What to do next: the corrected source line where one is known to parse (`correction`), else advice (`hint`). */
  readonly correction?: string;
  readonly hint?: string;
}
