// What `stet doctor` finds out about one thing: how it is, and the command that mends it.

/** A `fault` needs mending; a `note` is worth knowing; what is `ok` is well. */
export type FindingStatus = "ok" | "note" | "fault";

export interface Finding {
  /** What was looked at, in a word or two; stable, for scripts. */
  readonly check: string;
  readonly status: FindingStatus;
  /** How it is, in the user's words. */
  readonly message: string;
  /** A command that mends it or shows more. */
  readonly fix?: string;
}

export function ok(check: string, message: string): Finding {
  return { check, status: "ok", message };
}

export function note(check: string, message: string, fix?: string): Finding {
  return { check, status: "note", message, ...(fix === undefined ? {} : { fix }) };
}

export function fault(check: string, message: string, fix: string): Finding {
  return { check, status: "fault", message, fix };
}

/** `1 file`, `1,204 files`. */
export function many(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}
