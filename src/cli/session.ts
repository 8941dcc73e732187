// One run of stet as its command sees it: the world, the global options, how to print, and the desk once it is needed.
import type { Problem } from "../base/problem.ts";
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "../desk/desk.ts";
import type { EventLog } from "./event-log.ts";
import type { Io } from "./io.ts";
import { hangLines } from "./print/hang-text.ts";
import type { ProgressLine } from "./progress.ts";
import type { Style } from "./style.ts";
import type { Words } from "./line/words.ts";

export interface Session {
  readonly io: Io;
  readonly globals: Words;
  readonly command: string;
  /** Colour and symbols of stdout and stderr. */
  readonly out: Style;
  readonly err: Style;
  /** Epoch milliseconds: `--now`, `STET_NOW` or the clock. */
  readonly now: number;
  /** Errors are printed as JSON: a machine format was asked for. */
  jsonErrors: boolean;
  /** What the run could not look at or do, as it was told: exit-codes.ts has what that makes of the exit code. */
  readonly missing: Problem[];
  /** How far a long reading is, for a person who waits. */
  readonly progress: ProgressLine;
  /** What `--log` keeps. */
  readonly log: EventLog;
  /** Finds and opens the newsroom; the same one each time. */
  desk(): Promise<Desk>;
  /** Closes what the newsroom was opened with, at the end of the command. */
  close(): Promise<void>;
}

/** Goes on as another command: what it writes is that one's, to `stet undo` and to whoever waits for the lock. */
export async function goOnAs<T>(
  command: string,
  session: Session,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const desk = { ...(await session.desk()), command };
  try {
    return await work({ ...session, command, desk: () => Promise.resolve(desk) });
  } finally {
    const { closeIndexOf } = await import("../desk/keep-index/held-index.ts");
    closeIndexOf(desk);
  }
}

/** Writes one line to stdout. */
export function print(session: Session, line: string): Promise<void> {
  return session.io.stdout.write(`${line}\n`);
}

/** Tells a person what was done: on stderr, on a terminal only, and not with `-q`. */
export async function tell(session: Session, line: string): Promise<void> {
  if (session.globals.flag("quiet") || !session.io.stderr.isTerminal) return;
  await session.io.stderr.write(`${hangLines(line, session.err.columns)}\n`);
}

/** A remark for people and logs alike: on stderr unless `-q`. */
export async function remark(session: Session, line: string): Promise<void> {
  if (session.globals.flag("quiet")) return;
  await session.io.stderr.write(`${hangLines(line, session.err.columns)}\n`);
}

/** True where somebody can be asked: both ends are terminals and nothing forbids it. */
export function canAsk({ io, globals }: Session): boolean {
  const { env } = io;
  if (globals.flag("no-input") || (env["STET_NO_INPUT"] ?? "") !== "" || (env["CI"] ?? "") !== "")
    return false;
  return io.stdin.isTerminal && io.stderr.isTerminal && env["TERM"] !== "dumb";
}

/** The one argument a command cannot do without, where nobody can be asked for it. */
export function missing(command: string, what: string, hint = "stet list --slugs"): StetError {
  return new StetError("usage", "need-input", `${command} needs ${what}`, { hint });
}
