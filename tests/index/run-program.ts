// The built program in processes of its own, several at once, killed or starved as a test likes.
import { spawn } from "node:child_process";
import { environmentOf, PROGRAM } from "../support/run-stet.ts";

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code, or the signal that ended it. */
  readonly end: number | string | null;
}

export interface Running {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Kills it after as many milliseconds. */
  readonly killAfter?: number;
  /** Runs it as this user; for tests that run as root. */
  readonly uid?: number;
  /** A shell line that ends in `exec "$@"`, to limit what the program may. */
  readonly shell?: string;
}

/** Runs stet with the words behind `stet` to its end. */
export function runProgram(words: readonly string[], running: Running): Promise<Run> {
  const { cwd, env = {}, killAfter, uid, shell } = running;
  const line = [process.execPath, PROGRAM, ...words];
  const [command = "", ...rest] = shell === undefined ? line : ["sh", "-c", shell, "sh", ...line];
  const options = { cwd, env: environmentOf({ cwd, env }), ...(uid === undefined ? {} : { uid, gid: uid }) };
  const child = spawn(command, rest, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ ...written, end: signal ?? code });
    });
  });
}
