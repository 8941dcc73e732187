// Runs of stet in the test's own process, in the words of run-program.ts: what a process that was killed, starved or raced
// is held against, and the command that comes after it. The
// index it asked stays open until its statements are collected: what lies in `.stet` afterwards is not what a process leaves.
import { runStet } from "../support/run-stet.ts";
import type { Run } from "./run-program.ts";

/** Runs stet in the folder `cwd` with the words behind `stet`, never as a process of its own. */
export async function runHere(words: readonly string[], cwd: string): Promise<Run> {
  const { exit, ...written } = await runStet(words, { cwd, inProcess: true });
  return { ...written, end: exit };
}
