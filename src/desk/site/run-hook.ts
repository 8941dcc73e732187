// A person's own program behind a publish: it gets the changed paths, and so much time and no more, as the next publish
// waits for it.
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as after } from "node:timers/promises";
import { programWords } from "../../base/program-words.ts";
import type { Desk } from "../desk.ts";
import { stopProgram } from "../programs/stop-program.ts";
import { whyNotStarted } from "../programs/why-not-started.ts";

/** Enough for most of what sends a site elsewhere; a publish that never ends is worse than one that goes again. */
const USUAL_SECONDS = 600;

/**
 * Runs STET_PUBLISH_HOOK, split as programWords says and never through a shell, with one changed path a line on its stdin,
 * for STET_PUBLISH_HOOK_TIMEOUT seconds at most; 0 is for ever. Returns what did not work, in words.
 */
export async function runHook({ env, root }: Desk, paths: readonly string[]): Promise<readonly string[]> {
  const [program = "", ...args] = programWords(env["STET_PUBLISH_HOOK"] ?? "");
  if (program === "") return [];
  const limit = readLimit(env["STET_PUBLISH_HOOK_TIMEOUT"] ?? "");
  const child = spawn(program, args, { cwd: root, env: { ...env }, stdio: ["pipe", "ignore", "inherit"] });
  const ending = endingOf(child, program);
  child.stdin.on("error", () => undefined);
  child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  const failure =
    (await within(limit.seconds, ending)) ??
    (await stopped(child, `the hook ${program} was stopped, as it took more than ${limit.seconds} s`));
  return [limit.fault, failure].filter((each) => each !== "");
}

interface Limit {
  readonly seconds: number;
  /** Why it is not what was written; empty where it is. */
  readonly fault: string;
}

function readLimit(text: string): Limit {
  if (/^\d{1,6}$/.test(text)) return { seconds: Number(text), fault: "" };
  const fault = `STET_PUBLISH_HOOK_TIMEOUT is a whole number of seconds, not "${text}"; it was ${USUAL_SECONDS}`;
  return { seconds: USUAL_SECONDS, fault: text === "" ? "" : fault };
}

/** Empty where it ended well. */
function endingOf(child: ChildProcess, program: string): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`the hook ${program} cannot be started: ${whyNotStarted(error)}`));
    child.once("close", (code) =>
      resolve(code === 0 ? "" : `the hook ${program} ended with ${code ?? "a signal"}`),
    );
  });
}

/** What the ending is; undefined where it does not come in time. */
async function within(seconds: number, ending: Promise<string>): Promise<string | undefined> {
  if (seconds === 0) return ending;
  const clock = new AbortController();
  const late = after(seconds * 1000, undefined, { signal: clock.signal }).catch(() => undefined);
  const first = await Promise.race([ending, late]);
  clock.abort();
  return first;
}

async function stopped(child: ChildProcess, message: string): Promise<string> {
  if (child.pid !== undefined) await stopProgram(child.pid);
  // What it let go of may hold the other end, and nobody waits for that.
  child.stdin?.destroy();
  return `${message}; stet config set publish.hook-timeout allows more`;
}
