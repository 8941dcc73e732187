// The one error stet throws on purpose: what stops a command, said once, where the fact is known.
// Trouble with one article among many is not an error but a Problem (problem.ts).

/** Decides the exit code; the table that maps it lives in cli/exit-codes.ts. */
export type ErrorKind =
  | "no"
  | "usage"
  | "not-found"
  | "invalid"
  | "conflict"
  | "partial"
  | "busy"
  | "store"
  | "external"
  | "cancelled";

/** Stable names for scripts (`error.code` in JSON errors): kebab-case, only ever added to. */
export type ErrorCode =
  | "usage"
  | "unknown-command"
  | "unknown-option"
  | "bad-query"
  | "bad-date"
  | "bad-template"
  | "bad-jq"
  | "redirect-trap"
  | "need-input"
  | "not-found"
  | "ambiguous"
  | "exists"
  | "stale-edit"
  | "bad-transition"
  | "yaml-syntax"
  | "yaml-lost-text"
  | "schema"
  | "duplicate-slug"
  | "too-large"
  | "not-a-file"
  | "not-text"
  | "no-store"
  | "no-repository"
  | "bad-config"
  | "newer-format"
  | "busy"
  | "index-damaged"
  | "io-permission"
  | "io-space"
  | "io-missing"
  | "io"
  | "editor-failed"
  | "program-missing"
  | "problems-found"
  | "partial"
  | "cancelled"
  | "bug";

/** A place in a file: 1-based line and column, the column counted in UTF-16 code units. */
export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a StetError carries besides its message; `hint` is a next step, best a command that can be pasted. */
export interface StetErrorDetails {
  readonly hint?: string;
  readonly where?: Where;
  /** The lines under the message: a code frame, a table of candidates. Already free of control characters. */
  readonly detail?: string;
  /** What stands out at the beginning of each line of the detail, behind its indent. */
  readonly leads?: readonly string[];
  readonly candidates?: readonly string[];
  readonly cause?: unknown;
}

/** Thrown once where the fact is known, caught once in cli/main.ts. `message` is in the user's words, with no final full stop. */
export class StetError extends Error {
  readonly kind: ErrorKind;
  readonly code: ErrorCode;
  readonly details: StetErrorDetails;

  constructor(kind: ErrorKind, code: ErrorCode, message: string, details: StetErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "StetError";
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}
