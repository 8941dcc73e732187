// Promise P1, for any command line: run it again and again, killed before its first file operation, its second ...
// and then half-way through each of its writes, until a run gets to its end.
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { cleanEnvironment } from "./clean-environment.ts";
import type { Plan } from "./preload.ts";

/** What is run and what must hold. `folder` is a fresh, empty directory of each run. */
export interface KillTrial {
  /** The preload as buildProcess made it. */
  readonly preload: string;
  readonly setup: (folder: string) => void;
  /** Script and words for node. */
  readonly command: (folder: string) => readonly string[];
  /** Throws when the newsroom is not as it should be after the kill, or (`finished`) after the whole run. */
  readonly check: (folder: string, moment: Moment) => void;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Moment {
  readonly mode: Plan["mode"];
  readonly at: number;
  readonly finished: boolean;
}

/** How many runs were killed, by mode. */
export interface KillReport {
  readonly kill: number;
  readonly "kill-half": number;
}

const AT_ONCE = 2;
const MOST_POINTS = 2_000;

/** Kills the command at every point and checks every outcome; rejects with the first check that throws. */
export async function killEverywhere(trial: KillTrial): Promise<KillReport> {
  return { kill: await killAtEach(trial, "kill"), "kill-half": await killAtEach(trial, "kill-half") };
}

async function killAtEach(trial: KillTrial, mode: "kill" | "kill-half"): Promise<number> {
  let next = 1;
  let end = MOST_POINTS;
  const work = async (): Promise<void> => {
    while (next < end) {
      const at = next++;
      const finished = await killAt(trial, mode, at);
      if (finished) end = Math.min(end, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (end === MOST_POINTS) throw new Error(`still not finished at operation ${MOST_POINTS}`);
  return end - 1;
}

async function killAt(trial: KillTrial, mode: "kill" | "kill-half", at: number): Promise<boolean> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "stet-kill-")));
  const countFile = `${folder}.count`;
  try {
    trial.setup(folder);
    const plan: Plan = { mode, at, countFile };
    const finished = await runWith(trial, plan, folder);
    trial.check(folder, { mode, at, finished });
    return finished;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(countFile, { force: true });
  }
}

/** True when the process ended by itself, with exit 0; rejects when it ended in any way but that or the kill. */
function runWith(trial: KillTrial, plan: Plan, folder: string): Promise<boolean> {
  const env = cleanEnvironment({ ...trial.env, STET_FAULT_PLAN: JSON.stringify(plan) });
  const words = ["--require", trial.preload, ...trial.command(folder)];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, words, { env }, (error, _stdout, stderr) => {
      if (error === null) resolve(true);
      else if (error.signal === "SIGKILL") resolve(false);
      else reject(new Error(`${plan.mode} at ${plan.at}: exit ${error.code}: ${stderr}`, { cause: error }));
    });
    // Nobody is there to type.
    child.stdin?.end();
  });
}
