// What happens in one run, for machines that watch: a JSON object per line in the file that `--log` names.
import { jsonText } from "../base/json-text.ts";
import type { Io } from "./io.ts";

/** Something that happened. `slug` is the article's, or its path where it has none. */
export interface LogEvent {
  readonly level: "info" | "warn" | "error";
  /** `changed` `created` `renamed` `trashed` `skipped` `restored` `undone` `published` `after-publish` `problem` `error` `end`. */
  readonly event: string;
  readonly slug?: string;
  readonly message?: string;
  /** Of `end`. */
  readonly exit?: number;
}

export interface EventLog {
  /** Never throws, and does nothing where no log was asked for. */
  note(event: LogEvent): Promise<void>;
}

export const NO_LOG: EventLog = { note: () => Promise.resolve() };

/** Where the lines go: a file, or stderr for `-`. */
export interface LogPlace {
  readonly named: string;
  /** The folder that a relative name is read from. */
  readonly from: string;
  readonly command: string;
}

/**
 * A log whose records are `ts` (RFC 3339, UTC, by the machine's clock), `level`, `cmd`, `event`, `slug` (null where no
 * article is meant), `ms` since the run began, then `message` and `exit` where there are any. Throws StetError external
 * where the file cannot be written to, before anything is done; usage for the name of an article's file.
 */
export async function openEventLog({ stderr, clock, elapsed }: Io, place: LogPlace): Promise<EventLog> {
  const began = elapsed();
  const append = await appenderFor(stderr, place);
  return {
    note: async ({ level, event, slug, message, exit }) => {
      const ts = new Date(clock()).toISOString();
      const ms = Math.round(elapsed() - began);
      await append(jsonText({ ts, level, cmd: place.command, event, slug: slug ?? null, ms, message, exit }));
    },
  };
}

async function appenderFor(
  stderr: Io["stderr"],
  { named, from }: LogPlace,
): Promise<(line: string) => Promise<void>> {
  if (named === "-") return (line) => stderr.write(`${line}\n`).catch(() => undefined);
  const { lineAppender } = await import("../newsroom/write/append-line.ts");
  const append = lineAppender(from, named);
  return (line) => Promise.resolve(append(line));
}
