// Starts the person's pager and feeds it: text in at one end, a person who scrolls at the other.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { programWords } from "../../base/program-words.ts";
import { holdSignals } from "./hold-signals.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Pager {
  /** False once the person has quit: nobody reads any more. */
  write(text: string): Promise<boolean>;
  /** Says that there is no more, and waits until the person has quit. */
  close(): Promise<void>;
}

/** $STET_PAGER, else $PAGER, else less; split as programWords says, never run through a shell. Empty or `cat` is no pager. */
export function pagerCommand(env: Environment): readonly string[] | undefined {
  const words = programWords(env["STET_PAGER"] ?? env["PAGER"] ?? "less");
  const [program = ""] = words;
  return program === "" || program === "cat" || env["TERM"] === "dumb" ? undefined : words;
}

/** In short: show colours, leave no screen of its own, and end at once where all of it fits. */
const LESS_OPTIONS = "FRX";
/** What less says in its last line: who has never met it cannot guess how to leave. */
const LESS_PROMPT = "Ps?eend\\: .q to leave, h for help$";

/**
 * The pager, running; undefined where it cannot be started. less is told how to behave, unless LESS says it, and in any
 * case to show colours: a LESS of other things must not lay the escapes bare.
 */
export async function startPager(command: readonly string[], env: Environment): Promise<Pager | undefined> {
  const [program = "less", ...args] = command;
  const signals = holdSignals();
  const child = spawn(program, isLess(program) ? ["-R", ...args] : args, {
    stdio: ["pipe", "inherit", "inherit"],
    env: { LESS: isLess(program) ? `${LESS_OPTIONS}${LESS_PROMPT}` : LESS_OPTIONS, LV: "-c", ...env },
  });
  signals.passOnTo(child);
  const ended = endOf(child);
  const isStarted = await Promise.race([
    once(child, "spawn").then(() => true),
    ended.then(() => false),
  ]).catch(() => false);
  if (isStarted) return feeding(child, ended.finally(signals.release));
  signals.release();
  return undefined;
}

function isLess(program: string): boolean {
  return /(?:^|[/\\])less(?:\.exe)?$/.test(program);
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("error", () => resolve());
    child.on("close", () => resolve());
  });
}

function feeding(child: ChildProcess, ended: Promise<void>): Pager {
  const { stdin } = child;
  // Quitting before the end breaks the pipe; write() says so.
  stdin?.on("error", () => undefined);
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (stdin === null || !stdin.writable) resolve(false);
        else stdin.write(text, (error) => resolve(error === null || error === undefined));
      }),
    close: () => {
      stdin?.end();
      return ended;
    },
  };
}
