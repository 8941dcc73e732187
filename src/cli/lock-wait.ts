// How long a command waits while another stet writes.
import { StetError } from "../base/stet-error.ts";
import type { Io } from "./io.ts";
import type { Session } from "./session.ts";

/** Milliseconds: by `--lock-timeout`, what is configured, or 5 s where a person waits and 10 s elsewhere. Throws StetError usage. */
export function lockWaitMs({ io, globals }: Pick<Session, "io" | "globals">): number {
  const usual = io.stderr.isTerminal ? 5 : 10;
  return 1000 * (globals.count("lock-timeout") ?? configuredSeconds(io) ?? usual);
}

function configuredSeconds({ env }: Io): number | undefined {
  const text = env["STET_LOCK_TIMEOUT"] ?? "";
  if (text === "") return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new StetError("usage", "usage", `STET_LOCK_TIMEOUT takes a whole number of seconds, not "${text}"`, {
    hint: "STET_LOCK_TIMEOUT=30",
  });
}
